import type { Indicator } from "@frontstep/domain/outcomes";
import { contentHash } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";

import {
  type CatalogueIndicator,
  insertIndicators,
  listWholeCatalogue,
  updateIndicator,
} from "./indicator.store.ts";
import { sha256 } from "./sha256.ts";

export interface IndicatorsLoaded {
  readonly kind: "loaded";
  readonly added: number;
  readonly changed: number;
}

/** Brings the indicator catalogue to the state of a document. What is the same already is left alone; nothing is removed. */
export async function loadIndicators(
  ctx: RequestContext,
  indicators: readonly Indicator[],
): Promise<IndicatorsLoaded> {
  authorize(ctx, "template.publish", {});
  const wanted = indicators.map((definition, position): CatalogueIndicator => ({
    position,
    definition,
    contentHash: contentHash(definition, sha256),
  }));
  return await write<IndicatorsLoaded>(
    ctx,
    { useCase: "loadIndicators", jurisdictionId: PLATFORM },
    async (tx) => {
      const held = new Map((await listWholeCatalogue(tx.database)).map((row) => [row.definition.key, row]));
      const added = wanted.filter(({ definition }) => !held.has(definition.key));
      const changed = wanted.filter((row) => isChanged(row, held.get(row.definition.key)));
      if (added.length > 0) await insertIndicators(tx.database, added);
      for (const row of changed) await updateIndicator(tx.database, row);
      if (added.length + changed.length > 0)
        await tx.summarize({ added: added.length, changed: changed.length });
      return { kind: "loaded", added: added.length, changed: changed.length };
    },
  );
}

function isChanged(wanted: CatalogueIndicator, held: CatalogueIndicator | undefined): boolean {
  if (held === undefined) return false;
  return held.contentHash !== wanted.contentHash || held.position !== wanted.position;
}
