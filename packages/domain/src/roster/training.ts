import { addDays, addMonths, type PlainDate } from "../shared/index.ts";

/** A training that a slot asks for. */
export interface RequiredTraining {
  readonly trainingKey: string;
  /** How long a completion holds, in months; absent when it holds for good. */
  readonly validMonths?: number | undefined;
}

/** A training done: which one, and when. No grade, no remark. */
export interface CompletedTraining {
  readonly trainingKey: string;
  readonly completedOn: PlainDate;
}

/** How a person stands with a training that the slot asks for. */
export interface TrainingStanding {
  readonly trainingKey: string;
  /** `expiring`: done, and its last valid day is within 90 days. `expired`: done once, not valid now. */
  readonly state: "done" | "expiring" | "expired" | "missing";
  /** The latest completion up to the day. */
  readonly completedOn: PlainDate | null;
  /** The last day on which the completion holds; null when it holds for good or was never done. */
  readonly validThrough: PlainDate | null;
}

/** How near the end of a completion's validity must be for it to be called expiring, in days. */
const expiringWithinDays = 90;

/** How a person stands on a day with each training required, in the order required. */
export function trainingStandings(
  required: readonly RequiredTraining[],
  completed: readonly CompletedTraining[],
  asOf: PlainDate,
): TrainingStanding[] {
  return required.map((training) => trainingStanding(training, completed, asOf));
}

function trainingStanding(
  { trainingKey, validMonths }: RequiredTraining,
  completed: readonly CompletedTraining[],
  asOf: PlainDate,
): TrainingStanding {
  const completedOn = completed
    .filter((training) => training.trainingKey === trainingKey && training.completedOn <= asOf)
    .map((training) => training.completedOn)
    .sort()
    .at(-1);
  if (completedOn === undefined)
    return { trainingKey, state: "missing", completedOn: null, validThrough: null };
  if (validMonths === undefined) return { trainingKey, state: "done", completedOn, validThrough: null };
  const validThrough = addDays(addMonths(completedOn, validMonths), -1);
  return { trainingKey, state: stateOn(asOf, validThrough), completedOn, validThrough };
}

function stateOn(asOf: PlainDate, validThrough: PlainDate): TrainingStanding["state"] {
  if (validThrough < asOf) return "expired";
  return validThrough <= addDays(asOf, expiringWithinDays) ? "expiring" : "done";
}

/** The trainings that a person still lacks on a day: missing or expired. */
export function trainingGaps(standings: readonly TrainingStanding[]): TrainingStanding[] {
  return standings.filter(({ state }) => state === "missing" || state === "expired");
}
