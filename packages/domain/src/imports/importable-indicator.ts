import type { Measure } from "../outcomes/index.ts";
import type { FindingValues, Key, PlainDate } from "../shared/index.ts";

/** What an import must know of an indicator: its code, what it is called, and what kind of number it is. */
export interface ImportableIndicator {
  readonly code: Key;
  /** Every name it goes by, in all languages. */
  readonly names: readonly string[];
  readonly measure: Measure;
}

/** What an import of figures must know besides the file. */
export interface ObservationFacts {
  readonly indicators: readonly ImportableIndicator[];
  readonly today: PlainDate;
}

/** Something wrong with a value: a stable code, and a sentence that says what to do. */
export interface ValueProblem {
  readonly code: string;
  readonly message: string;
  readonly values: FindingValues;
}

/**
 * Whether a value can be one of the indicator at all. Counts are whole and not negative, and not above the population
 * behind them; shares run from 0 to 100, but a clearance may exceed 100 and so up to 1,000 is let through.
 */
export function judgeValue(
  value: number,
  measure: Measure,
  population: number | undefined,
): ValueProblem | undefined {
  if (value < 0 && measure.kind !== "difference" && !(measure.kind === "mean" && measure.from < 0)) {
    return {
      code: "VALUE_NEGATIVE",
      message: `${String(value)} is below zero, which this indicator cannot be. Check the cell.`,
      values: { value },
    };
  }
  switch (measure.kind) {
    case "count":
      return judgeCount(value, population);
    case "share":
      return value > 1000 ? beyond(value, "a share is written from 0 to 100", [0, 100]) : undefined;
    case "difference":
      return Math.abs(value) > 100
        ? beyond(value, "a difference of shares lies between -100 and 100 points", [-100, 100])
        : undefined;
    case "mean":
      return value < measure.from || value > measure.to
        ? beyond(value, `the scale runs from ${String(measure.from)} to ${String(measure.to)}`, [
            measure.from,
            measure.to,
          ])
        : undefined;
    default:
      return undefined;
  }
}

function judgeCount(value: number, population: number | undefined): ValueProblem | undefined {
  if (!Number.isInteger(value)) {
    return {
      code: "COUNT_NOT_WHOLE",
      message: `${String(value)} is not a whole number, and this indicator counts events. Check whether the column is a rate.`,
      values: { value },
    };
  }
  if (population !== undefined && value > population) {
    return {
      code: "COUNT_ABOVE_POPULATION",
      message: `The count ${String(value)} is above the population ${String(population)}. Check both cells.`,
      values: { value, population },
    };
  }
  return undefined;
}

function beyond(value: number, limit: string, [from, to]: readonly [number, number]): ValueProblem {
  return {
    code: "VALUE_OUT_OF_RANGE",
    message: `${String(value)} is out of range: ${limit}. Check the cell.`,
    values: { value, from, to },
  };
}
