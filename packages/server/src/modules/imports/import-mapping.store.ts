import type { Reader } from "#server/persistence/database.ts";

import type { ImportRecord } from "./import.store.ts";

/** A mapping of columns to meanings that was worth a name. */
export interface ImportMapping {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly importer: string;
  readonly name: string;
  readonly mapping: unknown;
  readonly revision: number;
}

type Shelf = Pick<ImportRecord, "jurisdictionId" | "importer">;

export async function listMappings(database: Reader, shelf: Shelf): Promise<ImportMapping[]> {
  return await database.importMapping.findMany({ where: { ...shelf }, orderBy: { name: "asc" }, take: 200 });
}

export async function findMapping(
  database: Reader,
  shelf: Shelf,
  name: string,
): Promise<ImportMapping | null> {
  return await database.importMapping.findFirst({
    where: { jurisdictionId: shelf.jurisdictionId, importer: shelf.importer, name },
  });
}

export async function insertMapping(database: Reader, mapping: ImportMapping): Promise<void> {
  await database.importMapping.createMany({ data: [{ ...mapping, mapping: mapping.mapping as object }] });
}

export async function updateMapping(
  database: Reader,
  { jurisdictionId, id, mapping, revision }: ImportMapping,
): Promise<boolean> {
  const { count } = await database.importMapping.updateMany({
    where: { jurisdictionId, id, revision },
    data: { mapping: mapping as object, revision: revision + 1 },
  });
  return count === 1;
}

export async function deleteMapping(
  database: Reader,
  { jurisdictionId, id }: Pick<ImportMapping, "jurisdictionId" | "id">,
): Promise<boolean> {
  return (await database.importMapping.deleteMany({ where: { jurisdictionId, id } })).count === 1;
}
