/**
 * Reading a file as a table: bytes that arrive are staged, told from what is no table, and read as rows in batches.
 * Bytes and streams are here, what rows mean is in `domain/imports`; neither holds a whole file.
 */
export { largestFile } from "./file-limits.ts";
export { openTable, type OpenedTable, type Opening } from "./open-table.ts";
export { type ByteSource, type CellReading, readRows, type RowBatch } from "./read-records.ts";
export { separators } from "./guess-separator.ts";
export { type KeepPiece, stageFile, type StagedFile, type Staging } from "./stage-file.ts";
export { type TextEncoding, textEncodings } from "./text-encoding.ts";
