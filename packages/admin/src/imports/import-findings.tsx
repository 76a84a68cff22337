import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ImportFindingsQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { FilterBar } from "#admin/ui/filter-bar.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import { StatusTag, type StatusKind } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { useFindingMessage } from "./use-finding-words.ts";

const importFindingsQuery = graphql(`
  query ImportFindings($id: ID!, $severity: FindingSeverity, $after: String) {
    import(id: $id) {
      id
      findings(first: 50, after: $after, severity: $severity) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            position
            row
            severity
            code
            message
            values
          }
        }
      }
    }
  }
`);

type Row = NonNullable<ImportFindingsQuery["import"]>["findings"]["edges"][number]["node"];

const severities = ["ERROR", "WARNING", "NOTE"] as const;
const kinds: Record<Row["severity"], StatusKind> = { ERROR: "problem", WARNING: "attention", NOTE: "plain" };

/** What there is to say about the rows of a file, a page at a time. */
export function ImportFindings({ id }: { id: string }) {
  const text = useText();
  const asked = useAddressParams()["severity"];
  const severity = severities.find((each) => each === asked);
  const result = useQuery(importFindingsQuery, { variables: { id, severity, after: useAfter() } });
  const found = (loaded(result) ?? result.previousData)?.import?.findings;
  const rows = useMemo(() => found?.edges.map((edge) => edge.node) ?? [], [found]);
  const columns = useColumns();
  if (!severity && found?.totalCount === 0) return null;
  return (
    <section className="fs-import-part">
      <h2>{text("imports.findings")}</h2>
      <FilterBar
        filters={[
          {
            kind: "choice",
            name: "severity",
            label: text("imports.findings.severity"),
            choices: severities.map((each) => ({ value: each, label: text(`imports.severity.${each}`) })),
          },
        ]}
      />
      <DataTable
        name="findings"
        caption={text("imports.findings")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.position)}
        totalCount={found?.totalCount}
        isLoading={result.loading}
        empty={<p className="fs-soft">{text("imports.findings.none")}</p>}
        pager={found && <Pager pageInfo={found.pageInfo} />}
      />
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const words = useFindingMessage();
  return useMemo(
    () => [
      {
        id: "row",
        header: text("imports.row"),
        value: (row) => row.row ?? null,
        isNumber: true,
        canSort: false,
      },
      {
        id: "severity",
        header: text("imports.findings.severity"),
        value: (row) => text(`imports.severity.${row.severity}`),
        cell: (row) => (
          <StatusTag kind={kinds[row.severity]}>{text(`imports.severity.${row.severity}`)}</StatusTag>
        ),
        canSort: false,
      },
      { id: "message", header: text("imports.message"), value: words, canSort: false },
    ],
    [text, words],
  );
}
