import { importers, type ObservationFacts } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";

import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { PLATFORM } from "#server/persistence/write.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { listFindings, type StoredFinding } from "./import-finding.store.ts";
import { findMapping, type ImportMapping, listMappings } from "./import-mapping.store.ts";
import { findImport, type ImportRecord, listImports } from "./import.store.ts";
import { findImportableIndicators } from "./importable-indicator.store.ts";
import { todayOf } from "./run-import.ts";

export type { ImportMapping, ImportRecord, StoredFinding };

/** The imports of a jurisdiction, or of the platform, latest first. */
export async function imports(
  ctx: RequestContext,
  jurisdictionId: string,
  page: { first?: number | null; after?: string | null },
): Promise<Page<ImportRecord>> {
  authorize(ctx, "import.read", { jurisdictionId });
  const request = pageRequest(page);
  const found = await listImports(ctx.database, jurisdictionId, request);
  return toPage(request, found, ({ createdAt, id }) => [createdAt.toISOString(), id]);
}

/** One import; null when there is none that one may see. */
export async function importById(ctx: RequestContext, id: string): Promise<ImportRecord | null> {
  authorize(ctx, "import.read", "anywhere");
  return await findImport(ctx.database, id);
}

/** One import, refused when there is none. */
export async function requireImport(ctx: RequestContext, id: string): Promise<ImportRecord> {
  const found = await importById(ctx, id);
  if (found === null) throw notFound("import");
  return found;
}

/** What there is to say about the rows of an import. */
export async function importFindings(
  ctx: RequestContext,
  filter: Parameters<typeof listFindings>[1],
  page: { first?: number | null; after?: string | null },
): Promise<Page<StoredFinding>> {
  authorize(ctx, "import.read", { jurisdictionId: filter.key.jurisdictionId });
  const request = pageRequest(page);
  const found = await listFindings(ctx.database, filter, request);
  return toPage(request, found, ({ position }) => [String(position)]);
}

/** The mappings that were kept by name in a jurisdiction, or in the platform. */
export async function importMappings(
  ctx: RequestContext,
  { jurisdictionId, importer }: Pick<ImportRecord, "jurisdictionId" | "importer">,
): Promise<ImportMapping[]> {
  authorize(ctx, "import.read", { jurisdictionId });
  return await listMappings(ctx.database, { jurisdictionId, importer });
}

/** The mapping to use where nobody can be asked: the one kept by this name, else the proposed one, with a period put in. */
export async function chooseMapping(
  ctx: RequestContext,
  found: ImportRecord,
  { name, period }: { name: string | undefined; period: string | undefined },
): Promise<unknown> {
  if (name === undefined) return withPeriod(await guessMapping(ctx, found), period);
  authorize(ctx, "import.read", { jurisdictionId: found.jurisdictionId });
  const kept = await findMapping(ctx.database, found, name);
  if (kept === null)
    throw new Refusal(
      "NOT_FOUND",
      `No mapping is kept under the name "${name}". Keep one in the pages, or leave the name out.`,
    );
  return withPeriod(kept.mapping, period);
}

/** The year or period of the whole file, where its columns do not say it. */
function withPeriod(mapping: unknown, written: string | undefined): unknown {
  const parsed = importers.observations.mappingSchema.safeParse(mapping);
  if (written === undefined || !parsed.success) return mapping;
  const { period } = parsed.data;
  return {
    ...parsed.data,
    period: period?.by === "month" ? { ...period, year: written } : { by: "fixed", period: written },
  };
}

/** The mapping to propose for an import, from its header and first rows. */
export async function guessMapping(ctx: RequestContext, found: ImportRecord): Promise<unknown> {
  authorize(ctx, "import.read", { jurisdictionId: found.jurisdictionId });
  if (found.importer !== "observations") return importers[found.importer].guess(found.sample, undefined);
  return importers.observations.guess(found.sample, await observationFacts(ctx, found));
}

/** What stands in the way of using a mapping for an import's file; a mapping that cannot be read at all as well. */
export async function checkMapping(
  ctx: ActingContext,
  found: ImportRecord,
  mapping: unknown,
): Promise<readonly Finding[]> {
  const parsed = importers[found.importer].mappingSchema.safeParse(mapping);
  if (!parsed.success) {
    return parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
      code: "MAPPING_UNREADABLE",
      severity: "error",
      path: path.join("."),
      message,
    }));
  }
  if (found.importer === "jurisdictions") {
    return importers.jurisdictions.check(
      importers.jurisdictions.mappingSchema.parse(mapping),
      found.sample,
      undefined,
    );
  }
  if (found.importer === "roster")
    return importers.roster.check(importers.roster.mappingSchema.parse(mapping), found.sample, undefined);
  return importers.observations.check(
    importers.observations.mappingSchema.parse(mapping),
    found.sample,
    await observationFacts(ctx, found),
  );
}

async function observationFacts(
  ctx: ActingContext,
  { jurisdictionId }: ImportRecord,
): Promise<ObservationFacts> {
  return {
    indicators: await findImportableIndicators(ctx.database),
    today: await todayOf(ctx, jurisdictionId),
  };
}

/** Where the imports of whoever asks belong: the platform for a steward. */
export function ownImports(ctx: RequestContext, jurisdictionId: string | null | undefined): string {
  return ctx.hat === "steward" ? PLATFORM : (jurisdictionId ?? PLATFORM);
}
