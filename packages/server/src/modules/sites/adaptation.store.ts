import type { Adaptation } from "@frontstep/domain/sites";
import type { PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";
import { newId } from "#server/persistence/write.ts";

import type { SiteRecord } from "./site.store.ts";

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
