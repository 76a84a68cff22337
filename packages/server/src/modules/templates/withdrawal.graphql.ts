import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";

import { Template, WithdrawalReason } from "./template.graphql.ts";

@InputType({ description: "A release to take out of use." })
export class WithdrawReleaseInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => WithdrawalReason)
  reasonCode!: "harmful" | "mistake" | "legal" | "replaced" | "other";

  @Field(() => String, {
    description: "Told to everybody who sees the template, and to the sites that have the release.",
  })
  reason!: string;
}

@InputType({ description: "A withdrawn release to take into use again." })
export class ReinstateReleaseInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => String, { description: "Told to whoever looks the withdrawal up." })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The release is out of use." })
class ReleaseWithdrawn {
  @Field(() => Int, { description: "Open offers of it that were withdrawn with it, whoever made them." })
  withdrawnOfferCount!: number;

  @Field(() => Int, { description: "Runs towards it that were stopped." })
  stoppedRunCount!: number;

  @Field(() => Template)
  template!: Template;
}

@ObjectType({ simpleResolvers: true, description: "The release is offered again." })
class ReleaseReinstated {
  @Field(() => Template)
  template!: Template;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was done; each finding says what to put right.",
})
class WithdrawalRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const WithdrawReleaseOutcome = outcomeUnion("WithdrawReleaseOutcome", {
  withdrawn: ReleaseWithdrawn,
  refused: WithdrawalRefused,
});

export const ReinstateReleaseOutcome = outcomeUnion("ReinstateReleaseOutcome", {
  reinstated: ReleaseReinstated,
  refused: WithdrawalRefused,
});
