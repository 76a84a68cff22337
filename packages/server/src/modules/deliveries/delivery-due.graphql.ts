import { Field, ID, Int, ObjectType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { DateScalar, PeriodScalar } from "#server/graphql/scalars.ts";

import { PeriodStanding } from "./pledge.graphql.ts";

@ObjectType({ simpleResolvers: true, description: "A period of a promise that waits for somebody." })
class DueDelivery {
  @Field(() => ID, { description: "Of the promise and the period." })
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  jurisdictionName!: string;

  @Field(() => ID)
  partnershipId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => String, { description: "What is delivered." })
  title!: string;

  @Field(() => String, { description: "What is counted." })
  unit!: string;

  @Field(() => Int)
  amountPerPeriod!: number;

  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => DateScalar, { description: "The last day on which a report is in time." })
  dueOn!: string;

  @Field(() => Int, { description: "Days to that day at the site; negative when it is past." })
  daysLeft!: number;

  @Field(() => PeriodStanding)
  standing!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What came of the promises of a partnership, in numbers of periods that are over.",
})
export class DeliveryCounts {
  @Field(() => Int)
  promiseCount!: number;

  @Field(() => Int)
  confirmedCount!: number;

  @Field(() => Int, { description: "Reported, and the city has not answered." })
  waitingCount!: number;

  @Field(() => Int, { description: "Due, missing or returned: the organization has to report." })
  owedCount!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of the latest period of which an amount above zero is confirmed.",
  })
  deliveredThrough!: string | null;
}

export const DueDeliveryConnection = connectionOf(DueDelivery, "DueDelivery");
