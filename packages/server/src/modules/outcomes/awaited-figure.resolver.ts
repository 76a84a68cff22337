import { Args, Ctx, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";

import { SiteAwaitingFiguresConnection } from "./awaited-figure.graphql.ts";
import { sitesAwaitingFigures } from "./awaited-figure.reads.ts";

@Resolver()
export class AwaitedFigureResolver {
  @Query(() => SiteAwaitingFiguresConnection, {
    description:
      "The sites that one may see at which figures are not yet in, by name. An indicator counts that a goal is judged by and that is collected by month, quarter, half-year or year.",
  })
  sitesAwaitingFigures(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: RequestContext) {
    return sitesAwaitingFigures(ctx, args);
  }
}
