import type { RunningProduct } from "./running-product.ts";

/** One line of the report. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should not exceed on two cores that do nothing else. */
  readonly most?: number;
}

/** Something that is measured; `bench.ts` has the list. */
export type BenchCase = (product: RunningProduct) => Promise<Result[]>;
