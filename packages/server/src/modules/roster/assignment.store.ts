import type { Assignment, DaySpan, ExitReason, Leave, LeaveKind } from "@frontstep/domain/roster";
import { addDays, plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

import { type Officer, OFFICER_COLUMNS } from "./officer.store.ts";

/** An assignment as it is kept, with the person and where it is. */
export interface KeptAssignment extends Assignment {
  readonly jurisdictionId: string;
  readonly revision: number;
  readonly officer: Officer;
  /** Days away, the earliest first. */
  readonly leaves: readonly Leave[];
}

/** The most assignments of a site or a person that are looked at together. */
const MOST_ASSIGNMENTS = 5_000;

/** The most leaves of one assignment that are looked at; one a month for eight years. */
const MOST_LEAVES = 100;

const COLUMNS = {
  jurisdictionId: true,
  id: true,
  siteId: true,
  officerId: true,
  positionKey: true,
  slot: true,
  startsOn: true,
  expectedEndOn: true,
  endedOn: true,
  exitReason: true,
  share: true,
  handOverDays: true,
  revision: true,
  officer: { select: OFFICER_COLUMNS },
  leaves: {
    select: { startsOn: true, endsOn: true, kind: true },
    orderBy: { startsOn: "asc" },
    take: MOST_LEAVES,
  },
} as const;

interface Row extends Omit<
  KeptAssignment,
  "startsOn" | "expectedEndOn" | "endedOn" | "exitReason" | "leaves"
> {
  readonly startsOn: Date;
  readonly expectedEndOn: Date | null;
  readonly endedOn: Date | null;
  readonly exitReason: string | null;
  readonly leaves: readonly { readonly startsOn: Date; readonly endsOn: Date; readonly kind: string }[];
}

export async function findAssignment(
  database: Reader,
  jurisdictionId: string,
  id: string,
): Promise<KeptAssignment | null> {
  const row = await database.assignment.findFirst({ where: { jurisdictionId, id }, select: COLUMNS });
  return row === null ? null : kept(row);
}

/** Which assignments are wanted: of some sites, of some people, in a slot, that changed on some days. */
export interface AssignmentFilter {
  readonly jurisdictionId: string;
  readonly siteIds?: readonly string[];
  readonly officerIds?: readonly string[];
  readonly slot?: { readonly siteId: string; readonly positionKey: string; readonly slot: number };
  /** Those that begin or end on these days or next to them, or have a leave that begins on them. */
  readonly changedIn?: DaySpan;
}

/** The assignments wanted, the latest first. */
export async function listAssignments(database: Reader, filter: AssignmentFilter): Promise<KeptAssignment[]> {
  const { jurisdictionId, siteIds, officerIds, slot, changedIn } = filter;
  const rows = await database.assignment.findMany({
    where: {
      jurisdictionId,
      ...(siteIds ? { siteId: { in: [...siteIds] } } : {}),
      ...(officerIds ? { officerId: { in: [...officerIds] } } : {}),
      ...slot,
      ...(changedIn ? { OR: changesIn(changedIn) } : {}),
    },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    take: MOST_ASSIGNMENTS,
    select: COLUMNS,
  });
  return rows.map(kept);
}

function changesIn({ from, to }: DaySpan) {
  const around = { gte: new Date(addDays(from, -1)), lte: new Date(addDays(to, 1)) };
  const within = { gte: new Date(from), lte: new Date(to) };
  return [{ startsOn: around }, { endedOn: around }, { leaves: { some: { startsOn: within } } }];
}

function kept(row: Row): KeptAssignment {
  return {
    ...row,
    startsOn: dayOf(row.startsOn),
    expectedEndOn: row.expectedEndOn === null ? null : dayOf(row.expectedEndOn),
    endedOn: row.endedOn === null ? null : dayOf(row.endedOn),
    exitReason: row.exitReason as ExitReason | null,
    leaves: row.leaves.map(({ startsOn, endsOn, kind }) => ({
      startsOn: dayOf(startsOn),
      endsOn: dayOf(endsOn),
      kind: kind as LeaveKind,
    })),
  };
}

function dayOf(date: Date): PlainDate {
  return plainDateOf(date.toISOString().slice(0, 10));
}

/** The constraints that keep people and slots from being promised twice. */
export const OVERLAP_CONSTRAINTS = [
  "assignment_slot_has_one_holder",
  "assignment_full_time_is_one_place",
  "assignment_full_time_leaves_no_room",
] as const;

export async function insertAssignment(database: Reader, assignment: KeptAssignment): Promise<void> {
  await database.assignment.createMany({ data: [columnsOf(assignment)] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateAssignment(database: Reader, assignment: KeptAssignment): Promise<boolean> {
  const { jurisdictionId, id, revision, ...changed } = columnsOf(assignment);
  const { count } = await database.assignment.updateMany({
    where: { jurisdictionId, id, revision },
    data: { ...changed, revision: revision + 1 },
  });
  return count === 1;
}

function columnsOf(assignment: KeptAssignment) {
  const { jurisdictionId, id, siteId, officerId, positionKey, slot, exitReason } = assignment;
  const { share, handOverDays, revision } = assignment;
  return {
    jurisdictionId,
    id,
    siteId,
    officerId,
    positionKey,
    slot,
    exitReason,
    share,
    handOverDays,
    revision,
    startsOn: new Date(assignment.startsOn),
    expectedEndOn: assignment.expectedEndOn === null ? null : new Date(assignment.expectedEndOn),
    endedOn: assignment.endedOn === null ? null : new Date(assignment.endedOn),
  };
}
