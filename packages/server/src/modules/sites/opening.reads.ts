import { localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { notFound } from "#server/refusal.ts";

import { planSitesOfTables, type SitesTables } from "./open-sites.ts";
import { type OpenSite, type PlannedSite, planSite } from "./plan-site.ts";
import { showPlan } from "./show-plan.ts";
import { showAdaptableParts, showCoreComponents, showOwnerRoles } from "./show-site.ts";
import { findRelease } from "./site.store.ts";

/** What there is to choose from when a site is opened from a release. */
export async function siteOpening(ctx: RequestContext, releaseId: string) {
  authorize(ctx, "site.open", "anywhere");
  const release = await findRelease(ctx.database, releaseId);
  if (release === null) throw notFound("release");
  const { content, id, version, templateId } = release;
  return {
    release: {
      id,
      version,
      templateId,
      templateKey: content.template,
      templateName: localize(content.name, ctx.language),
    },
    siteKind: content.siteKind,
    ownerRoles: showOwnerRoles({ ownerRoles: content.ownerRoles, owners: [] }, ctx.language),
    parts: showAdaptableParts(content, ctx.language),
    coreComponents: showCoreComponents(content, ctx.language),
  };
}

/** Everything that opening a site would make. */
export async function siteOpeningPreview(ctx: RequestContext, input: OpenSite) {
  return showPlan(await planSite(ctx, input), ctx.language);
}

/** Everything that opening the sites of a table would make: nothing while a row has a fault. */
export async function sitesPreview(ctx: RequestContext, input: SitesTables) {
  const { canOpen, findings, plans, alreadyThere } = await planSitesOfTables(ctx, input);
  return { canOpen, findings, alreadyThere, sites: canOpen ? plans.map(showPlannedRow) : [] };
}

function showPlannedRow({ input, release, plan }: PlannedSite) {
  return {
    name: input.name,
    templateKey: release.content.template,
    version: release.version,
    launchOn: input.launchOn,
    itemCount: plan.checklist.length,
    slotCount: plan.slots.length,
    ownerCount: input.owners?.length ?? 0,
    adaptationCount: plan.adaptations.length,
    coreCount: plan.adaptations.filter(({ touchesCore }) => touchesCore).length,
  };
}
