import { setTimeout as wait } from "node:timers/promises";

import type { SamplePerson } from "./sample-client.ts";
import { applyImport, checkImport } from "./sample-operations.ts";

/** A file of figures, and what its mapping says besides the columns. */
export interface SampleFile {
  readonly name: string;
  readonly jurisdictionId: string;
  readonly text: string;
  readonly source: string;
  readonly reportingSystem?: "SRS" | "NIBRS";
}

interface ImportState {
  readonly state: string;
  readonly revision: number;
  readonly proposedMapping: object;
  readonly summary: { readonly added: number; readonly refused: number } | null;
}

/** Brings a file in as a person would: upload, the proposed mapping, dry run, apply. */
export async function importSampleFile(person: SamplePerson, file: SampleFile): Promise<void> {
  const importId = await person.upload(file);
  const { proposedMapping } = await read(person, importId);
  const { source, reportingSystem } = file;
  const mapping = {
    ...proposedMapping,
    source,
    ...(reportingSystem === undefined ? {} : { reportingSystem }),
  };
  await person.change(checkImport, { importId, mapping });
  const checked = await reach(person, importId, "CHECKED");
  if (checked.summary === null || checked.summary.refused > 0 || checked.summary.added === 0) {
    throw new Error(
      `The sample file ${file.name} does not come in whole: ${JSON.stringify(checked.summary)}`,
    );
  }
  await person.change(applyImport, { importId, expectedRevision: checked.revision });
  await reach(person, importId, "APPLIED");
}

async function reach(person: SamplePerson, importId: string, wanted: string): Promise<ImportState> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await read(person, importId);
    if (found.state === wanted) return found;
    await wait(25);
  }
  throw new Error(`An import of the sample state did not become ${wanted} in time.`);
}

async function read(person: SamplePerson, importId: string): Promise<ImportState> {
  const answer = await person.ask<{ import: ImportState }>(
    `query ($id: ID!) { import(id: $id) { state revision proposedMapping summary { added refused } } }`,
    { id: importId },
  );
  return answer.import;
}
