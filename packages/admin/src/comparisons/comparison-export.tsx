import { useLazyQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { downloadFile } from "#admin/ui/csv.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { Notice } from "#admin/ui/notice.tsx";

const comparisonExportQuery = graphql(`
  query ComparisonExport($indicator: String!, $places: [ID!]!, $years: [Int!]!) {
    comparisonExport(indicator: $indicator, places: $places, years: $years) {
      fileName
      csv
      dictionaryFileName
      dictionary
    }
  }
`);

/** The figures as a file, and a second file that says what each column means. */
export function ComparisonExport(choice: { indicator: string; places: string[]; years: number[] }) {
  const text = useText();
  const mayExport = useMay("comparison.export");
  const [ask, { loading, error }] = useLazyQuery(comparisonExportQuery, { fetchPolicy: "network-only" });
  if (!mayExport) return null;
  const download = async () => {
    const { data } = await ask({ variables: choice });
    if (!data) return;
    const { fileName, csv, dictionaryFileName, dictionary } = data.comparisonExport;
    downloadFile(fileName, "text/csv", csv);
    downloadFile(dictionaryFileName, "text/csv", dictionary);
  };
  return (
    <div className="fs-row fs-no-print">
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={loading}
        onClick={() => void download()}
      >
        <Icon name="download" />
        {text("comparisons.export")}
      </button>
      <span className="fs-soft">{text("comparisons.export.text")}</span>
      {error && (
        <Notice kind="problem" isLive>
          {error.message}
        </Notice>
      )}
    </div>
  );
}
