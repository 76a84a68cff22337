import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";

import { cancelUpgradeRun } from "./cancel-upgrade-run.ts";
import { startUpgradeRun } from "./start-upgrade-run.ts";
import {
  CancelUpgradeRunInput,
  CancelUpgradeRunOutcome,
  StartUpgradeRunInput,
  StartUpgradeRunOutcome,
  UpgradeRun,
  UpgradeRunConnection,
  UpgradeRunSiteConnection,
  UpgradeRunSitesArgs,
} from "./upgrade-run.graphql.ts";
import { requireRun, runSites, upgradeRun, upgradeRuns } from "./upgrade-run.reads.ts";

@Resolver(() => UpgradeRun)
export class UpgradeRunResolver {
  @Query(() => UpgradeRunConnection, {
    description:
      "The runs that were started for the organization or the state for which one acts, latest first.",
  })
  upgradeRuns(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: RequestContext) {
    return upgradeRuns(ctx, args);
  }

  @Query(() => UpgradeRun, { nullable: true, description: "One run." })
  upgradeRun(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return upgradeRun(ctx, id);
  }

  @FieldResolver(() => UpgradeRunSiteConnection, {
    description: "The sites of the run, in the order in which they are taken.",
  })
  sites(
    @Root() run: UpgradeRun,
    @Args(() => UpgradeRunSitesArgs) args: UpgradeRunSitesArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return runSites(ctx, { runId: run.id, result: args.result }, args);
  }

  @Mutation(() => StartUpgradeRunOutcome, {
    description: "Starts to upgrade every site of a list that has no question and whose city agreed to it.",
  })
  async startUpgradeRun(
    @Arg("input", () => StartUpgradeRunInput) input: StartUpgradeRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await startUpgradeRun(ctx, input);
    return outcome.kind === "started" ? { ...outcome, run: await requireRun(ctx, outcome.runId) } : outcome;
  }

  @Mutation(() => CancelUpgradeRunOutcome, {
    description: "Asks a run to stop. The sites under way are finished; those that were upgraded stay so.",
  })
  async cancelUpgradeRun(
    @Arg("input", () => CancelUpgradeRunInput) input: CancelUpgradeRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const outcome = await cancelUpgradeRun(ctx, input);
    return { ...outcome, run: await requireRun(ctx, outcome.runId) };
  }
}
