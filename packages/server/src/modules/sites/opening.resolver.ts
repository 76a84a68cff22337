import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import { discardSiteDraft } from "./discard-site-draft.ts";
import { openSite } from "./open-site.ts";
import { openSites } from "./open-sites.ts";
import { OpenSitesInput, OpenSitesOutcome, SitesPreview, SitesTablesInput } from "./open-sites.graphql.ts";
import { siteOpening, siteOpeningPreview, sitesPreview } from "./opening.reads.ts";
import {
  DiscardSiteDraftOutcome,
  OpenSiteInput,
  OpenSiteOutcome,
  SaveSiteDraftInput,
  SaveSiteDraftOutcome,
  SiteOpening,
  SitePlan,
} from "./opening.graphql.ts";
import { saveSiteDraft } from "./save-site-draft.ts";
import { SiteDraft } from "./site.graphql.ts";
import { siteDraft, siteDrafts, withSite } from "./site.reads.ts";

@Resolver()
export class OpeningResolver {
  @Query(() => SiteOpening, {
    description: "What there is to choose from when a site is opened from a release.",
  })
  siteOpening(@Arg("releaseId", () => ID) releaseId: string, @Ctx() ctx: RequestContext) {
    return siteOpening(ctx, releaseId);
  }

  @Query(() => SitePlan, {
    description: "Everything that opening this site would make, with real dates; saves nothing.",
  })
  siteOpeningPreview(@Arg("input", () => OpenSiteInput) input: OpenSiteInput, @Ctx() ctx: RequestContext) {
    return siteOpeningPreview(ctx, input);
  }

  @Query(() => SitesPreview, {
    description: "Everything that opening the sites of a table would make; saves nothing.",
  })
  sitesPreview(@Arg("input", () => SitesTablesInput) input: SitesTablesInput, @Ctx() ctx: RequestContext) {
    return sitesPreview(ctx, input);
  }

  @Query(() => [SiteDraft], {
    description: 'One\'s own half-filled "Open a site" forms, latest first; 50 at most.',
  })
  siteDrafts(@Ctx() ctx: RequestContext) {
    return siteDrafts(ctx);
  }

  @Query(() => SiteDraft, {
    nullable: true,
    description: 'One of one\'s own half-filled "Open a site" forms.',
  })
  siteDraft(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return siteDraft(ctx, id);
  }

  @Mutation(() => OpenSiteOutcome, {
    description: "Opens a site: makes everything that the preview shows, in one transaction.",
  })
  openSite(@Arg("input", () => OpenSiteInput) input: OpenSiteInput, @Ctx() ctx: RequestContext) {
    return withSite(ctx, openSite(ctx, input));
  }

  @Mutation(() => OpenSitesOutcome, {
    description: "Opens the sites of a table: all of them in one transaction, or none.",
  })
  openSites(@Arg("input", () => OpenSitesInput) input: OpenSitesInput, @Ctx() ctx: RequestContext) {
    return openSites(ctx, input);
  }

  @Mutation(() => SaveSiteDraftOutcome, {
    description: 'Keeps a half-filled "Open a site" form for whoever fills it.',
  })
  saveSiteDraft(
    @Arg("input", () => SaveSiteDraftInput) input: SaveSiteDraftInput,
    @Ctx() ctx: RequestContext,
  ) {
    return saveSiteDraft(ctx, input);
  }

  @Mutation(() => DiscardSiteDraftOutcome, { description: "Throws one of one's own half-filled forms away." })
  discardSiteDraft(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return discardSiteDraft(ctx, id);
  }
}
