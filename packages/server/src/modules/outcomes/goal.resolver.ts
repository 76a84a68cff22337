import { plainDateOf } from "@frontstep/domain/shared";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { withSite } from "#server/modules/sites/index.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { comparisonArea } from "./comparison-area.reads.ts";
import {
  ComparisonArea,
  SaveComparisonAreaInput,
  SaveComparisonAreaOutcome,
} from "./comparison-area.graphql.ts";
import { SiteGoal } from "./goal.graphql.ts";
import { type ShownGoal, siteGoals } from "./goal.reads.ts";
import { saveComparisonArea } from "./save-comparison-area.ts";

@Resolver(() => Site)
export class GoalResolver {
  @FieldResolver(() => [SiteGoal], {
    description: "The goals of the site's design, with how far each has come.",
  })
  goals(@Root() site: Site, @Ctx() ctx: RequestContext): Promise<ShownGoal[]> {
    return siteGoals(ctx, { id: site.id, launchOn: plainDateOf(site.launchOn) });
  }

  @FieldResolver(() => ComparisonArea, {
    nullable: true,
    description: "The area that the site's change is held against; null when none is named.",
  })
  comparisonArea(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return comparisonArea(ctx, { id: site.id, jurisdictionId: site.jurisdiction.id });
  }

  @Mutation(() => SaveComparisonAreaOutcome, {
    description: "Names the area that a site's change is held against, or names it better.",
  })
  saveComparisonArea(
    @Arg("input", () => SaveComparisonAreaInput) input: SaveComparisonAreaInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, saveComparisonArea(ctx, input));
  }
}
