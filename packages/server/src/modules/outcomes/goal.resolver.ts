import { plainDateOf } from "@frontstep/domain/shared";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { SiteGoal } from "./goal.graphql.ts";
import { type ShownGoal, siteGoals } from "./goal.reads.ts";

@Resolver(() => Site)
export class GoalResolver {
  @FieldResolver(() => [SiteGoal], {
    description: "The goals of the site's design, with how far each has come.",
  })
  goals(@Root() site: Site, @Ctx() ctx: RequestContext): Promise<ShownGoal[]> {
    return siteGoals(ctx, { id: site.id, launchOn: plainDateOf(site.launchOn) });
  }
}
