import type { PlainDate } from "@frontstep/domain/shared";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar } from "#server/graphql/scalars.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { FidelityRater } from "./fidelity.graphql.ts";

@InputType({ description: "What shows how a component is carried out. No names of officers." })
class FidelityEvidenceInput {
  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: "Where it can be seen, with https://." })
  url?: string;

  @Field(() => DateScalar)
  datedOn!: PlainDate;
}

@InputType({ description: "What was found of one component: a mark, or why it does not apply." })
class ComponentRatingInput {
  @Field(() => String)
  componentKey!: string;

  @Field(() => Int, { nullable: true, description: "0 to 4; left out when it does not apply." })
  mark!: number | null;

  @Field(() => String, { nullable: true })
  notApplicableReason?: string;

  @Field(() => [FidelityEvidenceInput])
  evidence!: FidelityEvidenceInput[];
}

@InputType({ description: "A review of a site against the release that it has." })
export class RecordFidelityReviewInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => FidelityRater)
  rater!: "self";

  @Field(() => String, {
    description: "Roles or an organization, as in: sergeant, coordinator and resident chair.",
  })
  ratedBy!: string;

  @Field(() => DateScalar)
  reviewedOn!: PlainDate;

  @Field(() => [ComponentRatingInput])
  ratings!: ComponentRatingInput[];
}

@InputType({ description: "A review as it should have been recorded." })
export class CorrectFidelityReviewInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  reviewId!: string;

  @Field(() => Int, { description: "The revision of the review that was read." })
  expectedRevision!: number;

  @Field(() => String)
  ratedBy!: string;

  @Field(() => DateScalar)
  reviewedOn!: PlainDate;

  @Field(() => [ComponentRatingInput])
  ratings!: ComponentRatingInput[];
}

@InputType({ description: "A review that should not count any longer." })
export class WithdrawFidelityReviewInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  reviewId!: string;

  @Field(() => Int, { description: "The revision of the review that was read." })
  expectedRevision!: number;

  @Field(() => String)
  reason!: string;
}

@InputType({ description: "Why a rater sees a component otherwise than another." })
export class ExplainRatingDifferenceInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  reviewId!: string;

  @Field(() => String)
  componentKey!: string;

  @Field(() => Int, { description: "The revision of the review that was read." })
  expectedRevision!: number;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The review was recorded." })
class FidelityReviewRecorded {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({ simpleResolvers: true, description: "The review was put right." })
class FidelityReviewCorrected {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "The review was taken back; it is kept and does not count.",
})
class FidelityReviewWithdrawn {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({ simpleResolvers: true, description: "The difference was explained." })
class RatingDifferenceExplained {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class FidelityRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const RecordFidelityReviewOutcome = outcomeUnion("RecordFidelityReviewOutcome", {
  recorded: FidelityReviewRecorded,
  refused: FidelityRefused,
});

export const CorrectFidelityReviewOutcome = outcomeUnion("CorrectFidelityReviewOutcome", {
  corrected: FidelityReviewCorrected,
  refused: FidelityRefused,
});

export const WithdrawFidelityReviewOutcome = outcomeUnion("WithdrawFidelityReviewOutcome", {
  withdrawn: FidelityReviewWithdrawn,
  refused: FidelityRefused,
});

export const ExplainRatingDifferenceOutcome = outcomeUnion("ExplainRatingDifferenceOutcome", {
  explained: RatingDifferenceExplained,
  refused: FidelityRefused,
});
