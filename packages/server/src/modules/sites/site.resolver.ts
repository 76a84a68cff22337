import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { JsonScalar } from "#server/graphql/scalars.ts";

import { adaptSite } from "./adapt-site.ts";
import {
  AdaptablePart,
  Adaptation,
  AdaptSiteInput,
  AdaptSiteOutcome,
  ExplainAdaptationInput,
  ExplainAdaptationOutcome,
} from "./adaptation.graphql.ts";
import { describeSite } from "./describe-site.ts";
import {
  DescribeSiteInput,
  DescribeSiteOutcome,
  NameSiteOwnerInput,
  NameSiteOwnerOutcome,
} from "./describe-site.graphql.ts";
import { explainAdaptation } from "./explain-adaptation.ts";
import { nameSiteOwner } from "./name-site-owner.ts";
import { CoreComponentName } from "./opening.graphql.ts";
import { SaveOwnPartInput, SaveOwnPartOutcome } from "./own-part.graphql.ts";
import { saveOwnPart } from "./save-own-part.ts";
import { OwnerRole, Site, SiteConnection, SitesArgs } from "./site.graphql.ts";
import {
  ownDesign,
  shownAdaptableParts,
  shownAdaptations,
  shownCoreComponents,
  shownOwnerRoles,
  shownSite,
  type ShownSite,
  shownSites,
  withSite,
} from "./site.reads.ts";

@Resolver(() => Site)
export class SiteResolver {
  @Query(() => SiteConnection, { description: "The sites that one may see." })
  sites(@Args(() => SitesArgs) args: SitesArgs, @Ctx() ctx: RequestContext) {
    return shownSites(ctx, { filter: args, order: args.sort }, args);
  }

  @Query(() => Site, { nullable: true, description: "One site." })
  site(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return shownSite(ctx, id);
  }

  @FieldResolver(() => [OwnerRole], {
    description: "The owner roles of the site's design; who fills them is for those who work there.",
  })
  ownerRoles(@Root() site: ShownSite, @Ctx() ctx: RequestContext) {
    return shownOwnerRoles(ctx, site);
  }

  @FieldResolver(() => [Adaptation], {
    description: "What the site does differently from its release, newest first.",
  })
  adaptations(@Root() site: ShownSite, @Ctx() ctx: RequestContext) {
    return shownAdaptations(ctx, site);
  }

  @FieldResolver(() => [AdaptablePart], { description: "What the site may still leave out or change." })
  adaptableParts(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return shownAdaptableParts(ctx, site.id);
  }

  @FieldResolver(() => JsonScalar, {
    nullable: true,
    description:
      "The site's own design, section by section, as docs/data-formats.md describes it; null for whoever may not adapt it.",
  })
  design(@Root() site: ShownSite, @Ctx() ctx: RequestContext) {
    return ownDesign(ctx, site);
  }

  @FieldResolver(() => [CoreComponentName], { description: "The core components of the site's design." })
  coreComponents(@Root() site: ShownSite, @Ctx() ctx: RequestContext) {
    return shownCoreComponents(ctx, site);
  }

  @Mutation(() => AdaptSiteOutcome, {
    description: "Leaves parts of a site's design out or changes them, each with its reason.",
  })
  adaptSite(@Arg("input", () => AdaptSiteInput) input: AdaptSiteInput, @Ctx() ctx: RequestContext) {
    return withSite(ctx, adaptSite(ctx, input));
  }

  @Mutation(() => SaveOwnPartOutcome, {
    description: "Writes a part that the template does not have into a site's design.",
  })
  saveOwnPart(@Arg("input", () => SaveOwnPartInput) input: SaveOwnPartInput, @Ctx() ctx: RequestContext) {
    return withSite(ctx, saveOwnPart(ctx, input));
  }

  @Mutation(() => ExplainAdaptationOutcome, {
    description:
      "Says why a site does something differently, who decided, and when the steering committee did.",
  })
  explainAdaptation(
    @Arg("input", () => ExplainAdaptationInput) input: ExplainAdaptationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, explainAdaptation(ctx, input));
  }

  @Mutation(() => DescribeSiteOutcome, {
    description: "Changes what a site is called, where it is, or how many people live there.",
  })
  describeSite(@Arg("input", () => DescribeSiteInput) input: DescribeSiteInput, @Ctx() ctx: RequestContext) {
    return withSite(ctx, describeSite(ctx, input));
  }

  @Mutation(() => NameSiteOwnerOutcome, { description: "Names who fills an owner role at a site." })
  nameSiteOwner(
    @Arg("input", () => NameSiteOwnerInput) input: NameSiteOwnerInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, nameSiteOwner(ctx, input));
  }
}
