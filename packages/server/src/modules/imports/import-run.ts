import type { ReadingTable } from "@frontstep/domain/imports";
import type { PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

import type { ByteSource, CellReading } from "./reading/index.ts";

/** One pass of a file through an importer: what it reads, as whom, and how it reports that it goes on. */
export interface ImportRun {
  readonly database: Reader;
  /** Whose figures may come in; the platform for those of any jurisdiction. */
  readonly jurisdictionId: string;
  readonly source: ByteSource;
  readonly reading: CellReading;
  readonly table: ReadingTable;
  readonly mapping: unknown;
  readonly today: PlainDate;
  /** Told after each batch of rows; throws when somebody asked to stop. */
  goOn(pass: 0 | 1, row: number): void;
}
