import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { MovementTableQuery } from "#admin/graphql/generated/graphql.ts";
import { loaded } from "#admin/graphql/loaded.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useAddressParams, useSetAddressParams } from "#admin/ui/address.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import { Pager, useAfter } from "#admin/ui/pager.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { slotName } from "./slot-name.ts";

const movementTableQuery = graphql(`
  query MovementTable($after: String, $from: Date, $to: Date) {
    movements(after: $after, first: 50, from: $from, to: $to) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          on
          until
          assignment {
            id
            jurisdictionId
            siteName
            positionTitle
            slot
            hasSeveralSlots
            officer {
              id
              name
            }
          }
          from {
            id
            siteName
            positionTitle
            slot
            hasSeveralSlots
          }
        }
      }
    }
  }
`);

type Row = MovementTableQuery["movements"]["edges"][number]["node"];

/** Who came, moved, was promoted, left or went on leave in the city, the last twelve months unless asked otherwise. */
export function MovementTable() {
  const text = useText();
  const { from, to } = useAddressParams();
  const result = useQuery(movementTableQuery, { variables: { after: useAfter(), from, to } });
  const list = (loaded(result) ?? result.previousData)?.movements;
  return (
    <div className="fs-stack">
      <div className="fs-row fs-no-print">
        <DayChoice name="from" label={text("roster.movements.from")} />
        <DayChoice name="to" label={text("roster.movements.to")} />
      </div>
      <p className="fs-soft">{text("roster.movements.span")}</p>
      <DataTable
        name="movements"
        caption={text("roster.movements")}
        columns={useColumns()}
        rows={useMemo(() => list?.edges.map(({ node }) => node) ?? [], [list])}
        rowKey={(row) => row.id}
        totalCount={list?.totalCount}
        isLoading={result.loading}
        empty={
          <EmptyState title={text("roster.movements.empty.title")}>
            {text("roster.movements.empty.text")}
          </EmptyState>
        }
        pager={list && <Pager pageInfo={list.pageInfo} />}
      />
    </div>
  );
}

function DayChoice({ name, label }: { name: "from" | "to"; label: string }) {
  const value = useAddressParams()[name];
  const set = useSetAddressParams();
  return (
    <div className="fs-filter">
      <label htmlFor={`movements-${name}`}>{label}</label>
      <input
        key={value}
        id={`movements-${name}`}
        type="date"
        className="usa-input"
        defaultValue={value}
        onChange={(event) => {
          const day = event.target.value;
          if (day === "" || /^[12]\d{3}-/.test(day)) set({ [name]: day || undefined, after: undefined });
        }}
      />
    </div>
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const write = useDayWriter();
  return useMemo(
    () => [
      {
        id: "on",
        header: text("roster.movements.on"),
        value: (row) => row.on,
        cell: (row) =>
          row.until
            ? text("roster.fromTo", { from: write.absolute(row.on), to: write.absolute(row.until) })
            : write.absolute(row.on),
      },
      {
        id: "name",
        header: text("roster.record"),
        value: (row) => row.assignment.officer.name,
        cell: ({ assignment: { jurisdictionId, officer } }) => (
          <Link to={`/roster/${jurisdictionId}/${officer.id}`}>{officer.name}</Link>
        ),
      },
      {
        id: "kind",
        header: text("roster.movements.kind"),
        value: (row) => text(`roster.movements.${row.kind}`),
      },
      { id: "slot", header: text("roster.slot"), value: (row) => slotName(row.assignment, text) },
      { id: "site", header: text("roster.site"), value: (row) => row.assignment.siteName ?? null },
      {
        id: "from",
        header: text("roster.movements.before"),
        value: ({ from }) => from && [slotName(from, text), from.siteName].filter(Boolean).join(", "),
      },
      {
        id: "until",
        header: text("roster.movements.until"),
        value: (row) => row.until ?? null,
        isHiddenAtFirst: true,
      },
    ],
    [text, write],
  );
}
