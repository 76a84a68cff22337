import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";
import { FleetFilterInput } from "#server/modules/fleet/fleet.graphql.ts";

export enum UpgradeRunResult {
  UPGRADED = "upgraded",
  ALREADY_THERE = "alreadyThere",
  WITHOUT_CONSENT = "withoutConsent",
  NEEDS_PERSON = "needsPerson",
  FAILED = "failed",
}
registerEnumType(UpgradeRunResult, {
  name: "UpgradeRunResult",
  description:
    "What a site of a run came to. Without consent: its city does not let others upgrade its sites. Needs a person: there are questions to decide.",
});

@ObjectType({ simpleResolvers: true, description: "How many sites of a run came to one result." })
class UpgradeRunCount {
  @Field(() => UpgradeRunResult)
  result!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "Many upgrades at once, and how far they are." })
export class UpgradeRun {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  templateName!: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String)
  startedBy!: string;

  @Field(() => String, { description: "The organization by name, or the state's two letters." })
  actsFor!: string;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Boolean)
  isFinished!: boolean;

  @Field(() => Boolean)
  isCancelAsked!: boolean;

  @Field(() => Int)
  siteCount!: number;

  @Field(() => Int)
  doneCount!: number;

  @Field(() => Float, { description: "How many sites a second, on average." })
  perSecond!: number;

  @Field(() => [UpgradeRunCount])
  results!: UpgradeRunCount[];
}

export const UpgradeRunConnection = connectionOf(UpgradeRun, "UpgradeRun");

@ObjectType({ simpleResolvers: true, description: "A site of a run." })
export class UpgradeRunSite {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String)
  jurisdictionName!: string;

  @Field(() => UpgradeRunResult, { nullable: true, description: "Null until it was its turn." })
  result!: string | null;

  @Field(() => Int, { nullable: true, description: "Questions that somebody has to decide." })
  questionCount!: number | null;
}

export const UpgradeRunSiteConnection = connectionOf(UpgradeRunSite, "UpgradeRunSite");

@ArgsType()
export class UpgradeRunSitesArgs extends ConnectionArgs {
  @Field(() => UpgradeRunResult, { nullable: true })
  result?: string;
}

@InputType({ description: "Many sites to bring to a release." })
export class StartUpgradeRunInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => FleetFilterInput, { description: "Which of the sites below it; all of them when empty." })
  sites!: FleetFilterInput;
}

@ObjectType({ simpleResolvers: true, description: "The run has begun." })
class UpgradeRunStarted {
  @Field(() => UpgradeRun)
  run!: UpgradeRun;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was begun; each finding says what to put right.",
})
class UpgradeRunRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const StartUpgradeRunOutcome = outcomeUnion("StartUpgradeRunOutcome", {
  started: UpgradeRunStarted,
  refused: UpgradeRunRefused,
});

@InputType({ description: "A run to stop." })
export class CancelUpgradeRunInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  runId!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "The run was asked to stop: the sites under way are finished.",
})
class UpgradeRunCancelAsked {
  @Field(() => UpgradeRun)
  run!: UpgradeRun;
}

export const CancelUpgradeRunOutcome = outcomeUnion("CancelUpgradeRunOutcome", {
  asked: UpgradeRunCancelAsked,
});
