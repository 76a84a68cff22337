import type { ImportableIndicator } from "@frontstep/domain/imports";

import type { Reader } from "#server/persistence/database.ts";

interface Definition {
  readonly name: Readonly<Record<string, string>>;
  readonly measure: ImportableIndicator["measure"];
}

/** Every indicator of the catalogue, with what an import must know of it. */
export async function findImportableIndicators(database: Reader): Promise<ImportableIndicator[]> {
  const rows = await database.indicator.findMany({
    orderBy: { position: "asc" },
    take: 500,
    select: { code: true, definition: true },
  });
  return rows.map(({ code, definition }) => {
    const { name, measure } = definition as unknown as Definition;
    return { code, names: Object.values(name), measure };
  });
}
