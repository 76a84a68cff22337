import { bringIn, check, readImport, type ReadImport, settled, uploadFile } from "../import-file.ts";
import { change, type MutationCase, newName, type Stage } from "./mutation-case.ts";

const STAGED = "the file is only in the staging area; what it brings in is recorded when it is applied";

/** A file with a figure that no other file has, for a site that is there. */
async function newFile(stage: Stage) {
  const { city } = stage;
  const siteId = await stage.openSite();
  const { site } = await city.administrator.get<{ site: { name: string } }>(
    `query ($id: ID!) { site(id: $id) { name } }`,
    { id: siteId },
  );
  const bytes = `Site,Year,Month,Violent crime\n${site.name},2026,1,12\n`;
  return { bytes, jurisdictionId: city.jurisdictionId };
}

async function uploaded(stage: Stage): Promise<ReadImport> {
  const { importId } = await uploadFile(stage.server, stage.city.administrator, await newFile(stage));
  return await readImport(stage.city.administrator, importId ?? "");
}

async function checked(stage: Stage): Promise<ReadImport> {
  return await check(stage.server, stage.city.administrator, await newFile(stage));
}

async function mappingOf(stage: Stage): Promise<Record<string, unknown>> {
  const { id, proposedMapping } = await uploaded(stage);
  return { importId: id, name: newName("Monthly file"), mapping: proposedMapping };
}

/** Files of figures. */
export const importCases: Readonly<Record<string, MutationCase>> = {
  checkImport: {
    unrecorded: STAGED,
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const { id, proposedMapping } = await uploaded(stage);
      const variables = { input: { importId: id, mapping: proposedMapping } };
      return { actor: administrator, variables, settled: () => settled(administrator, id) };
    },
  },
  cancelImport: {
    unrecorded: STAGED,
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { importId: (await checked(stage)).id },
    }),
  },
  discardImport: {
    unrecorded: STAGED,
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { importId: (await checked(stage)).id },
    }),
  },
  applyImport: {
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const { id, revision } = await checked(stage);
      const variables = { input: { importId: id, expectedRevision: revision } };
      return { actor: administrator, variables, settled: () => settled(administrator, id) };
    },
  },
  undoImport: {
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const { id } = await bringIn(stage.server, administrator, await newFile(stage));
      const variables = { input: { importId: id, reason: "It was last year's file." } };
      return { actor: administrator, variables, settled: () => settled(administrator, id) };
    },
  },
  saveImportMapping: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: await mappingOf(stage) },
    }),
  },
  removeImportMapping: {
    prepare: async (stage) => {
      const { jurisdictionId, administrator } = stage.city;
      const { mapping } = await change<{ mapping: { id: string } }>(administrator, "saveImportMapping", {
        input: await mappingOf(stage),
        wanted: "... on ImportMappingSaved { mapping { id } }",
      });
      return { actor: administrator, variables: { input: { jurisdictionId, id: mapping.id } } };
    },
  },
};
