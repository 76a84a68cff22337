import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { withSite } from "#server/modules/sites/index.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import {
  DeclineProposalsInput,
  DeclineProposalsOutcome,
  ProposeAdaptationInput,
  ProposeAdaptationOutcome,
  ProposedChange,
  SiteProposal,
  TakeProposalsInput,
  TakeProposalsOutcome,
} from "./contribution.graphql.ts";
import { proposals, proposalsOfSite } from "./contribution.reads.ts";
import { declineProposals } from "./decline-proposals.ts";
import { proposeAdaptation } from "./propose-adaptation.ts";
import { takeProposals } from "./take-proposals.ts";

@Resolver(() => Site)
export class ContributionResolver {
  @Query(() => [ProposedChange], {
    description:
      "The open proposals of the templates that one answers for, the most widely made change first.",
  })
  proposals(@Ctx() ctx: RequestContext) {
    return proposals(ctx);
  }

  @FieldResolver(() => [SiteProposal], {
    description: "What the city has proposed of this site to the template's owner, latest first.",
  })
  ownProposals(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return proposalsOfSite(ctx, site.id);
  }

  @Mutation(() => ProposeAdaptationOutcome, {
    description: "Proposes to the template's owner what a site does differently, as it is now.",
  })
  proposeAdaptation(
    @Arg("input", () => ProposeAdaptationInput) input: ProposeAdaptationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, proposeAdaptation(ctx, input));
  }

  @Mutation(() => TakeProposalsOutcome, {
    description: "Takes a proposed change into the draft of the template's next release.",
  })
  takeProposals(
    @Arg("input", () => TakeProposalsInput) input: TakeProposalsInput,
    @Ctx() ctx: RequestContext,
  ) {
    return takeProposals(ctx, input);
  }

  @Mutation(() => DeclineProposalsOutcome, {
    description: "Says no to proposals of one template, with an answer that their cities see.",
  })
  declineProposals(
    @Arg("input", () => DeclineProposalsInput) input: DeclineProposalsInput,
    @Ctx() ctx: RequestContext,
  ) {
    return declineProposals(ctx, input);
  }
}
