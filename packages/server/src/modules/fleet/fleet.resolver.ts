import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import { decideUpgradeConsent, upgradeConsent } from "./decide-upgrade-consent.ts";
import { exportFleet } from "./export-fleet.ts";
import {
  DecideUpgradeConsentInput,
  DecideUpgradeConsentOutcome,
  FleetArgs,
  FleetConnection,
  FleetExport,
  ReleaseSpread,
  UpgradeConsent,
} from "./fleet.graphql.ts";
import { fleet, fleetReleases } from "./fleet.reads.ts";

@Resolver()
export class FleetResolver {
  @Query(() => FleetConnection, {
    description: "The sites that one looks after, beside the releases of their templates.",
  })
  fleet(@Args(() => FleetArgs) args: FleetArgs, @Ctx() ctx: RequestContext) {
    return fleet(ctx, { filter: args, order: args.sort }, args);
  }

  @Query(() => [ReleaseSpread], { description: "How many sites have which release." })
  fleetReleases(@Args(() => FleetArgs) args: FleetArgs, @Ctx() ctx: RequestContext) {
    return fleetReleases(ctx, args);
  }

  @Query(() => FleetExport, { description: "The fleet as a CSV file, at most 1,000 sites." })
  fleetExport(@Args(() => FleetArgs) args: FleetArgs, @Ctx() ctx: RequestContext) {
    return exportFleet(ctx, { filter: args, order: args.sort });
  }

  @Query(() => UpgradeConsent, { description: "Whom a city lets upgrade its sites, for its own people." })
  upgradeConsent(@Arg("jurisdictionId", () => ID) jurisdictionId: string, @Ctx() ctx: RequestContext) {
    return upgradeConsent(ctx, jurisdictionId);
  }

  @Mutation(() => DecideUpgradeConsentOutcome, {
    description:
      "Decides whether the state and the template's owner may upgrade a city's sites when nothing needs a decision.",
  })
  async decideUpgradeConsent(
    @Arg("input", () => DecideUpgradeConsentInput) input: DecideUpgradeConsentInput,
    @Ctx() ctx: RequestContext,
  ) {
    const decided = await decideUpgradeConsent(ctx, input);
    return { ...decided, consent: await upgradeConsent(ctx, decided.jurisdictionId) };
  }
}
