import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { GoalTargetProgress } from "#server/modules/outcomes/goal.graphql.ts";
import { withSite } from "#server/modules/sites/index.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { correctFidelityReview } from "./correct-fidelity-review.ts";
import { explainRatingDifference } from "./explain-rating-difference.ts";
import {
  CorrectFidelityReviewInput,
  CorrectFidelityReviewOutcome,
  ExplainRatingDifferenceInput,
  ExplainRatingDifferenceOutcome,
  RecordFidelityReviewInput,
  RecordFidelityReviewOutcome,
  WithdrawFidelityReviewInput,
  WithdrawFidelityReviewOutcome,
} from "./fidelity-inputs.graphql.ts";
import { RatedSite, RatedSiteConnection, SiteFidelitiesArgs, SiteFidelity } from "./fidelity.graphql.ts";
import { type ShownRatedSite, siteFidelities, siteFidelity, siteTrend } from "./fidelity.reads.ts";
import { recordFidelityReview } from "./record-fidelity-review.ts";
import { withdrawFidelityReview } from "./withdraw-fidelity-review.ts";

@Resolver(() => Site)
export class FidelityResolver {
  @FieldResolver(() => SiteFidelity, {
    nullable: true,
    description:
      "How fully the site carries out its core components, rated and computed. Null for whoever may not see it.",
  })
  fidelity(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return siteFidelity(ctx, { id: site.id, jurisdictionId: site.jurisdiction.id });
  }

  @Query(() => RatedSiteConnection, {
    description: "Sites by city and name with their newest reviews; never in the order of a score.",
  })
  siteFidelities(@Args(() => SiteFidelitiesArgs) args: SiteFidelitiesArgs, @Ctx() ctx: RequestContext) {
    return siteFidelities(ctx, args, args);
  }

  @Mutation(() => RecordFidelityReviewOutcome, {
    description: "Records how fully a site carries out the core components of its release.",
  })
  recordFidelityReview(
    @Arg("input", () => RecordFidelityReviewInput) input: RecordFidelityReviewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, recordFidelityReview(ctx, input));
  }

  @Mutation(() => CorrectFidelityReviewOutcome, { description: "Puts a review right." })
  correctFidelityReview(
    @Arg("input", () => CorrectFidelityReviewInput) input: CorrectFidelityReviewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, correctFidelityReview(ctx, input));
  }

  @Mutation(() => WithdrawFidelityReviewOutcome, {
    description: "Takes a review back: it is kept and counts no longer.",
  })
  withdrawFidelityReview(
    @Arg("input", () => WithdrawFidelityReviewInput) input: WithdrawFidelityReviewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, withdrawFidelityReview(ctx, input));
  }

  @Mutation(() => ExplainRatingDifferenceOutcome, {
    description: "Says in a review why its mark for a component is not another rater's.",
  })
  explainRatingDifference(
    @Arg("input", () => ExplainRatingDifferenceInput) input: ExplainRatingDifferenceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, explainRatingDifference(ctx, input));
  }
}

@Resolver(() => RatedSite)
export class RatedSiteResolver {
  @FieldResolver(() => GoalTargetProgress, {
    nullable: true,
    description:
      "How far the site has come on one indicator of its goals; null when it is none, or not for the reader.",
  })
  trend(
    @Root() site: ShownRatedSite,
    @Arg("indicator", () => String, { description: "The indicator's code." }) indicator: string,
    @Ctx() ctx: RequestContext,
  ) {
    return siteTrend(ctx, site, indicator);
  }
}
