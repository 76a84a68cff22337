import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { PartnershipExportQuery } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { downloadFile, writeCsv } from "#admin/ui/csv.ts";
import { Icon } from "#admin/ui/icon.tsx";

const partnershipExportQuery = graphql(`
  query PartnershipExport($after: String) {
    partnerships(includesEnded: true, after: $after, first: 100) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          jurisdictionName
          siteName
          roleTitle
          stage
          endedOn
          organization {
            id
            publicName
          }
          agreements {
            id
            kind
            startsOn
            endsOn
            noticeDays
            renewalMonths
          }
          standing {
            kind
            on
          }
          currentCertificates {
            kind
            validThrough
          }
          deliveryCounts {
            promiseCount
            confirmedCount
            waitingCount
            owedCount
            deliveredThrough
          }
        }
      }
    }
  }
`);

type Exported = PartnershipExportQuery["partnerships"]["edges"][number]["node"];

/** So many pages of a hundred are read at most. */
const mostPages = 50;

/** Every partnership open to the reader as one file, a row each: where, in which role, under what, and what came. */
export function PartnershipExport() {
  const text = useText();
  const client = useApolloClient();
  const rowOf = useRow();
  const [words, setWords] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const read = async () => {
    const rows: Exported[] = [];
    let after: string | null | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const { data } = await client.query({
        query: partnershipExportQuery,
        variables: { after },
        fetchPolicy: "network-only",
      });
      if (!data) break;
      const { edges, pageInfo, totalCount } = data.partnerships;
      rows.push(...edges.map(({ node }) => node));
      setWords(text("partners.export.read", { read: rows.length, all: totalCount }));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    downloadFile(
      "partnerships.csv",
      "text/csv",
      writeCsv(
        columns.map((column) => text(column)),
        rows.map(rowOf),
      ),
    );
  };
  const start = () => {
    if (isBusy) return;
    setIsBusy(true);
    read()
      .catch(() => {
        setWords(text("partners.export.failed"));
      })
      .finally(() => {
        setIsBusy(false);
      });
  };
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-disabled={isBusy}
        title={text("partners.export.help")}
        onClick={start}
      >
        <Icon name="download" />
        {text("partners.export")}
      </button>
      <span role="status" className="fs-soft">
        {words}
      </span>
    </>
  );
}

const columns = [
  "partners.export.jurisdiction",
  "partners.site",
  "partners.organization",
  "partners.role",
  "partners.stage",
  "partners.export.endedOn",
  "partners.export.kind",
  "partners.export.startsOn",
  "partners.export.endsOn",
  "partners.noticeDays",
  "partners.renewalMonths",
  "partners.agreement",
  "partners.export.standingOn",
  "partners.export.insurance",
  "partners.export.backgroundChecks",
  "partners.export.promises",
  "partners.export.confirmed",
  "partners.export.waiting",
  "partners.export.owed",
  "partners.export.deliveredThrough",
] as const;

function useRow() {
  const text = useText();
  const agreementOf = ({ agreements: [latest] }: Exported) =>
    latest
      ? [
          text(`partners.agreementKind.${latest.kind}`),
          latest.startsOn,
          latest.endsOn ?? null,
          latest.noticeDays ?? null,
          latest.renewalMonths ?? null,
        ]
      : [null, null, null, null, null];
  return (row: Exported): (string | number | null)[] => {
    const { standing, deliveryCounts: counts } = row;
    return [
      row.jurisdictionName,
      row.siteName,
      row.organization.publicName,
      row.roleTitle,
      text(`partners.stage.${row.stage}`),
      row.endedOn ?? null,
      ...agreementOf(row),
      text(`partners.export.standing.${standing.kind}`),
      standing.on ?? null,
      throughOf(row, "INSURANCE"),
      throughOf(row, "BACKGROUND_CHECKS"),
      counts.promiseCount,
      counts.confirmedCount,
      counts.waitingCount,
      counts.owedCount,
      counts.deliveredThrough ?? null,
    ];
  };
}

function throughOf(row: Exported, wanted: Exported["currentCertificates"][number]["kind"]): string | null {
  return row.currentCertificates.find(({ kind }) => kind === wanted)?.validThrough ?? null;
}
