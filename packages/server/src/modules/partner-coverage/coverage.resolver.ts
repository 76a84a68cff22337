import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";

import { PartnerNetwork, SiteCoverageConnection } from "./coverage.graphql.ts";
import { partnerCoverage, partnerNetwork } from "./coverage.reads.ts";

@ArgsType()
class PartnerCoverageArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "The city; the reader's own unless said." })
  jurisdictionId?: string;
}

@Resolver()
export class CoverageResolver {
  @Query(() => SiteCoverageConnection, {
    description: "How each partner role of each open site of a city is covered today, the sites by name.",
  })
  partnerCoverage(@Args(() => PartnerCoverageArgs) args: PartnerCoverageArgs, @Ctx() ctx: RequestContext) {
    return partnerCoverage(ctx, args, args);
  }

  @Query(() => PartnerNetwork, {
    description: "How the required roles of a city are covered today, and which organizations they hang on.",
  })
  partnerNetwork(
    @Arg("jurisdictionId", () => ID, { nullable: true }) jurisdictionId: string | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    return partnerNetwork(ctx, { jurisdictionId: jurisdictionId ?? null });
  }
}
