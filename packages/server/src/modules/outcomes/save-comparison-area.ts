import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { requireSite } from "#server/modules/sites/index.ts";
import { newId, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import {
  insertComparisonArea,
  isNameOfSite,
  listComparisonAreas,
  updateComparisonArea,
} from "./comparison-area.store.ts";

/** The area that a site's change is to be held against. */
export interface SaveComparisonArea {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  /** Of the area that was read; absent when the site had none. */
  readonly expectedRevision?: number | null;
  readonly name: string;
  readonly chosenBecause: string;
}

export type SaveComparisonAreaOutcome =
  | { readonly kind: "saved"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const LONGEST_NAME = 200;
const SHORTEST_REASON = 10;
const LONGEST_REASON = 2_000;

/** Names the area that a site's change is held against, or names it better. Figures that it has stay with it. */
export async function saveComparisonArea(
  ctx: RequestContext,
  input: SaveComparisonArea,
): Promise<SaveComparisonAreaOutcome> {
  const site = await requireSite(ctx, input.siteId, "goal.manage");
  const [held] = await listComparisonAreas(ctx.database, [site.id]);
  if (held !== undefined || typeof input.expectedRevision === "number")
    requireRevision({ revision: held?.revision ?? -1 }, input.expectedRevision ?? 0);
  const said = { name: input.name.trim(), chosenBecause: input.chosenBecause.trim() };
  const findings = findFaults(said);
  if (findings.length > 0) return { kind: "refused", findings };
  if (await isNameOfSite(ctx.database, site.jurisdictionId, said.name)) return nameTaken();
  const { jurisdictionId } = site;
  const change = {
    useCase: "saveComparisonArea",
    jurisdictionId,
    siteId: site.id,
    reason: said.chosenBecause,
    input,
    onBrokenConstraint: {
      comparison_area_name_key: nameTaken,
      comparison_area_of_site_key: namedMeanwhile,
    },
  };
  return await write<SaveComparisonAreaOutcome>(ctx, change, async (tx) => {
    if (held === undefined) {
      const area = { jurisdictionId, siteId: site.id, id: newId(), revision: 1, ...said };
      await insertComparisonArea(tx.database, area);
    } else {
      const isSaved = await updateComparisonArea(tx.database, { ...held, ...said });
      requireRevision({ revision: isSaved ? held.revision : -1 }, held.revision);
    }
    await tx.summarize({ name: said.name });
    return { kind: "saved", siteId: site.id };
  });
}

function findFaults({ name, chosenBecause }: Pick<SaveComparisonArea, "name" | "chosenBecause">): Finding[] {
  const found: Finding[] = [];
  if (name.length === 0 || name.length > LONGEST_NAME)
    found.push(fault("COMPARISON_AREA_UNNAMED", "name", "Give the area a name of at most 200 letters."));
  if (chosenBecause.length < SHORTEST_REASON || chosenBecause.length > LONGEST_REASON) {
    const message =
      "Say in a sentence in what the area is like the site, and that it has no program of its own.";
    found.push(fault("COMPARISON_AREA_REASON_MISSING", "chosenBecause", message));
  }
  return found;
}

function fault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

function nameTaken(): SaveComparisonAreaOutcome {
  const message =
    "A site or another comparison area of this city has that name. Give the area another one: a file names places by it.";
  return { kind: "refused", findings: [fault("COMPARISON_AREA_NAME_TAKEN", "name", message)] };
}

function namedMeanwhile(): SaveComparisonAreaOutcome {
  const message =
    "Somebody else named a comparison area for this site just now. Load the page again to see it.";
  return { kind: "refused", findings: [fault("COMPARISON_AREA_NAMED_MEANWHILE", "name", message)] };
}
