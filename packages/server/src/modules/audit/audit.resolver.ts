import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";
import type { Page } from "#server/paging.ts";

import {
  type Change,
  ChangeConnection,
  type ChangeSet,
  ChangeSetConnection,
  HistoryArgs,
} from "./audit.graphql.ts";
import { changesOf, history } from "./audit.reads.ts";

@Resolver()
export class AuditResolver {
  @Query(() => ChangeSetConnection, {
    description: "What was changed in a jurisdiction or at a site, newest first.",
  })
  history(@Args(() => HistoryArgs) args: HistoryArgs, @Ctx() ctx: RequestContext): Promise<Page<ChangeSet>> {
    return history(ctx, args, args);
  }

  @Query(() => ChangeConnection, { description: "The rows that a change set touched." })
  changes(
    @Arg("changeSetId", () => ID) changeSetId: string,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<Change>> {
    return changesOf(ctx, changeSetId, page);
  }
}
