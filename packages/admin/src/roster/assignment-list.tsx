import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { AssignmentList_OfficerFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { EmptyState } from "#admin/ui/empty-state.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { CommitmentBar } from "./commitment-bar.tsx";
import { slotName } from "./slot-name.ts";

const assignmentListFragment = graphql(`
  fragment AssignmentList_officer on Officer {
    id
    jurisdictionId
    assignments {
      id
      siteId
      siteName
      positionTitle
      slot
      hasSeveralSlots
      startsOn
      endedOn
      exitReason
      share
      commitment {
        endsOn
        daysLeft
        within
        elapsed
        leaveDays
        endsWithLeaveOn
      }
    }
  }
`);

type Row = AssignmentList_OfficerFragment["assignments"][number];

/** Where a person serves, served and will serve. */
export function AssignmentList({ officer }: { officer: FragmentType<AssignmentList_OfficerFragment> }) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: assignmentListFragment, from: officer });
  const columns = useColumns(complete ? `/roster/${data.jurisdictionId}/${data.id}` : "");
  if (!complete) return null;
  return (
    <DataTable
      name="assignments"
      caption={text("roster.assignments")}
      columns={columns}
      rows={data.assignments}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={text("roster.assignments.empty.title")}>
          {text("roster.assignments.empty.text")}
        </EmptyState>
      }
    />
  );
}

function useColumns(officerAddress: string): readonly Column<Row>[] {
  const text = useText();
  const write = useDayWriter();
  const mayManage = useMay("roster.manage");
  return useMemo(() => {
    const columns: Column<Row>[] = [
      { id: "slot", header: text("roster.slot"), value: (row) => slotName(row, text) },
      {
        id: "site",
        header: text("roster.site"),
        value: (row) => row.siteName ?? text("roster.obstacle.otherSite"),
        cell: (row) =>
          row.siteName ? (
            <Link to={`/sites/${row.siteId}`} search={{ tab: "roster" }}>
              {row.siteName}
            </Link>
          ) : (
            text("roster.obstacle.otherSite")
          ),
      },
      {
        id: "from",
        header: text("roster.startsOn"),
        value: (row) => row.startsOn,
        cell: (row) => write.absolute(row.startsOn),
      },
      {
        id: "to",
        header: text("roster.endedOn"),
        value: (row) => row.endedOn ?? null,
        cell: (row) =>
          row.endedOn
            ? `${write.absolute(row.endedOn)}${row.exitReason ? `, ${text(`roster.exitReason.${row.exitReason}`)}` : ""}`
            : text("roster.lasting"),
      },
      {
        id: "share",
        header: text("roster.share.column"),
        value: (row) => Math.round(row.share * 100),
        cell: (row) => text("roster.share.part", { share: row.share }),
      },
      {
        id: "commitment",
        header: text("roster.commitment"),
        value: (row) => row.commitment?.endsOn ?? null,
        cell: (row) => <CommitmentBar commitment={row.commitment} />,
      },
    ];
    if (!mayManage) return columns;
    return [
      ...columns,
      {
        id: "act",
        header: text("roster.act"),
        value: () => null,
        canSort: false,
        cell: (row: Row) => <Actions row={row} officerAddress={officerAddress} />,
      },
    ];
  }, [text, write, mayManage, officerAddress]);
}

function Actions({ row, officerAddress }: { row: Row; officerAddress: string }) {
  const text = useText();
  const slot = slotName(row, text);
  const className = "usa-button usa-button--outline fs-small-button";
  const address = `${officerAddress}/assignments/${row.id}`;
  return (
    <span className="fs-row">
      {!row.endedOn && (
        <Link to={`${address}/end`} className={className} aria-label={text("roster.end.slot", { slot })}>
          {text("roster.end")}
        </Link>
      )}
      <Link to={`${address}/leave`} className={className} aria-label={text("roster.leave.slot", { slot })}>
        {text("roster.leave")}
      </Link>
      <Link
        to={`${address}/correct`}
        className={className}
        aria-label={text("roster.correct.slot", { slot })}
      >
        {text("roster.correct")}
      </Link>
    </span>
  );
}
