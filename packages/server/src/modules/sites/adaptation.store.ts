import type { PlainDate } from "@frontstep/domain/shared";
import type { Adaptation } from "@frontstep/domain/sites";

import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";
import { newId } from "#server/persistence/write.ts";

import { type SiteRecord, toPlainDate } from "./site.store.ts";

type OfSite = Pick<SiteRecord, "jurisdictionId" | "id">;

/** An adaptation as it stands in a site's ledger. */
export interface LedgerEntry extends Adaptation {
  readonly decidedOn: PlainDate;
}

/** What is kept about an adaptation, beside which one it is. */
function columns(entry: LedgerEntry) {
  return {
    change: entry.change,
    fromRelease: toJson(entry.fromRelease),
    toLocal: toJson(entry.toLocal),
    touchesCore: entry.touchesCore,
    coreComponents: [...entry.coreComponents],
    reasonCode: entry.reasonCode ?? null,
    reason: entry.reason ?? null,
    decidedOn: new Date(entry.decidedOn),
    decidedBy: entry.decidedBy ?? null,
    isPlanned: entry.isPlanned ?? null,
    isConsistent: entry.isConsistent ?? null,
    steeringDecidedOn: entry.steeringDecidedOn === undefined ? null : new Date(entry.steeringDecidedOn),
  };
}

function toJson(value: unknown) {
  return value === undefined ? Prisma.DbNull : (value as object);
}

export async function insertAdaptations(
  database: Reader,
  { jurisdictionId, id }: OfSite,
  decided: { readonly adaptations: readonly Adaptation[]; readonly on: PlainDate },
): Promise<void> {
  if (decided.adaptations.length === 0) return;
  await database.adaptation.createMany({
    data: decided.adaptations.map((adaptation) => ({
      jurisdictionId,
      siteId: id,
      id: newId(),
      partKind: adaptation.section,
      partKey: adaptation.key,
      field: adaptation.field ?? null,
      ...columns({ ...adaptation, decidedOn: decided.on }),
    })),
  });
}

/** The most differences that a site's ledger can hold: every field of every part, many times over. */
const MOST_ENTRIES = 5_000;

/** A site's ledger. */
export async function listLedger(database: Reader, siteId: string): Promise<LedgerEntry[]> {
  const rows = await database.adaptation.findMany({
    where: { siteId },
    orderBy: [{ partKind: "asc" }, { partKey: "asc" }, { field: "asc" }],
    take: MOST_ENTRIES,
  });
  return rows.map((row) => ({
    section: row.partKind as Adaptation["section"],
    key: row.partKey,
    change: row.change as Adaptation["change"],
    field: row.field ?? undefined,
    fromRelease: row.fromRelease ?? undefined,
    toLocal: row.toLocal ?? undefined,
    touchesCore: row.touchesCore,
    coreComponents: row.coreComponents,
    reasonCode: (row.reasonCode ?? undefined) as Adaptation["reasonCode"],
    reason: row.reason ?? undefined,
    decidedOn: toPlainDate(row.decidedOn),
    decidedBy: (row.decidedBy ?? undefined) as Adaptation["decidedBy"],
    isPlanned: row.isPlanned ?? undefined,
    isConsistent: row.isConsistent ?? undefined,
    steeringDecidedOn: row.steeringDecidedOn === null ? undefined : toPlainDate(row.steeringDecidedOn),
  }));
}

/** Which difference the entry with this id is about; null when the site has no such entry. */
export async function findAdaptationPlace(
  database: Reader,
  { jurisdictionId, id: siteId }: OfSite,
  id: string,
): Promise<Pick<Adaptation, "section" | "key" | "field"> | null> {
  const row = await database.adaptation.findFirst({
    where: { jurisdictionId, siteId, id },
    select: { partKind: true, partKey: true, field: true },
  });
  if (row === null) return null;
  return { section: row.partKind as Adaptation["section"], key: row.partKey, field: row.field ?? undefined };
}

/** Which difference an entry is about. */
export function placeOf({ section, key, field }: Pick<Adaptation, "section" | "key" | "field">): string {
  return `${section}.${key}.${field ?? ""}`;
}

/** Puts another ledger in the place of a site's own: each difference once, what is no difference any longer out. */
export async function replaceLedger(
  database: Reader,
  { jurisdictionId, id }: OfSite,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const held = await database.adaptation.findMany({
    where: { jurisdictionId, siteId: id },
    select: { id: true, partKind: true, partKey: true, field: true },
    take: MOST_ENTRIES,
  });
  const ids = new Map<string, string>(
    held.map((row) => [`${row.partKind}.${row.partKey}.${row.field ?? ""}`, row.id]),
  );
  const wanted = new Set(entries.map(placeOf));
  const gone = [...ids].filter(([place]) => !wanted.has(place)).map(([, rowId]) => rowId);
  if (gone.length > 0)
    await database.adaptation.deleteMany({ where: { jurisdictionId, siteId: id, id: { in: gone } } });
  for (const entry of entries) {
    const rowId = ids.get(placeOf(entry));
    if (rowId === undefined)
      await insertAdaptations(
        database,
        { jurisdictionId, id },
        { adaptations: [entry], on: entry.decidedOn },
      );
    else
      await database.adaptation.updateMany({
        where: { jurisdictionId, siteId: id, id: rowId },
        data: columns(entry),
      });
  }
}
