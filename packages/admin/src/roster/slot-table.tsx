import type { FragmentType } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { SlotTable_RosterFragment } from "#admin/graphql/generated/graphql.ts";
import { type TextOf, useText } from "#admin/i18n/use-text.ts";
import { useMay } from "#admin/session/actor.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { useDayWriter } from "#admin/ui/day.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { CommitmentBar } from "./commitment-bar.tsx";
import { slotName } from "./slot-name.ts";
import { TrainingSummary } from "./training-summary.tsx";

const slotTableFragment = graphql(`
  fragment SlotTable_roster on SiteRoster {
    id
    slots {
      id
      positionKey
      positionTitle
      slot
      hasSeveralSlots
      vacantSince
      daysVacant
      isPlanned
      holder {
        id
        jurisdictionId
        startsOn
        endedOn
        share
        officer {
          id
          name
          rank
        }
        currentLeave {
          endsOn
        }
        commitment {
          endsOn
          daysLeft
          within
          elapsed
          leaveDays
          endsWithLeaveOn
        }
        trainings {
          trainingKey
          name
          state
        }
      }
      next {
        id
        startsOn
        officer {
          id
          name
        }
      }
    }
  }
`);

type Slot = SlotTable_RosterFragment["slots"][number];

interface SlotTableProps {
  roster: FragmentType<SlotTable_RosterFragment>;
  siteId: string;
}

/** The slots of a site as rows: who holds each, until when, what training is done, and what to do next. */
export function SlotTable({ roster, siteId }: SlotTableProps) {
  const text = useText();
  const { data, complete } = useFragment({ fragment: slotTableFragment, from: roster });
  const columns = useColumns(siteId);
  if (!complete) return null;
  return (
    <DataTable
      name="slots"
      caption={text("roster.slots.caption")}
      columns={columns}
      rows={data.slots}
      rowKey={(slot) => slot.id}
    />
  );
}

function useColumns(siteId: string): readonly Column<Slot>[] {
  const text = useText();
  const write = useDayWriter();
  const mayManage = useMay("roster.manage");
  return useMemo(() => {
    const columns: Column<Slot>[] = [
      {
        id: "position",
        header: text("roster.slot"),
        value: (slot) => slotName(slot, text),
        cell: (slot) => <SlotTitle slot={slot} />,
      },
      {
        id: "holder",
        header: text("roster.holder"),
        value: (slot) => slot.holder?.officer.name ?? null,
        cell: (slot) =>
          slot.holder ? <Holder holder={slot.holder} next={slot.next} /> : <Vacancy slot={slot} />,
      },
      {
        id: "since",
        header: text("roster.since"),
        value: (slot) => slot.holder?.startsOn ?? null,
        cell: (slot) => tenureWords(slot, text, write.absolute),
      },
      {
        id: "commitment",
        header: text("roster.commitment"),
        value: (slot) => slot.holder?.commitment?.endsOn ?? null,
        cell: (slot) => (slot.holder ? <CommitmentBar commitment={slot.holder.commitment} /> : "–"),
      },
      {
        id: "training",
        header: text("roster.training"),
        value: (slot) =>
          slot.holder?.trainings.filter(({ state }) => state === "DONE" || state === "EXPIRING").length ??
          null,
        cell: (slot) => (slot.holder ? <TrainingSummary trainings={slot.holder.trainings} /> : "–"),
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
        cell: (slot: Slot) => <NextStep slot={slot} siteId={siteId} />,
      },
    ];
  }, [text, write, mayManage, siteId]);
}

function tenureWords({ holder }: Slot, text: TextOf, absolute: (date: string) => string): string {
  if (!holder) return "–";
  const from = absolute(holder.startsOn);
  return holder.endedOn ? text("roster.fromTo", { from, to: absolute(holder.endedOn) }) : from;
}

function SlotTitle({ slot }: { slot: Slot }) {
  const text = useText();
  return (
    <>
      {slotName(slot, text)}
      {!slot.isPlanned && <StatusTag kind="attention">{text("roster.slot.unplanned")}</StatusTag>}
    </>
  );
}

interface HolderProps {
  holder: NonNullable<Slot["holder"]>;
  next: Slot["next"];
}

function Holder({ holder, next }: HolderProps) {
  const text = useText();
  const write = useDayWriter();
  return (
    <span className="fs-stack fs-stack--tight">
      <Link to={`/roster/${holder.jurisdictionId}/${holder.officer.id}`}>{holder.officer.name}</Link>
      <span className="fs-soft">
        {holder.officer.rank}
        {holder.share < 1 && ` · ${text("roster.share.part", { share: holder.share })}`}
      </span>
      {holder.currentLeave && (
        <StatusTag kind="waiting">
          {text("roster.leave.until", { date: write.absolute(holder.currentLeave.endsOn) })}
        </StatusTag>
      )}
      <Successor holder={holder} next={next} />
    </span>
  );
}

/** Who follows; said to be missing once the commitment's end is near. */
function Successor({ holder, next }: HolderProps) {
  const text = useText();
  const write = useDayWriter();
  if (next) {
    const words = { name: next.officer.name, date: write.absolute(next.startsOn) };
    return <span className="fs-soft">{text("roster.successor", words)}</span>;
  }
  if (typeof holder.commitment?.within !== "number") return null;
  return <span className="fs-soft">{text("roster.successor.none")}</span>;
}

function Vacancy({ slot }: { slot: Slot }) {
  const text = useText();
  const write = useDayWriter();
  return (
    <span className="fs-stack fs-stack--tight">
      <StatusTag kind={slot.daysVacant > 0 ? "attention" : "waiting"}>
        {slot.daysVacant > 0 ? text("roster.vacant.days", { days: slot.daysVacant }) : text("roster.vacant")}
      </StatusTag>
      {slot.next && (
        <span className="fs-soft">
          {text("roster.vacant.next", {
            name: slot.next.officer.name,
            date: write.absolute(slot.next.startsOn),
          })}
        </span>
      )}
    </span>
  );
}

/** The one thing to do about a slot, named for those who hear it. */
function NextStep({ slot, siteId }: { slot: Slot; siteId: string }) {
  const text = useText();
  const named = slotName(slot, text);
  if (slot.holder) {
    const { jurisdictionId, officer, id } = slot.holder;
    const words = text("roster.end.for", { name: officer.name });
    const isLeaving = typeof slot.holder.endedOn === "string" && !slot.next;
    if (!isLeaving) {
      return (
        <Link
          to={`/roster/${jurisdictionId}/${officer.id}/assignments/${id}/end`}
          className="usa-button usa-button--outline fs-small-button"
          aria-label={words}
        >
          {text("roster.end")}
        </Link>
      );
    }
  }
  return (
    <Link
      to={`/sites/${siteId}/roster/fill`}
      search={{ position: slot.positionKey, slot: String(slot.slot) }}
      className="usa-button fs-small-button"
      aria-label={text(slot.holder ? "roster.succeed.for" : "roster.fill.for", { slot: named })}
    >
      {text(slot.holder ? "roster.succeed" : "roster.fill")}
    </Link>
  );
}
