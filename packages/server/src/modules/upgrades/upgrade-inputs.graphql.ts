import { Field, ID, InputType, Int } from "type-graphql";

import { DateScalar, JsonScalar } from "#server/graphql/scalars.ts";
import { AdaptationReason } from "#server/modules/sites/adaptation.graphql.ts";

import { UpgradeChoice } from "./upgrade.graphql.ts";

@InputType({ description: "What was decided about one question." })
export class UpgradeDecisionInput {
  @Field(() => String)
  section!: "checklistItems";

  @Field(() => String)
  key!: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => String, { description: "Of the question that was answered." })
  question!: string;

  @Field(() => UpgradeChoice)
  choice!: "keepLocal";

  @Field(() => JsonScalar, { nullable: true, description: "The third answer." })
  value?: unknown;

  @Field(() => AdaptationReason, { nullable: true })
  reasonCode?: "other";

  @Field(() => String, { nullable: true })
  reason?: string;

  @Field(() => DateScalar, { nullable: true, description: "When the steering committee decided." })
  steeringDecidedOn?: string;
}

@InputType({ description: "Decisions about an upgrade, to be gone on with later." })
export class SaveUpgradeDecisionsInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => Int, {
    description: "The revision of the kept decisions that was read; 0 when there were none.",
  })
  expectedRevision!: number;

  @Field(() => [UpgradeDecisionInput])
  decisions!: UpgradeDecisionInput[];
}

@InputType({ description: "The release that a site is to take." })
export class UpgradeSiteInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int, { description: "The site's revision that was read." })
  expectedRevision!: number;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => [UpgradeDecisionInput])
  decisions!: UpgradeDecisionInput[];
}

@InputType({ description: "The last upgrade of a site, to be taken back." })
export class RollBackUpgradeInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int, { description: "The site's revision that was read." })
  expectedRevision!: number;

  @Field(() => String)
  reason!: string;
}
