import { Args, Ctx, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import { ReleaseDifference, ReleaseDifferenceArgs } from "./release-difference.graphql.ts";
import { releaseDifference } from "./release-difference.reads.ts";

@Resolver()
export class ReleaseDifferenceResolver {
  @Query(() => ReleaseDifference, {
    description: "What one release has differently from another of the same template, in words.",
  })
  releaseDifference(
    @Args(() => ReleaseDifferenceArgs) args: ReleaseDifferenceArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return releaseDifference(ctx, args);
  }
}
