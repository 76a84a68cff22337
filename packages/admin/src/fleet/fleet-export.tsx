import { useLazyQuery } from "@apollo/client/react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { downloadFile } from "#admin/ui/csv.ts";
import { Icon } from "#admin/ui/icon.tsx";
import { Notice } from "#admin/ui/notice.tsx";
import { useFleetFilter } from "./fleet-filter.ts";

const fleetExportQuery = graphql(`
  query FleetExport(
    $search: String
    $templateKey: String
    $jurisdictionId: ID
    $stage: SiteStage
    $version: String
    $isBehind: Boolean
    $sort: FleetSort
  ) {
    fleetExport(
      search: $search
      templateKey: $templateKey
      jurisdictionId: $jurisdictionId
      stage: $stage
      version: $version
      isBehind: $isBehind
      sort: $sort
    ) {
      fileName
      csv
    }
  }
`);

/** Everything that matches, over all pages, as one file. */
export function FleetExport() {
  const text = useText();
  const filter = useFleetFilter();
  const [ask, { loading, error }] = useLazyQuery(fleetExportQuery, { fetchPolicy: "network-only" });
  const download = async () => {
    const { data } = await ask({ variables: filter });
    if (data) downloadFile(data.fleetExport.fileName, "text/csv", data.fleetExport.csv);
  };
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--outline fs-small-button"
        disabled={loading}
        onClick={() => void download()}
      >
        <Icon name="download" />
        {text("fleet.export")}
      </button>
      {error && (
        <Notice kind="problem" isLive>
          {error.message}
        </Notice>
      )}
    </>
  );
}
