import type { TestCity } from "./city.ts";
import type { TestActor } from "./test-server.ts";

export const ADD = `mutation ($input: AddOfficerInput!) { addOfficer(input: $input) {
  __typename
  ... on OfficerAdded { officer { id name languages isPublished revision } }
  ... on OfficerMaybeKnown { officers { id name } }
  ... on RosterChangeRefused { findings { code path } }
} }`;
export const ASSIGNMENT = `id revision siteId siteName positionKey slot startsOn endedOn exitReason share officer { id name }
  commitment { endsOn } trainings { trainingKey state }`;
export const NOT_PLACED = `... on AssignmentOverlaps { other { id siteName startsOn endedOn } }
  ... on SlotHeld { other { id officer { name } } }
  ... on RosterChangeRefused { findings { code path } }`;
export const ASSIGN = `mutation ($input: AssignOfficerInput!) { assignOfficer(input: $input) {
  __typename ... on OfficerAssigned { assignment { ${ASSIGNMENT} } } ${NOT_PLACED} } }`;
export const END = `mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) {
  __typename ... on AssignmentEnded { assignment { ${ASSIGNMENT} } } ${NOT_PLACED} } }`;
export const CORRECT = `mutation ($input: CorrectAssignmentInput!) { correctAssignment(input: $input) {
  __typename ... on AssignmentCorrected { assignment { ${ASSIGNMENT} } } ${NOT_PLACED} } }`;
export const LEAVE = `mutation ($input: RecordLeaveInput!) { recordLeave(input: $input) {
  __typename ... on LeaveRecorded { assignment { id leaves { startsOn endsOn kind } currentLeave { endsOn }
    commitment { endsOn leaveDays endsWithLeaveOn } } }
  ... on RosterChangeRefused { findings { code path } } } }`;
export const TRAIN = `mutation ($input: RecordTrainingInput!) { recordTraining(input: $input) {
  __typename ... on TrainingRecorded { officer { completions { trainingKey completedOn } } }
  ... on RosterChangeRefused { findings { code path } } } }`;
export const ROSTER = `query ($id: ID!, $asOf: Date) { site(id: $id) { roster(asOf: $asOf) {
  asOf slotCount filledCount vacantCount endingCount trainingGapCount
  shortfalls { floorKey seats held } partnerPositions { positionKey slotCount }
  slots { positionKey slot vacantSince daysVacant isPlanned holder { id officer { name } } next { startsOn } }
} } }`;

/** A person in a slot, or who is in the way. */
export interface Placed {
  readonly __typename: string;
  readonly assignment: {
    readonly id: string;
    readonly revision: number;
    readonly share: number;
    readonly commitment: { readonly endsOn: string } | null;
    readonly trainings: readonly { readonly trainingKey: string; readonly state: string }[];
  };
  readonly other: { readonly id: string };
  readonly findings: readonly { readonly code: string; readonly path: string }[];
}

/** The slots of a site on a day. */
export interface Roster {
  readonly slotCount: number;
  readonly filledCount: number;
  readonly vacantCount: number;
  readonly endingCount: number;
  readonly trainingGapCount: number;
  readonly shortfalls: readonly object[];
  readonly partnerPositions: readonly { readonly positionKey: string }[];
  readonly slots: readonly {
    readonly positionKey: string;
    readonly slot: number;
    readonly vacantSince: string | null;
    readonly daysVacant: number;
    readonly holder: { readonly officer: { readonly name: string } } | null;
    readonly next: { readonly startsOn: string } | null;
  }[];
}

/** Calls about the roster of one site, by its city's administrator unless said otherwise. */
export function rosterCalls(at: () => { readonly city: TestCity; readonly siteId: string }) {
  let made = 0;
  async function addOfficer(
    actor: TestActor = at().city.administrator,
    changes: object = {},
  ): Promise<string> {
    made += 1;
    const input = {
      jurisdictionId: at().city.jurisdictionId,
      name: `Officer ${String(made)}`,
      rank: "Police Officer III",
      languages: ["en", "es"],
      ...changes,
    };
    const { addOfficer: added } = await actor.get<{ addOfficer: { officer: { id: string } } }>(ADD, {
      input,
    });
    return added.officer.id;
  }

  async function assign(changes: object, actor: TestActor = at().city.administrator): Promise<Placed> {
    const input = {
      jurisdictionId: at().city.jurisdictionId,
      siteId: at().siteId,
      positionKey: "OFF-GEN",
      slot: 1,
      startsOn: "2026-03-02",
      ...changes,
    };
    return (await actor.get<{ assignOfficer: Placed }>(ASSIGN, { input })).assignOfficer;
  }

  async function end(placed: Placed, endedOn: string, exitReason = "PROMOTION"): Promise<Placed> {
    const { id, revision } = placed.assignment;
    const input = {
      jurisdictionId: at().city.jurisdictionId,
      id,
      expectedRevision: revision,
      endedOn,
      exitReason,
    };
    return (await at().city.administrator.get<{ endAssignment: Placed }>(END, { input })).endAssignment;
  }

  async function rosterOf(id: string, asOf?: string): Promise<Roster> {
    return (await at().city.administrator.get<{ site: { roster: Roster } }>(ROSTER, { id, asOf })).site
      .roster;
  }

  return { addOfficer, assign, end, rosterOf };
}
