import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { withSite } from "#server/modules/sites/index.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";
import { releaseWithdrawal } from "#server/modules/templates/index.ts";
import { ReleaseWithdrawal } from "#server/modules/templates/template.graphql.ts";

import { RevertAdaptationInput, RevertAdaptationOutcome } from "./revert-adaptation.graphql.ts";
import { revertAdaptation } from "./revert-adaptation.ts";
import { rollBackUpgrade } from "./roll-back-upgrade.ts";
import { saveUpgradeDecisions } from "./save-upgrade-decisions.ts";
import {
  ReleaseNumber,
  RetiredItem,
  RollBackPreview,
  RollBackUpgradeOutcome,
  SaveUpgradeDecisionsOutcome,
  SiteUpgrade,
  UpgradePreview,
  UpgradeSiteOutcome,
} from "./upgrade.graphql.ts";
import {
  newerReleases,
  retiredItems,
  rollBackPreview,
  siteUpgrades,
  upgradePreview,
} from "./upgrade.reads.ts";
import {
  RollBackUpgradeInput,
  SaveUpgradeDecisionsInput,
  UpgradeSiteInput,
} from "./upgrade-inputs.graphql.ts";
import { upgradeSite } from "./upgrade-site.ts";

@Resolver(() => Site)
export class UpgradeResolver {
  @Query(() => UpgradePreview, {
    description: "What taking a release would come to, with what was decided so far.",
  })
  upgradePreview(
    @Arg("siteId", () => ID) siteId: string,
    @Arg("releaseId", () => ID) releaseId: string,
    @Ctx() ctx: RequestContext,
  ) {
    return upgradePreview(ctx, { siteId, releaseId });
  }

  @Query(() => RollBackPreview, {
    nullable: true,
    description: "What taking the last upgrade back would come to; null when there is none to take back.",
  })
  rollBackPreview(@Arg("siteId", () => ID) siteId: string, @Ctx() ctx: RequestContext) {
    return rollBackPreview(ctx, siteId);
  }

  @FieldResolver(() => [SiteUpgrade], { description: "The upgrades that the site has made, newest first." })
  upgrades(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return siteUpgrades(ctx, site.id);
  }

  @FieldResolver(() => [ReleaseNumber], {
    description: "The releases of its template that are newer than the site's, newest first.",
  })
  newerReleases(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return newerReleases(ctx, site.release);
  }

  @FieldResolver(() => ReleaseWithdrawal, {
    nullable: true,
    description: "That the release which the site has is out of use; null while it is offered.",
  })
  releaseWithdrawal(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return releaseWithdrawal(ctx, site.release.id);
  }

  @FieldResolver(() => [RetiredItem], {
    description: "What was recorded under items that a release or the site took out.",
  })
  retiredItems(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return retiredItems(ctx, site.id);
  }

  @Mutation(() => SaveUpgradeDecisionsOutcome, {
    description: "Keeps what was decided about an upgrade so far.",
  })
  async saveUpgradeDecisions(
    @Arg("input", () => SaveUpgradeDecisionsInput) input: SaveUpgradeDecisionsInput,
    @Ctx() ctx: RequestContext,
  ) {
    const saved = await saveUpgradeDecisions(ctx, input);
    return { ...saved, preview: await upgradePreview(ctx, saved) };
  }

  @Mutation(() => UpgradeSiteOutcome, {
    description: "Brings a site to a newer release of its template, keeping what the site adapted.",
  })
  async upgradeSite(
    @Arg("input", () => UpgradeSiteInput) input: UpgradeSiteInput,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await withSite(ctx, upgradeSite(ctx, input));
    return outcome.kind === "conflicted" ? { ...outcome, openCount: outcome.conflicts.length } : outcome;
  }

  @Mutation(() => RevertAdaptationOutcome, {
    description: "Takes one difference of a site back to what its release has.",
  })
  revertAdaptation(
    @Arg("input", () => RevertAdaptationInput) input: RevertAdaptationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, revertAdaptation(ctx, input));
  }

  @Mutation(() => RollBackUpgradeOutcome, {
    description: "Takes the last upgrade of a site back, keeping everything that was entered since.",
  })
  rollBackUpgrade(
    @Arg("input", () => RollBackUpgradeInput) input: RollBackUpgradeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, rollBackUpgrade(ctx, input));
  }
}
