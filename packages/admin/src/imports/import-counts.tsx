import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { FormattedNumber } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ImportCounts_SummaryFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";

const importCountsFragment = graphql(`
  fragment ImportCounts_summary on ImportSummary {
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
`);

const always = ["added", "changed", "leftAlone", "refused"] as const;
const whenAny = ["missing", "repeated", "leftOut", "textRows"] as const;

/** What a dry run or an import came to, in figures. */
export function ImportCounts({ summary }: { summary: FragmentType<ImportCounts_SummaryFragment> }) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: importCountsFragment, from: summary });
  if (!complete) return null;
  const shown = [...always, ...whenAny.filter((name) => data[name] > 0)];
  return (
    <div className="fs-import-part">
      <p>{text("imports.rowsRead", { rows: data.rows })}</p>
      <dl className="fs-import-counts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{text(`imports.count.${name}`)}</dt>
            <dd>
              <FormattedNumber value={data[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
