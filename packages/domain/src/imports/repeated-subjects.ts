import { figureKey, observationKey, type ObservedFigure } from "../outcomes/index.ts";
import type { IncomingObservation } from "./reconcile-observations.ts";

/**
 * What a file says more than once. Rows that repeat a figure word for word are harmless: the first counts.
 * Rows that contradict each other are all refused, whatever their order, since nobody can tell which is right.
 */
export class RepeatedSubjects {
  /** Which subject it was, in the order in which they were met; the two lists below are in that order. */
  private readonly order = new Map<string, number>();
  private readonly rows: number[] = [];
  private readonly statements: number[] = [];
  /** What is stated, each figure once: a file of a hundred thousand rows states a few thousand different ones. */
  private readonly figures = new Map<string, number>();
  private readonly contradicting = new Map<string, number[]>();

  /** Takes note of an observation of the file. All of them, before any is asked about. */
  note(observation: IncomingObservation): void {
    const key = observationKey(observation);
    const statement = this.statementOf(observation.figure);
    const earlier = this.order.get(key);
    if (earlier === undefined) {
      this.order.set(key, this.rows.length);
      this.rows.push(observation.row);
      this.statements.push(statement);
    } else if (this.statements[earlier] !== statement) {
      const rows = this.contradicting.get(key) ?? [this.rows[earlier] ?? 0];
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
    const rows = this.contradicting.size === 0 ? undefined : this.contradicting.get(key);
    if (rows) return { kind: "contradicted", rows };
    const first = this.rows[this.order.get(key) ?? -1];
    return first === undefined || first === observation.row ? COUNTS : { kind: "repeats", row: first };
  }

  private statementOf(figure: ObservedFigure): number {
    const key = figureKey(figure);
    const known = this.figures.get(key) ?? this.figures.size;
    this.figures.set(key, known);
    return known;
  }
}

const COUNTS = { kind: "counts" } as const;
