import { type ComputedPart, dose, structure, timeliness } from "@frontstep/domain/fidelity";
import { todayIn } from "@frontstep/domain/shared";
import { corePartsKept } from "@frontstep/domain/sites";
import type { TemplateContent } from "@frontstep/domain/templates";

import type { RequestContext } from "#server/context.ts";
import { goalsAgainst } from "#server/modules/outcomes/index.ts";
import { rolesHeld } from "#server/modules/partners/index.ts";
import { slotsFilled } from "#server/modules/roster/index.ts";
import type { SiteWithContent } from "#server/modules/sites/index.ts";

import { listItemRecords } from "./timed-items.store.ts";

/** A part of fidelity that the product computes, by name. */
export interface NamedPart extends ComputedPart {
  readonly kind: "structure" | "dose" | "timeliness";
}

/** What can be computed of a site against the release that it has, from what the reader may see. */
export async function computedParts(
  ctx: RequestContext,
  site: SiteWithContent,
  release: TemplateContent,
): Promise<NamedPart[]> {
  const [structured, dosed, timely] = await Promise.all([
    structureOf(ctx, site, release),
    doseOf(ctx, site, release),
    timelinessOf(ctx, site, release),
  ]);
  return [
    { kind: "structure", ...structured },
    { kind: "dose", ...dosed },
    { kind: "timeliness", ...timely },
  ];
}

async function structureOf(
  ctx: RequestContext,
  site: SiteWithContent,
  release: TemplateContent,
): Promise<ComputedPart> {
  const today = todayIn(site.timeZone, new Date());
  const coreParts = corePartsKept(release, site.content);
  if (site.launchOn > today) return structure({ coreParts });
  const [slots, partnerRoles] = await Promise.all([
    slotsFilled(ctx, site, { positions: release.positions, today }),
    rolesHeld(ctx, site, { roles: release.partnerRoles, today }),
  ]);
  return structure({ coreParts, slots, partnerRoles });
}

/** Levels that the release seeks of the program's own performance: what the team delivers, not what follows from it. */
async function doseOf(
  ctx: RequestContext,
  site: SiteWithContent,
  release: TemplateContent,
): Promise<ComputedPart> {
  if (site.launchOn > todayIn(site.timeZone, new Date())) return dose([]);
  const goals = await goalsAgainst(ctx, { id: site.id, launchOn: site.launchOn }, release);
  const levels = goals.flatMap(({ targets }) =>
    targets.flatMap(({ indicatorClass, targetKind, sought, reached }) =>
      indicatorClass === "performance" && targetKind === "atLeast" && sought !== undefined
        ? [{ sought, reached: reached ?? undefined }]
        : [],
    ),
  );
  return dose(levels);
}

async function timelinessOf(
  ctx: RequestContext,
  site: SiteWithContent,
  release: TemplateContent,
): Promise<ComputedPart> {
  const records = new Map((await listItemRecords(ctx.database, site.id)).map((one) => [one.key, one]));
  const items = release.checklistItems.map((item) => {
    const { status = "notStarted", doneOn, isLeftOut = true } = records.get(item.key) ?? {};
    return { item, status, doneOn, isLeftOut } as const;
  });
  return timeliness(items, { launchOn: site.launchOn, today: todayIn(site.timeZone, new Date()) });
}
