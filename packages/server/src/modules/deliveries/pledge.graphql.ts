import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar, DateTimeScalar, PeriodScalar } from "#server/graphql/scalars.ts";

enum PledgePeriodKind {
  MONTH = "month",
  QUARTER = "quarter",
  YEAR = "year",
}
registerEnumType(PledgePeriodKind, {
  name: "PledgePeriodKind",
  description: "For how long one amount counts.",
});

enum DeliveryStatus {
  REPORTED = "reported",
  CONFIRMED = "confirmed",
  RETURNED = "returned",
}
registerEnumType(DeliveryStatus, { name: "DeliveryStatus", description: "How far a report has come." });

export enum PeriodStanding {
  CONFIRMED = "confirmed",
  WAITING = "waiting",
  RETURNED = "returned",
  DUE = "due",
  MISSING = "missing",
}
registerEnumType(PeriodStanding, {
  name: "PeriodStanding",
  description:
    "How a period stands: WAITING for the city's answer, DUE until 30 days after its end, then MISSING.",
});

@ObjectType({ simpleResolvers: true, description: "One report of what was delivered in a period." })
class DeliveryReport {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "1 for the first report of the period." })
  reportNumber!: number;

  @Field(() => Int, { description: "Whole units of the promise." })
  amount!: number;

  @Field(() => DeliveryStatus)
  status!: string;

  @Field(() => Boolean, { description: "Whether the city recorded it, not the organization." })
  isByCity!: boolean;

  @Field(() => DateTimeScalar)
  reportedAt!: Date;

  @Field(() => String, { nullable: true, description: "What to put right, where it was returned." })
  returnReason!: string | null;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A period of a promise that is over, and what came of it.",
})
class PledgePeriod {
  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => DateScalar, { description: "The last day on which a report is in time." })
  dueOn!: string;

  @Field(() => PeriodStanding)
  standing!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The amount confirmed last; null where nothing is confirmed, which is not zero.",
  })
  delivered!: number | null;

  @Field(() => [DeliveryReport], { description: "The newest first." })
  reports!: DeliveryReport[];
}

@ObjectType({ simpleResolvers: true, description: "What an organization promises for each period." })
export class Pledge {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  partnershipId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "What is counted." })
  unit!: string;

  @Field(() => Int, { description: "How many units in a period." })
  amountPerPeriod!: number;

  @Field(() => PledgePeriodKind)
  periodKind!: string;

  @Field(() => DateScalar, { description: "Whole periods from this day on count." })
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "Whole periods up to this day count." })
  endsOn!: string | null;

  @Field(() => Int)
  revision!: number;

  @Field(() => [PledgePeriod], { description: "The latest 60 periods that are over, the newest first." })
  periods!: PledgePeriod[];
}

const SAFE_TO_REPEAT = { nullable: true, description: "Makes the same call safe to repeat." } as const;

@InputType({ description: "What is promised for each period." })
class PledgeInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => Int)
  amountPerPeriod!: number;

  @Field(() => PledgePeriodKind)
  periodKind!: PledgePeriodKind;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true })
  endsOn?: string;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "A new promise of a partnership." })
export class AddPledgeInput extends PledgeInput {
  @Field(() => ID)
  partnershipId!: string;
}

@InputType({ description: "A promise, as it shall be from now on." })
export class ChangePledgeInput extends PledgeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;
}

@InputType({ description: "What was delivered in a period." })
export class ReportDeliveryInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  pledgeId!: string;

  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => Int, { description: "Whole units; 0 says that nothing was delivered." })
  amount!: number;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "The city's answer to a report." })
export class DecideDeliveryInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => Boolean)
  isConfirmed!: boolean;

  @Field(() => String, { nullable: true, description: "What to put right, where it goes back." })
  reason?: string;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "The promise is on the record." })
class PledgeAdded {
  @Field(() => Pledge)
  pledge!: Pledge;
}

@ObjectType({ simpleResolvers: true, description: "The promise was changed." })
class PledgeChanged {
  @Field(() => Pledge)
  pledge!: Pledge;
}

@ObjectType({ simpleResolvers: true, description: "The report is on the record." })
class DeliveryReported {
  @Field(() => Pledge)
  pledge!: Pledge;
}

@ObjectType({ simpleResolvers: true, description: "The report was confirmed or returned." })
class DeliveryDecided {
  @Field(() => Pledge)
  pledge!: Pledge;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class DeliveryRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

const refused = { refused: DeliveryRefused };

export const AddPledgeOutcome = outcomeUnion("AddPledgeOutcome", { added: PledgeAdded, ...refused });
export const ChangePledgeOutcome = outcomeUnion("ChangePledgeOutcome", {
  changed: PledgeChanged,
  ...refused,
});
export const ReportDeliveryOutcome = outcomeUnion("ReportDeliveryOutcome", {
  reported: DeliveryReported,
  ...refused,
});
export const DecideDeliveryOutcome = outcomeUnion("DecideDeliveryOutcome", {
  decided: DeliveryDecided,
  ...refused,
});
