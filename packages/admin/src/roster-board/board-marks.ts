import type { TextOf } from "#admin/i18n/use-text.ts";
import { slotName } from "#admin/roster/slot-name.ts";
import type { DayWriter } from "#admin/ui/day.tsx";
import type { SiteOnBoard } from "./roster-board.tsx";

type Slot = SiteOnBoard["slots"][number];
type Held = Slot["assignments"][number];

/** Something on the board that can be pointed at: somebody in a slot, or days without anybody. */
export interface BoardMark extends Record<string, unknown> {
  readonly key: string;
  readonly row: number;
  readonly slot: string;
  /** Whose bar it is; undefined for a vacancy. */
  readonly held: Held | undefined;
  readonly from: string;
  readonly to: string;
  /** Whether the end is known, or only that of what is shown. */
  readonly isOpen: boolean;
  /** 0, or 1 where it begins before the bar above it has ended. */
  readonly lane: number;
  readonly days: number | null;
  readonly words: string;
}

/** What may be pointed at, slot by slot and from left to right. */
export function boardMarks(
  { slots, to: end }: SiteOnBoard,
  { text, write }: { readonly text: TextOf; readonly write: DayWriter },
): BoardMark[] {
  return slots.flatMap((slot, row) => {
    const name = slotName(slot, text);
    const held = slot.assignments.map((assignment, index): BoardMark => {
      const before = slot.assignments[index - 1];
      const overlaps = before !== undefined && (before.endedOn ?? end) >= assignment.startsOn;
      return {
        key: assignment.id,
        row,
        slot: name,
        held: assignment,
        from: assignment.startsOn,
        to: assignment.endedOn ?? end,
        isOpen: !assignment.endedOn,
        lane: overlaps ? 1 : 0,
        days: null,
        words: heldWords(assignment, name, { text, write }),
      };
    });
    const vacant = slot.vacancies.map(({ from, to, days }): BoardMark => ({
      key: `${slot.id}.${from}`,
      row,
      slot: name,
      held: undefined,
      from,
      to,
      isOpen: to === end,
      lane: 0,
      days,
      words: text("rosterBoard.vacant.words", {
        slot: name,
        days,
        from: write.absolute(from),
        to: write.absolute(to),
      }),
    }));
    return [...held, ...vacant].sort((one, other) => (one.from < other.from ? -1 : 1));
  });
}

function heldWords(
  { officerName, startsOn, endedOn, commitmentEndsOn, leaves, handOverDays, exitReason }: Held,
  slot: string,
  { text, write }: { readonly text: TextOf; readonly write: DayWriter },
): string {
  return [
    text("rosterBoard.held.words", { slot, name: officerName, from: write.absolute(startsOn) }),
    endedOn ? text("rosterBoard.held.to", { to: write.absolute(endedOn) }) : text("rosterBoard.held.open"),
    ...(exitReason ? [text(`roster.exitReason.${exitReason}`)] : []),
    ...(commitmentEndsOn
      ? [text("rosterBoard.held.commitment", { date: write.absolute(commitmentEndsOn) })]
      : []),
    ...(handOverDays > 0 ? [text("rosterBoard.held.handOver", { days: handOverDays })] : []),
    ...(leaves.length > 0 ? [text("rosterBoard.held.leaves", { count: leaves.length })] : []),
  ].join("; ");
}
