import type { Indicator } from "@frontstep/domain/outcomes";
import type { Prisma } from "#server/persistence/generated/client.ts";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** An indicator at its place in the catalogue. */
export interface CatalogueIndicator {
  readonly position: number;
  readonly contentHash: string;
  readonly definition: Indicator;
}

/** Which indicators are wanted. */
export interface IndicatorFilter {
  /** Part of a code, or of a name in any language. */
  readonly search?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly class?: string | null | undefined;
}

const COLUMNS = { position: true, contentHash: true, definition: true } as const;

export async function findIndicator(database: Reader, code: string): Promise<Indicator | null> {
  const row = await database.indicator.findFirst({ where: { code }, select: { definition: true } });
  return row === null ? null : (row.definition as unknown as Indicator);
}

/** Every indicator of the catalogue, in its order; the format bounds it to some hundreds. */
export async function listWholeCatalogue(database: Reader): Promise<CatalogueIndicator[]> {
  const rows = await database.indicator.findMany({ orderBy: { position: "asc" }, select: COLUMNS });
  return rows.map((row) => ({ ...row, definition: row.definition as unknown as Indicator }));
}

/** One row more than the page asks for, in the catalogue's order, with the number of all. */
export async function listIndicators(
  database: Reader,
  filter: IndicatorFilter,
  page: PageRequest,
): Promise<{ rows: CatalogueIndicator[]; totalCount: number }> {
  const where = conditions(filter);
  const lastPosition = Number(page.after?.[0] ?? -1);
  const [found, totalCount] = await Promise.all([
    database.indicator.findMany({
      where: { AND: [where, { position: { gt: lastPosition } }] },
      orderBy: { position: "asc" },
      take: page.first + 1,
      select: COLUMNS,
    }),
    database.indicator.count({ where }),
  ]);
  return {
    rows: found.map((row) => ({ ...row, definition: row.definition as unknown as Indicator })),
    totalCount,
  };
}

function conditions({ search, theme, class: wantedClass }: IndicatorFilter): Prisma.IndicatorWhereInput {
  const words = search?.trim();
  return {
    AND: [
      ...(theme ? [{ definition: { path: ["theme"], equals: theme } }] : []),
      ...(wantedClass ? [{ definition: { path: ["class"], equals: wantedClass } }] : []),
      ...(words
        ? [{ OR: [{ code: { contains: words, mode: "insensitive" as const } }, ...named(words)] }]
        : []),
    ],
  };
}

function named(words: string): Prisma.IndicatorWhereInput[] {
  return ["en", "es"].map((language) => ({
    definition: { path: ["name", language], string_contains: words, mode: "insensitive" as const },
  }));
}

export async function insertIndicators(
  database: Reader,
  indicators: readonly CatalogueIndicator[],
): Promise<void> {
  await database.indicator.createMany({ data: indicators.map(toRow) });
}

export async function updateIndicator(database: Reader, indicator: CatalogueIndicator): Promise<void> {
  const { code, ...data } = toRow(indicator);
  await database.indicator.updateMany({ where: { code }, data });
}

function toRow({ definition, ...row }: CatalogueIndicator): Prisma.IndicatorCreateManyInput {
  return { ...row, code: definition.key, definition: definition };
}
