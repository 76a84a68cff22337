import type { z } from "zod";
import type { Finding } from "../shared/index.ts";
import type { TableColumn, TableRow, TableSample } from "./table.ts";

/** What became of one row: entries to bring in, or the reason why there are none. Both may come with findings. */
export interface RowReading<Entry> {
  readonly entries: readonly Entry[];
  /** How many cells that should hold a figure were blank. */
  readonly missing: number;
  /** Why the whole row was left out, where it was. */
  readonly skipped?: SkipReason | undefined;
  readonly findings: readonly Finding[];
}

/** Why a row was left out without being refused. */
export type SkipReason = "blank" | "text" | "leftOutByMapping";

/** The table as the rules for one row need it. */
export interface ReadingTable {
  readonly columns: readonly TableColumn[];
  /** The row of the header; what is above it is not data. */
  readonly headerRow: number;
  /** The different values in each column, where they are known. */
  readonly values?: TableSample["values"];
}

/**
 * A way to bring in one kind of file: it guesses what the columns mean, checks what a person decided,
 * and turns rows into entries. Pure: reading bytes, finding places and saving are shared by all importers.
 */
export interface Importer<Mapping, Entry, Facts> {
  /** What is brought in, in one word. */
  readonly key: string;
  /** Reads a mapping that was kept or sent. */
  readonly mappingSchema: z.ZodType<Mapping>;
  /** An error for each column that must not come in at all; the file is then not kept. */
  readonly privateColumns: (sample: TableSample) => readonly Finding[];
  /** The mapping to propose, from the header and the first rows. */
  guess(sample: TableSample, facts: Facts): Mapping;
  /** What stands in the way of using the mapping for this table. */
  check(mapping: Mapping, table: ReadingTable, facts: Facts): readonly Finding[];
  /** The rule for one row, with everything that does not change from row to row worked out beforehand. */
  reader(mapping: Mapping, table: ReadingTable, facts: Facts): (row: TableRow) => RowReading<Entry>;
}
