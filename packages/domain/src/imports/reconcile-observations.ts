import {
  isSameFigure,
  observationKey,
  restateFigure,
  type Observation,
  type ObservedFigure,
} from "../outcomes/index.ts";

/** A figure that holds now, with the revision that it has reached. */
export interface CurrentFigure {
  readonly figure: ObservedFigure;
  readonly revision: number;
}

/** An observation of a file, with the row and the column that state it. */
export interface IncomingObservation extends Observation {
  readonly row: number;
  readonly column?: string | undefined;
}

/** What bringing in one observation would do. */
export type Reconciled<Incoming extends IncomingObservation = IncomingObservation> =
  | {
      readonly kind: "added";
      readonly incoming: Incoming;
      readonly figure: ObservedFigure;
      readonly revision: number;
    }
  | {
      readonly kind: "changed";
      readonly incoming: Incoming;
      readonly figure: ObservedFigure;
      readonly revision: number;
      readonly before: ObservedFigure;
    }
  | { readonly kind: "leftAlone"; readonly incoming: Incoming };

/**
 * Sets incoming observations beside the figures that hold now, found by `observationKey`.
 * A subject without a figure is added; one with another figure is changed, as the next revision, and what the incoming
 * one leaves out stays; one with the same figure is left alone, so the same file twice changes nothing.
 * Revisions are counted on from the last that the subject ever had, also when none of them holds any more.
 */
export function reconcileObservations<Incoming extends IncomingObservation>(
  incoming: readonly Incoming[],
  current: ReadonlyMap<string, CurrentFigure>,
  lastRevision: ReadonlyMap<string, number> = new Map(),
): readonly Reconciled<Incoming>[] {
  return incoming.map((observation): Reconciled<Incoming> => {
    const key = observationKey(observation);
    const now = current.get(key);
    const revision = (lastRevision.get(key) ?? now?.revision ?? 0) + 1;
    if (!now) return { kind: "added", incoming: observation, figure: observation.figure, revision };
    const figure = restateFigure(now.figure, observation.figure);
    if (isSameFigure(now.figure, figure)) return { kind: "leftAlone", incoming: observation };
    return { kind: "changed", incoming: observation, figure, revision, before: now.figure };
  });
}
