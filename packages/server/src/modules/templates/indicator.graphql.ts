import { ArgsType, Field, Float, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";

export enum IndicatorClass {
  POPULATION = "population",
  PERFORMANCE = "performance",
  ACTIVITY_OF_POLICE = "activityOfPolice",
  FIDELITY = "fidelity",
}
registerEnumType(IndicatorClass, {
  name: "IndicatorClass",
  description: "Whose results an indicator speaks of. Only performance and fidelity are the team's own.",
});

export enum IndicatorTheme {
  CRIME_AND_HARM = "crimeAndHarm",
  POLICE_ACTIVITY = "policeActivity",
  TRUST_AND_PLACE = "trustAndPlace",
  PROGRAM_AND_PARTNERS = "programAndPartners",
  STAFFING_AND_FIDELITY = "staffingAndFidelity",
}
registerEnumType(IndicatorTheme, {
  name: "IndicatorTheme",
  description: "A shelf of the indicator catalogue.",
});

export enum Direction {
  LOWER = "lower",
  HIGHER = "higher",
  CONTEXT = "context",
}
registerEnumType(Direction, {
  name: "Direction",
  description: "Which way is better; context is neither good nor bad by itself.",
});

export enum Cadence {
  MONTH = "month",
  QUARTER = "quarter",
  HALF_YEAR = "halfYear",
  YEAR = "year",
  SURVEY = "survey",
  EVENT = "event",
}
registerEnumType(Cadence, { name: "Cadence", description: "How often an indicator is collected." });

export enum MeasureKind {
  COUNT = "count",
  RATE = "rate",
  SHARE = "share",
  MEAN = "mean",
  DIFFERENCE = "difference",
  RATIO = "ratio",
  MEDIAN = "median",
  AMOUNT = "amount",
}
registerEnumType(MeasureKind, {
  name: "MeasureKind",
  description: "What kind of number it is, which decides how it is compared and what interval it gets.",
});

export enum Basis {
  PROPOSAL = "proposal",
  KNOWN = "known",
  SOURCED = "sourced",
}
registerEnumType(Basis, {
  name: "Basis",
  description:
    "What values rest on: restated from a public document, general knowledge of a named one, or a proposal made here, to be edited freely.",
});

@ObjectType({ simpleResolvers: true, description: "What kind of number an indicator is." })
export class Measure {
  @Field(() => MeasureKind)
  kind!: string;

  @Field(() => Float, { nullable: true, description: "Of a rate: per how many residents." })
  per?: number;

  @Field(() => Float, { nullable: true, description: "Of a mean: the lowest answer." })
  from?: number;

  @Field(() => Float, { nullable: true, description: "Of a mean: the highest answer." })
  to?: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "What is measured, with its kind of measure, its source and its caveats.",
})
export class Indicator {
  @Field(() => String, { description: "Stable, such as CR-VIOL." })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => IndicatorTheme)
  theme!: string;

  @Field(() => IndicatorClass)
  class!: string;

  @Field(() => Measure)
  measure!: Measure;

  @Field(() => String)
  unit!: string;

  @Field(() => String, { nullable: true, description: "What is counted, or the top of the fraction." })
  numerator?: string;

  @Field(() => String, { nullable: true, description: "The bottom of the fraction, where there is one." })
  denominator?: string;

  @Field(() => Direction)
  direction!: string;

  @Field(() => Cadence)
  cadence!: string;

  @Field(() => String, { nullable: true, description: "What the cadence does not say." })
  cadenceNote?: string;

  @Field(() => String, { description: "Where the figures come from." })
  source!: string;

  @Field(() => String, { nullable: true })
  caveats?: string;

  @Field(() => Boolean, {
    description: "Whether it counts people, so that counts from 1 to 9 are protected.",
  })
  countsPersons!: boolean;

  @Field(() => Boolean, { description: "Whether figures of a single site are hidden by default." })
  isHiddenForSites!: boolean;

  @Field(() => Boolean, {
    description: "Whether it may be a goal: acts of policing and single officers may not.",
  })
  mayBeGoal!: boolean;

  @Field(() => Basis)
  basis!: string;

  @Field(() => String, { nullable: true, description: "The document or reasoning that it rests on." })
  restsOn?: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "A goal of a template's newest release that uses an indicator.",
})
export class IndicatorUse {
  @Field(() => String)
  templateKey!: string;

  @Field(() => String)
  templateName!: string;

  @Field(() => String)
  goalKey!: string;

  @Field(() => String)
  goalTitle!: string;
}

export const IndicatorConnection = connectionOf(Indicator, "Indicator");

@ArgsType()
export class IndicatorsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: "Part of a code or of a name." })
  search?: string;

  @Field(() => IndicatorTheme, { nullable: true })
  theme?: string;

  @Field(() => IndicatorClass, { nullable: true })
  class?: string;
}
