import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { FormattedNumber } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ImportCounts_ImportFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";

const importCountsFragment = graphql(`
  fragment ImportCounts_import on Import {
    id
    importer
    summary {
      rows
      added
      changed
      leftAlone
      refused
      missing
      textRows
      leftOut
      repeated
    }
  }
`);

const always = ["added", "changed", "leftAlone", "refused"] as const;
const whenAny = ["missing", "repeated", "leftOut", "textRows"] as const;

/** What a dry run or an import came to, in figures. */
export function ImportCounts({ shown: from }: { shown: FragmentType<ImportCounts_ImportFragment> }) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: importCountsFragment, from });
  if (!complete || !data.summary) return null;
  const { summary } = data;
  const words = (name: string) => {
    const isOfFile = name === "added" || name === "changed" || name === "leftAlone";
    if (data.importer === "ROSTER" && isOfFile) return text(`imports.count.${name}.roster`);
    const isOfPlaces = data.importer === "JURISDICTIONS" && (name === "added" || name === "changed");
    return text(`imports.count.${name}${isOfPlaces ? ".jurisdictions" : ""}`);
  };
  const shown = [...always, ...whenAny.filter((name) => summary[name] > 0)];
  return (
    <div className="fs-import-part">
      <p>{text("imports.rowsRead", { rows: summary.rows })}</p>
      <dl className="fs-import-counts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{words(name)}</dt>
            <dd>
              <FormattedNumber value={summary[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
