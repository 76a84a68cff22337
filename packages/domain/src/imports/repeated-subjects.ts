import { isSameFigure, observationKey, type ObservedFigure } from "../outcomes/index.ts";
import type { IncomingObservation } from "./reconcile-observations.ts";

/**
 * What a file says more than once. Rows that repeat a figure word for word are harmless: the first counts.
 * Rows that contradict each other are all refused, whatever their order, since nobody can tell which is right.
 */
export class RepeatedSubjects {
  private readonly first = new Map<string, { row: number; figure: ObservedFigure }>();
  private readonly contradicting = new Map<string, number[]>();

  /** Takes note of an observation of the file. All of them, before any is asked about. */
  note(observation: IncomingObservation): void {
    const key = observationKey(observation);
    const earlier = this.first.get(key);
    if (!earlier) {
      this.first.set(key, { row: observation.row, figure: observation.figure });
    } else if (!isSameFigure(earlier.figure, observation.figure)) {
      const rows = this.contradicting.get(key) ?? [earlier.row];
      this.contradicting.set(key, [...rows, observation.row].slice(0, 10));
    }
  }

  /** Whether the observation counts, repeats an earlier row, or is contradicted by other rows. */
  judge(
    observation: IncomingObservation,
  ):
    | { kind: "counts" }
    | { kind: "repeats"; row: number }
    | { kind: "contradicted"; rows: readonly number[] } {
    const key = observationKey(observation);
    const rows = this.contradicting.get(key);
    if (rows) return { kind: "contradicted", rows };
    const first = this.first.get(key);
    return first && first.row !== observation.row ? { kind: "repeats", row: first.row } : { kind: "counts" };
  }
}
