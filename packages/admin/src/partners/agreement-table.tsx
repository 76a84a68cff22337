import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AgreementTable_PartnershipFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import type { Column } from "#admin/ui/table-column.ts";

const agreementTableFragment = graphql(`
  fragment AgreementTable_partnership on Partnership {
    id
    jurisdictionId
    agreements {
      id
      kind
      startsOn
      endsOn
      noticeDays
      renewalMonths
    }
  }
`);

type Row = AgreementTable_PartnershipFragment["agreements"][number];

interface AgreementTableProps {
  partnership: FragmentType<AgreementTable_PartnershipFragment>;
  mayManage: boolean;
}

/** What was signed, the latest first. */
export function AgreementTable({ partnership, mayManage }: AgreementTableProps) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: agreementTableFragment, from: partnership });
  const columns = useColumns(
    complete && mayManage ? `/partnerships/${data.jurisdictionId}/${data.id}` : undefined,
  );
  if (!complete) return null;
  return (
    <DataTable
      name="agreements"
      caption={text("partners.agreements")}
      columns={columns}
      rows={data.agreements}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={text("partners.agreements.empty.title")}>
          {text("partners.agreements.empty.text")}
        </EmptyState>
      }
    />
  );
}

function useColumns(address: string | undefined): readonly Column<Row>[] {
  const text = useText();
  const write = useDayWriter();
  return useMemo(() => {
    const columns: Column<Row>[] = [
      {
        id: "kind",
        header: text("partners.agreementKind"),
        value: (row) => text(`partners.agreementKind.${row.kind}`),
      },
      {
        id: "from",
        header: text("partners.startsOn"),
        value: (row) => row.startsOn,
        cell: (row) => write.absolute(row.startsOn),
      },
      {
        id: "to",
        header: text("partners.endsOn"),
        value: (row) => row.endsOn ?? null,
        cell: (row) => (row.endsOn ? write.absolute(row.endsOn) : text("partners.standing.noEnd")),
      },
      {
        id: "notice",
        header: text("partners.noticeDays"),
        value: (row) => row.noticeDays ?? null,
        format: "number",
      },
      {
        id: "renewal",
        header: text("partners.renewalMonths"),
        value: (row) => row.renewalMonths ?? null,
        format: "number",
      },
    ];
    if (address === undefined) return columns;
    return [
      ...columns,
      {
        id: "act",
        header: text("partners.act"),
        value: () => null,
        canSort: false,
        cell: (row: Row) => (
          <Link
            to={`${address}/sign`}
            search={{ agreement: row.id }}
            className="usa-button usa-button--outline fs-small-button"
            aria-label={text("partners.correct.for", { date: write.absolute(row.startsOn) })}
          >
            {text("partners.correct")}
          </Link>
        ),
      },
    ];
  }, [text, write, address]);
}
