import {
  commitmentAlertDays,
  commitmentWithLeave,
  leaveOn,
  slotsOf,
  trainingStandings,
  type Leave,
  type Position,
  type RequiredTraining,
  type TrainingStanding,
} from "@frontstep/domain/roster";
import { daysBetween, localize, type Language, type PlainDate } from "@frontstep/domain/shared";

import type { KeptAssignment } from "./assignment.store.ts";
import type { Completion } from "./officer.store.ts";
import type { StaffedSite } from "./staffed-site.store.ts";

/** How far a commitment has come on a day. */
export interface Commitment {
  readonly endsOn: PlainDate;
  readonly daysLeft: number;
  /** The step reached of 30, 90 and 180 days before the end; null before them. */
  readonly within: number | null;
  /** How much of it is behind, from 0 to 1. */
  readonly elapsed: number;
  /** Days of leave that would move the end, and where to. */
  readonly leaveDays: number;
  readonly endsWithLeaveOn: PlainDate;
}

/** A training that a slot asks for, and how its holder stands with it. */
export interface NamedStanding extends TrainingStanding {
  readonly name: string;
}

/** An assignment in the words of its site's design, on a day. */
export interface DescribedAssignment extends KeptAssignment {
  readonly siteName: string | null;
  readonly timeZone: string | null;
  readonly positionTitle: string;
  /** Whether the position has several slots, so that a number tells them apart. */
  readonly hasSeveralSlots: boolean;
  readonly commitment: Commitment | null;
  /** The leave that the person is on; null while present. */
  readonly currentLeave: Leave | null;
  readonly trainings: readonly NamedStanding[];
}

/** What is known where an assignment is described. */
export interface Surroundings {
  readonly sites: readonly StaffedSite[];
  readonly completions: readonly Completion[];
  readonly asOf: PlainDate;
  readonly language: Language;
}

/** Puts an assignment in the words of its site's design. */
export function describeAssignment(assignment: KeptAssignment, around: Surroundings): DescribedAssignment {
  const site = around.sites.find(({ id }) => id === assignment.siteId);
  const position = site?.positions.find(({ key }) => key === assignment.positionKey);
  return {
    ...assignment,
    siteName: site?.name ?? null,
    timeZone: site?.timeZone ?? null,
    positionTitle: position ? localize(position.title, around.language) : assignment.positionKey,
    hasSeveralSlots: position !== undefined && slotsOf(position) > 1,
    commitment: commitmentOn(assignment, around.asOf),
    currentLeave: leaveOn(assignment.leaves, assignment, around.asOf),
    trainings: site && position ? standings(assignment, { site, position, around }) : [],
  };
}

function commitmentOn(assignment: KeptAssignment, asOf: PlainDate): Commitment | null {
  const { startsOn, expectedEndOn } = assignment;
  if (expectedEndOn === null) return null;
  const daysLeft = daysBetween(asOf, expectedEndOn);
  const length = daysBetween(startsOn, expectedEndOn) + 1;
  const behind = daysBetween(startsOn, asOf);
  const moved = commitmentWithLeave({ ...assignment, expectedEndOn }, assignment.leaves);
  return {
    endsOn: expectedEndOn,
    daysLeft,
    within: commitmentAlertDays.find((days) => daysLeft <= days) ?? null,
    elapsed: Math.min(1, Math.max(0, behind / length)),
    leaveDays: moved.leaveDays,
    endsWithLeaveOn: moved.endsOn,
  };
}

function standings(
  assignment: KeptAssignment,
  { site, position, around }: { site: StaffedSite; position: Position; around: Surroundings },
): NamedStanding[] {
  const completed = around.completions.filter(({ officerId }) => officerId === assignment.officerId);
  return trainingStandings(requiredTrainings(site, position), completed, around.asOf).map((standing) => {
    const training = site.trainings.find(({ key }) => key === standing.trainingKey);
    return { ...standing, name: training ? localize(training.name, around.language) : standing.trainingKey };
  });
}

function requiredTrainings(site: StaffedSite, position: Position): RequiredTraining[] {
  return position.requiredTrainings.map((trainingKey) => {
    const validMonths = site.trainings.find(({ key }) => key === trainingKey)?.validMonths;
    return validMonths === undefined ? { trainingKey } : { trainingKey, validMonths };
  });
}
