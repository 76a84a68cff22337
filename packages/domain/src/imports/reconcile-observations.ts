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

/** An observation of a file, with the row that states it. */
export interface IncomingObservation extends Observation {
  readonly row: number;
}

/** What bringing in one observation would do. */
export type Reconciled =
  | {
      readonly kind: "added";
      readonly incoming: IncomingObservation;
      readonly figure: ObservedFigure;
      readonly revision: number;
    }
  | {
      readonly kind: "changed";
      readonly incoming: IncomingObservation;
      readonly figure: ObservedFigure;
      readonly revision: number;
      readonly before: ObservedFigure;
    }
  | { readonly kind: "leftAlone"; readonly incoming: IncomingObservation };

/**
 * Sets incoming observations beside the figures that hold now, found by `observationKey`.
 * A subject without a figure is added; one with another figure is changed, as the next revision, and what the incoming
 * one leaves out stays; one with the same figure is left alone, so the same file twice changes nothing.
 * A subject that once had a figure and has none now goes on counting its revisions: `lastRevision` says how far it got.
 */
export function reconcileObservations(
  incoming: readonly IncomingObservation[],
  current: ReadonlyMap<string, CurrentFigure>,
  lastRevision: ReadonlyMap<string, number> = new Map(),
): readonly Reconciled[] {
  return incoming.map((observation) => {
    const key = observationKey(observation);
    const now = current.get(key);
    if (!now)
      return {
        kind: "added",
        incoming: observation,
        figure: observation.figure,
        revision: (lastRevision.get(key) ?? 0) + 1,
      };
    const figure = restateFigure(now.figure, observation.figure);
    if (isSameFigure(now.figure, figure)) return { kind: "leftAlone", incoming: observation };
    return { kind: "changed", incoming: observation, figure, revision: now.revision + 1, before: now.figure };
  });
}
