/**
 * The record: every write is one change set, with each row's before and after. The database
 * attaches the rows; this module only reads.
 */
export type { ChangeSet } from "./audit.store.ts";
