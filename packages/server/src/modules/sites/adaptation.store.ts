import type { Adaptation } from "@frontstep/domain/sites";
import type { PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";
import { newId } from "#server/persistence/write.ts";

import { type SiteRecord, toPlainDate } from "./site.store.ts";

/** An adaptation as it was decided at a site. */
export interface DecidedAdaptation extends Adaptation {
  readonly id: string;
  readonly decidedOn: PlainDate;
}

export async function insertAdaptations(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
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
      change: adaptation.change,
      ...(adaptation.fromRelease === undefined ? {} : { fromRelease: adaptation.fromRelease as object }),
      ...(adaptation.toLocal === undefined ? {} : { toLocal: adaptation.toLocal as object }),
      touchesCore: adaptation.touchesCore,
      coreComponents: [...adaptation.coreComponents],
      reasonCode: adaptation.reasonCode,
      reason: adaptation.reason,
      decidedOn: new Date(decided.on),
    })),
  });
}

/** The adaptations of a site, newest first. */
export async function listAdaptations(database: Reader, siteId: string): Promise<DecidedAdaptation[]> {
  const rows = await database.adaptation.findMany({
    where: { siteId },
    orderBy: [{ decidedOn: "desc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map((row) => ({
    id: row.id,
    section: row.partKind as Adaptation["section"],
    key: row.partKey,
    change: row.change as Adaptation["change"],
    field: row.field ?? undefined,
    fromRelease: row.fromRelease ?? undefined,
    toLocal: row.toLocal ?? undefined,
    touchesCore: row.touchesCore,
    coreComponents: row.coreComponents,
    reasonCode: row.reasonCode as Adaptation["reasonCode"],
    reason: row.reason,
    decidedOn: toPlainDate(row.decidedOn),
  }));
}
