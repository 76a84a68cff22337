import { jurisdictionCsvImporter } from "./jurisdiction-csv-importer.ts";
import { observationCsvImporter } from "./observation-csv-importer.ts";
import { rosterCsvImporter } from "./roster-csv-importer.ts";

/** Every way to bring in a file. The server offers what this list holds. */
export const importers = {
  observations: observationCsvImporter,
  jurisdictions: jurisdictionCsvImporter,
  roster: rosterCsvImporter,
} as const;

/** The key of a way to bring in a file. */
export type ImporterKey = keyof typeof importers;

/** Whether a text is the key of an importer. */
export function isImporterKey(text: string): text is ImporterKey {
  return Object.hasOwn(importers, text);
}
