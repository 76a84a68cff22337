import type { Permission } from "@frontstep/domain/access";
import type { ContentParts } from "@frontstep/domain/templates";
import { type Merge, mergeRelease, type PartUse } from "@frontstep/domain/upgrades";

import type { RequestContext } from "#server/context.ts";
import { requireSiteWithContent, type SiteWithContent } from "#server/modules/sites/index.ts";
import { indicatorCatalogue } from "#server/modules/templates/index.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { findUses, type SiteUses } from "./part-uses.store.ts";
import { findContents, listReleases, type ReleaseName } from "./release-chain.store.ts";
import { decisionOn, resolutionOf, type UpgradeDecision } from "./upgrade-decision.ts";

/** An upgrade as it would be made: what it starts from and what it comes to. */
export interface UpgradePlan {
  readonly site: SiteWithContent;
  readonly from: ReleaseName;
  readonly to: ReleaseName;
  /** The releases that are passed on the way. */
  readonly between: readonly ReleaseName[];
  readonly merge: Merge;
}

/** Which upgrade is wanted, and what was decided about its questions. */
export interface UpgradeWanted {
  readonly siteId: string;
  readonly releaseId: string;
  readonly decisions: readonly UpgradeDecision[];
}

/** Works out what an upgrade would come to, saving nothing: the preview and the deed are this. */
export async function planUpgrade(
  ctx: RequestContext,
  { siteId, releaseId, decisions }: UpgradeWanted,
  permission: Permission = "site.upgrade",
): Promise<UpgradePlan> {
  const site = await requireSiteWithContent(ctx, siteId, permission);
  const releases = await listReleases(ctx.database, site.templateId);
  const { from, to, between } = wayTo(releases, site, releaseId);
  if (to.isWithdrawn)
    throw new Refusal(
      "BAD_INPUT",
      `Release ${to.version} was withdrawn by its authors and is offered no longer. The site stays on ${from.version}; the template's page says why.`,
    );
  const chain = [from, ...between, to];
  const [contents, usesFor, catalogue] = await Promise.all([
    findContents(ctx.database, [...new Set(chain.map(({ id }) => id))]),
    findUses(ctx.database, [siteId]),
    indicatorCatalogue(ctx),
  ]);
  const merge = mergeRelease({
    chain: chain.map(({ id }) => contentOf(contents, id)),
    local: site.content,
    uses: usesOf(usesFor(siteId), site.content),
    catalogue,
    settle: (conflict) => {
      const decision = decisionOn(decisions, conflict);
      return decision && resolutionOf(decision);
    },
  });
  return { site, from, to, between, merge };
}

function contentOf(contents: ReadonlyMap<string, ContentParts>, id: string): ContentParts {
  const content = contents.get(id);
  if (content === undefined) throw notFound("release");
  return content;
}

/** The releases from the one that a site has to the one that it is to take. */
export function wayTo(
  releases: readonly ReleaseName[],
  site: Pick<SiteWithContent, "releaseId">,
  releaseId: string,
): Pick<UpgradePlan, "from" | "to" | "between"> {
  const [start, end] = [site.releaseId, releaseId].map((id) => releases.findIndex((held) => held.id === id));
  const [from, to] = [releases[start ?? -1], releases[end ?? -1]];
  if (from === undefined || to === undefined) throw notFound("release");
  if (from.id === to.id)
    throw new Refusal("BAD_INPUT", `The site has release ${to.version} already. Choose a newer one.`);
  if ((end ?? 0) < (start ?? 0)) {
    throw new Refusal(
      "BAD_INPUT",
      `Release ${to.version} is older than ${from.version}, which the site has. Roll the last upgrade back instead.`,
    );
  }
  return { from, to, between: releases.slice((start ?? 0) + 1, end) };
}

/** What is in use of a design: with the goals that are measured by figures which the site has. */
export function usesOf({ parts, measuredIndicators }: SiteUses, content: ContentParts): Map<string, PartUse> {
  const goals = content.goals.filter(({ targets }) =>
    targets.some(({ indicator }) => measuredIndicators.has(indicator)),
  );
  return new Map<string, PartUse>([...parts, ...goals.map(({ key }) => [`goals.${key}`, "inUse"] as const)]);
}
