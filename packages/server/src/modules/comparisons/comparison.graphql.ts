import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateTimeScalar, PeriodScalar } from "#server/graphql/scalars.ts";
import { MeasureKind } from "#server/modules/templates/indicator.graphql.ts";

export enum FigureState {
  SHOWN = "shown",
  PROTECTED = "protected",
  MISSING = "missing",
}
registerEnumType(FigureState, {
  name: "FigureState",
  description:
    "Protected: a small count that could point at a person. Missing: nothing was reported, which is not zero.",
});

export enum FigureMark {
  PARTIAL_PERIOD = "partialPeriod",
  MONTHS_NOT_STATED = "monthsNotStated",
  MONTHS_CONTRADICT = "monthsContradict",
  FEW_EVENTS = "fewEvents",
  STATED_POPULATION = "statedPopulation",
  NO_POPULATION = "noPopulation",
  NOT_A_COUNT = "notACount",
  NO_INTERVAL = "noInterval",
}
registerEnumType(FigureMark, { name: "FigureMark", description: "What must be said beside a figure." });

export enum ComparabilityGrade {
  COMPARABLE = "comparable",
  WITH_CARE = "withCare",
  NOT_COMPARABLE = "notComparable",
}
registerEnumType(ComparabilityGrade, {
  name: "ComparabilityGrade",
  description: "Whether figures can be set side by side.",
});

export enum ComparabilityCode {
  REPORTING_SYSTEMS_DIFFER = "REPORTING_SYSTEMS_DIFFER",
  REPORTING_SYSTEM_NOT_STATED = "REPORTING_SYSTEM_NOT_STATED",
  SITE_KINDS_DIFFER = "SITE_KINDS_DIFFER",
  DEFINITIONS_DIFFER = "DEFINITIONS_DIFFER",
  MONTHS_MISSING = "MONTHS_MISSING",
  MONTHS_CONTRADICT = "MONTHS_CONTRADICT",
  MONTHS_NOT_STATED = "MONTHS_NOT_STATED",
  SOURCES_DIFFER = "SOURCES_DIFFER",
  FIGURES_MISSING = "FIGURES_MISSING",
  FIGURES_PROTECTED = "FIGURES_PROTECTED",
  POPULATION_MISSING = "POPULATION_MISSING",
}
registerEnumType(ComparabilityCode, {
  name: "ComparabilityCode",
  description: "Why figures should not be set side by side without a word.",
});

@ObjectType({ simpleResolvers: true, description: "One reason, and the places to which it applies." })
class ComparabilityReason {
  @Field(() => ComparabilityCode)
  code!: string;

  @Field(() => [String], { description: "Names of places." })
  places!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether the places of a comparison can be compared, and why not.",
})
class Comparability {
  @Field(() => ComparabilityGrade)
  grade!: string;

  @Field(() => [ComparabilityReason])
  reasons!: readonly ComparabilityReason[];
}

@ObjectType({ simpleResolvers: true, description: "The indicator that places are compared on." })
export class ComparedIndicator {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => MeasureKind)
  measureKind!: string;

  @Field(() => Float, {
    nullable: true,
    description: "Per how many residents the compared figures are; null for what is no rate.",
  })
  per!: number | null;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true })
  caveats!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "One figure of a comparison. Its numbers are left out when it is protected or missing.",
})
class ComparisonFigure {
  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => FigureState)
  state!: string;

  @Field(() => Float, {
    nullable: true,
    description: "In the unit of the indicator: for a count, the count.",
  })
  value?: number;

  @Field(() => Float, { nullable: true })
  numerator?: number;

  @Field(() => Float, { nullable: true, description: "The population, or all who answered." })
  denominator?: number;

  @Field(() => Float, {
    nullable: true,
    description: "What is compared: a rate, a share in percent, or the value itself.",
  })
  compared?: number;

  @Field(() => Float, { nullable: true, description: "Lower end of the 95% interval." })
  lower?: number;

  @Field(() => Float, { nullable: true, description: "Upper end of the 95% interval." })
  upper?: number;

  @Field(() => Int, {
    nullable: true,
    description: "Null where the source does not say. A part of a year is never stretched to a whole one.",
  })
  monthsCovered?: number;

  @Field(() => [FigureMark])
  marks!: readonly string[];

  @Field(() => String, { nullable: true, description: "SRS or NIBRS, where the source says it." })
  reportingSystem?: string;

  @Field(() => String, { nullable: true })
  source?: string;

  @Field(() => String, {
    nullable: true,
    description: "What the source counts differently from the definition.",
  })
  definitionNotes?: string;

  @Field(() => Boolean, { description: "Whether its source published it for anyone to read." })
  isReference!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A city or a site with a figure for each year." })
class ComparisonPlace {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "publicHousing, park or neighborhood for a site; null for a city.",
  })
  siteKind!: string | null;

  @Field(() => [ComparisonFigure])
  figures!: readonly ComparisonFigure[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Places side by side on one indicator, sorted by name and never ranked.",
})
export class Comparison {
  @Field(() => ComparedIndicator)
  indicator!: ComparedIndicator;

  @Field(() => [ComparisonPlace])
  places!: readonly ComparisonPlace[];

  @Field(() => Comparability)
  comparability!: Comparability;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the newest of the figures was recorded.",
  })
  recordedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: "A place that has figures of an indicator." })
export class PlaceWithFigures {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  siteKind!: string | null;

  @Field(() => Int)
  firstYear!: number;

  @Field(() => Int)
  lastYear!: number;
}

export const PlaceWithFiguresConnection = connectionOf(PlaceWithFigures, "PlaceWithFigures");

@ArgsType()
export class ComparisonPlacesArgs extends ConnectionArgs {
  @Field(() => String, { description: "Code of the indicator." })
  indicator!: string;

  @Field(() => String, { nullable: true, description: "Part of a name." })
  search?: string;

  @Field(() => String, { nullable: true, description: "city, publicHousing, park or neighborhood." })
  kind?: string;

  @Field(() => String, { nullable: true })
  stateCode?: string;
}

@ArgsType()
export class ComparisonArgs {
  @Field(() => String, { description: "Code of the indicator." })
  indicator!: string;

  @Field(() => [ID], { description: "Jurisdictions or sites, 1 to 100." })
  places!: string[];

  @Field(() => [Int], { description: "1 to 50 years." })
  years!: number[];
}

@ArgsType()
export class FigureOriginsArgs {
  @Field(() => String, { description: "Code of the indicator." })
  indicator!: string;

  @Field(() => ID)
  placeId!: string;

  @Field(() => Int)
  year!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A comparison as files: the figures, and what each column means.",
})
export class ComparisonExport {
  @Field(() => String)
  fileName!: string;

  @Field(() => String, { description: "What is protected on the page is protected here." })
  csv!: string;

  @Field(() => String)
  dictionaryFileName!: string;

  @Field(() => String)
  dictionary!: string;
}

@ObjectType({ simpleResolvers: true, description: "One entry behind a figure of a comparison." })
export class FigureOrigin {
  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => Boolean)
  isProtected!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: "Null when any entry of the year is protected: they would give each other away.",
  })
  value!: number | null;

  @Field(() => Int, { description: "1 for the first entry; one more with each correction." })
  revision!: number;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Boolean)
  isReference!: boolean;

  @Field(() => String, { nullable: true, description: "The file that it was read from." })
  importFileName!: string | null;

  @Field(() => String, { description: "Who brought it in." })
  recordedBy!: string;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;
}
