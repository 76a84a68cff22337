import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateTimeScalar, PeriodScalar } from "#server/graphql/scalars.ts";

@ObjectType({
  simpleResolvers: true,
  description: "One value of an indicator at a place for a period. A correction is a later revision of it.",
})
export class Observation {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  indicatorCode!: string;

  @Field(() => String, { description: "site, jurisdiction or comparisonArea." })
  placeKind!: string;

  @Field(() => ID)
  placeId!: string;

  @Field(() => String)
  placeName!: string;

  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => Float, { description: "In the unit of the indicator." })
  value!: number;

  @Field(() => Float, { nullable: true })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "The population, or the whole that a share is of." })
  denominator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Months of the period that the source covers; null when it does not say.",
  })
  monthsCovered!: number | null;

  @Field(() => String, { nullable: true, description: "SRS or NIBRS." })
  reportingSystem!: string | null;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true, description: "What the source counts differently." })
  note!: string | null;

  @Field(() => Boolean, { description: "Published by its source for anyone to read." })
  isReference!: boolean;

  @Field(() => ID, { nullable: true })
  importId!: string | null;

  @Field(() => String)
  recordedBy!: string;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it no longer holds; null for what holds now.",
  })
  supersededAt!: Date | null;
}

export const ObservationConnection = connectionOf(Observation, "Observation");

@ArgsType()
export class ObservationsArgs extends ConnectionArgs {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "One site of the jurisdiction; left out for all of its figures.",
  })
  siteId?: string;

  @Field(() => String, { nullable: true })
  indicatorCode?: string;
}

@ArgsType()
export class ObservationRevisionsArgs {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  indicatorCode!: string;

  @Field(() => ID)
  placeId!: string;

  @Field(() => PeriodScalar)
  period!: string;
}
