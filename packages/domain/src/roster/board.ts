import { addDays, daysBetween, type PlainDate } from "../shared/index.ts";
import type { Assignment } from "./assignment.ts";
import { type DaySpan, isOnRoster, type StaffedPosition } from "./coverage.ts";
import { slotsOf } from "./position.ts";

/** Days on which nobody holds a slot, the first and the last included. */
export interface Vacancy extends DaySpan {
  readonly days: number;
}

/** A slot over some days: who holds it when, and when nobody does. */
export interface BoardSlot<Held extends Assignment = Assignment> {
  readonly positionKey: string;
  /** 1, 2, 3 … within the position. */
  readonly slot: number;
  /** False for a slot that somebody holds although the design no longer asks for it. */
  readonly isPlanned: boolean;
  /** The assignments that touch the days, the earliest first; two overlap during a hand-over. */
  readonly assignments: readonly Held[];
  /** Of a planned slot, from launch on; what is not planned may stand empty. */
  readonly vacancies: readonly Vacancy[];
}

/** What a board is asked for: the slots of a site over some days. */
export interface BoardQuestion<Held extends Assignment = Assignment> {
  readonly positions: readonly StaffedPosition[];
  readonly assignments: readonly Held[];
  readonly span: DaySpan;
  /** The day from which the slots should be filled: a vacancy is not counted before it. */
  readonly plannedFrom: PlainDate;
}

/**
 * The slots of a site over some days, in the order of its positions; then those that somebody holds in these days
 * beyond the design. A vacancy that lies ahead is a slot for which nobody is planned.
 *
 * @example a slot planned from 2027-01-01, held to 2027-03-31 and again from 2027-05-01, over 2027: one vacancy,
 *   2027-04-01 to 2027-04-30, 30 days
 */
export function rosterBoard<Held extends Assignment>(question: BoardQuestion<Held>): BoardSlot<Held>[] {
  const { span, positions, plannedFrom } = question;
  const touching = question.assignments.filter((one) => touches(one, span));
  const bySlot = Map.groupBy(touching, ({ positionKey, slot }) => `${positionKey}#${String(slot)}`);
  const planned = positions.filter(isOnRoster).flatMap((position) =>
    Array.from({ length: slotsOf(position) }, (_, index) => ({
      positionKey: position.key,
      slot: index + 1,
    })),
  );
  const isPlanned = new Set(planned.map(({ positionKey, slot }) => `${positionKey}#${String(slot)}`));
  const beyond = [...bySlot.entries()]
    .filter(([key]) => !isPlanned.has(key))
    .flatMap(([, [first]]) => (first ? [{ positionKey: first.positionKey, slot: first.slot }] : []))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const inOrder = (key: string) =>
    (bySlot.get(key) ?? []).toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return [
    ...planned.map((slot) => {
      const assignments = inOrder(nameOf(slot));
      const vacancies = vacanciesOf(assignments, laterOf(span, plannedFrom));
      return { ...slot, isPlanned: true, assignments, vacancies };
    }),
    ...beyond.map((slot) => ({
      ...slot,
      isPlanned: false,
      assignments: inOrder(nameOf(slot)),
      vacancies: [],
    })),
  ];
}

function nameOf({ positionKey, slot }: { readonly positionKey: string; readonly slot: number }): string {
  return `${positionKey}#${String(slot)}`;
}

function touches({ startsOn, endedOn }: Assignment, { from, to }: DaySpan): boolean {
  return startsOn <= to && (endedOn === null || endedOn >= from);
}

function laterOf(span: DaySpan, plannedFrom: PlainDate): DaySpan {
  return plannedFrom > span.from ? { ...span, from: plannedFrom } : span;
}

/** The days of a span on which none of the assignments, in order, holds. */
function vacanciesOf(assignments: readonly Assignment[], span: DaySpan): Vacancy[] {
  const vacancies: Vacancy[] = [];
  let heldThrough = addDays(span.from, -1);
  const emptyUntil = (to: PlainDate) => {
    const from = addDays(heldThrough, 1);
    if (from <= to) vacancies.push({ from, to, days: daysBetween(from, to) + 1 });
  };
  for (const { startsOn, endedOn } of assignments) {
    const dayBefore = addDays(startsOn, -1);
    emptyUntil(dayBefore < span.to ? dayBefore : span.to);
    const through = endedOn ?? span.to;
    if (through > heldThrough) heldThrough = through;
  }
  emptyUntil(span.to);
  return vacancies;
}
