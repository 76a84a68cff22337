import type { ReactNode } from "react";

/** A column of a data table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** What sorting and CSV use, and what is shown unless `cell` says otherwise; null is "no value". */
  readonly value: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** How a value without a `cell` is written: `number` groups its digits; otherwise as it is. */
  readonly format?: "number";
  /** Left out until the reader chooses it. */
  readonly isHiddenAtFirst?: boolean;
  readonly canSort?: boolean;
}
