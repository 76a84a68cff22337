/**
 * Reading a file as a table: bytes that arrive are staged, told from what is no table, and read as rows in batches.
 * Bytes and streams are here, what rows mean is in `domain/imports`; neither holds a whole file.
 */
export { largestFile } from "./file-limits.ts";
export { openTable } from "./open-table.ts";
export { type ByteSource, type CellReading, readRows } from "./read-records.ts";
export { type KeepPiece, stageFile, type StagedFile } from "./stage-file.ts";
