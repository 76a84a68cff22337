/**
 * Imports: a file taken in. What its columns mean is a mapping; what a row says is read by an importer;
 * what it would change is reconciled with the figures that hold now. Nothing here reads a byte or saves a row.
 */
export {
  explainPlace,
  placeClaimKey,
  type ClaimedObservation,
  type FoundPlace,
  type PlaceAnswer,
  type PlaceClaim,
} from "./claimed-observation.ts";
export type { ImportableIndicator, ObservationFacts } from "./importable-indicator.ts";
export type { Importer, ReadingTable, RowReading, SkipReason } from "./importer.ts";
export { importers, isImporterKey, type ImporterKey } from "./importers.ts";
export { jurisdictionCsvImporter, type DirectoryEntry } from "./jurisdiction-csv-importer.ts";
export { observationCsvImporter } from "./observation-csv-importer.ts";
export {
  directoryKinds,
  jurisdictionMappingSchema,
  type DirectoryKind,
  type JurisdictionMapping,
} from "./parse-jurisdiction-mapping.ts";
export { observationMappingSchema, type ObservationMapping } from "./parse-observation-mapping.ts";
export { RosterPlan, type KnownPeople, type PlannedEntry, type RosterSite } from "./plan-roster.ts";
export {
  reconcileDirectoryEntry,
  type ListedJurisdiction,
  type ReconciledEntry,
} from "./reconcile-directory.ts";
export {
  reconcileObservations,
  type CurrentFigure,
  type IncomingObservation,
  type Reconciled,
} from "./reconcile-observations.ts";
export { RepeatedSubjects } from "./repeated-subjects.ts";
export { rosterCsvImporter, type RosterEntry } from "./roster-csv-importer.ts";
export {
  findHeaderRow,
  isBlankRow,
  nameColumns,
  type TableColumn,
  type TableRow,
  type TableSample,
  valuesOfColumn,
} from "./table.ts";
