import { Args, Ctx, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import { RosterBoardArgs, SiteBoardConnection } from "./roster-board.graphql.ts";
import { rosterBoard } from "./roster-board.reads.ts";

@Resolver()
export class RosterBoardResolver {
  @Query(() => SiteBoardConnection, {
    description:
      "Who holds each slot when, site by site, up to 25 sites at a time: as it was, is and is planned.",
  })
  rosterBoard(@Args(() => RosterBoardArgs) args: RosterBoardArgs, @Ctx() ctx: RequestContext) {
    return rosterBoard(ctx, args);
  }
}
