import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";

import { DateScalar, PeriodScalar } from "#server/graphql/scalars.ts";
import { GoalKind } from "#server/modules/templates/content-words.graphql.ts";
import { MeasureKind } from "#server/modules/templates/indicator.graphql.ts";

export enum GoalState {
  ON_TRACK = "onTrack",
  OFF_TRACK = "offTrack",
  CANNOT_TELL = "cannotTell",
  TOO_EARLY = "tooEarly",
  NO_DATA = "noData",
}
registerEnumType(GoalState, {
  name: "GoalState",
  description:
    "On track: the whole 95% interval meets the path. Off track: none of it does. Cannot tell: noise alone could decide. Too early: too little time has passed. No data: a number that the judgment needs is not in.",
});

export enum MissingNumber {
  LATEST = "latest",
  BASELINE = "baseline",
  COMPARISON = "comparison",
  LOCAL_NUMBER = "localNumber",
  EVENTS = "events",
  ANSWERS = "answers",
  PROTECTED = "protected",
}
registerEnumType(MissingNumber, {
  name: "MissingNumber",
  description: "Which number is missing when there is no judgment.",
});

export enum ProgressUnit {
  PERCENT = "percent",
  PERCENT_OF_COMPARISON = "percentOfComparison",
  POINTS = "points",
  LEVEL = "level",
  EVENTS = "events",
}
registerEnumType(ProgressUnit, { name: "ProgressUnit", description: "In what a change or a level is told." });

export enum ComparedWith {
  COMPARISON_AREA = "comparisonArea",
  JURISDICTION = "jurisdiction",
}
registerEnumType(ComparedWith, { name: "ComparedWith", description: "What a change is held against." });

@ObjectType({
  simpleResolvers: true,
  description:
    "Figures of several periods taken as one: counts added up, shares pooled over all who answered.",
})
class PooledFigure {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => Int, { description: "How many months of figures it holds." })
  months!: number;

  @Field(() => Float)
  value!: number;
}

@ObjectType({ simpleResolvers: true, description: "One figure of a series." })
class SeriesFigure {
  @Field(() => PeriodScalar)
  period!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Boolean, { description: "A small count about people, not shown." })
  isProtected!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "How far a goal has come on one of its indicators." })
export class GoalTargetProgress {
  @Field(() => String)
  indicatorCode!: string;

  @Field(() => String)
  indicatorName!: string;

  @Field(() => String)
  indicatorUnit!: string;

  @Field(() => MeasureKind)
  measureKind!: string;

  @Field(() => String, {
    description:
      "How the target is put: changeByPercent, atLeast and so on; docs/data-formats.md lists them.",
  })
  targetKind!: string;

  @Field(() => GoalState)
  state!: string;

  @Field(() => MissingNumber, { nullable: true })
  missing!: string | null;

  @Field(() => ProgressUnit)
  unit!: string;

  @Field(() => Float, { nullable: true, description: "The change, or the level, in the unit told." })
  reached!: number | null;

  @Field(() => Float, { nullable: true, description: "Lower end of its 95% interval." })
  reachedLower!: number | null;

  @Field(() => Float, { nullable: true, description: "Upper end of its 95% interval." })
  reachedUpper!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "What the path asks for at the end of the latest figures.",
  })
  soughtNow!: number | null;

  @Field(() => Float, { nullable: true, description: "What is sought by the due day." })
  sought!: number | null;

  @Field(() => DateScalar)
  dueOn!: string;

  @Field(() => ComparedWith, { nullable: true })
  comparedWith!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The local number that the target is a share of, in words.",
  })
  localNumberName!: string | null;

  @Field(() => PooledFigure, { nullable: true, description: "The value before launch." })
  baseline!: PooledFigure | null;

  @Field(() => PooledFigure, { nullable: true, description: "The latest value after launch." })
  latest!: PooledFigure | null;

  @Field(() => Float, {
    nullable: true,
    description: "The value before, as one period of the series would have it.",
  })
  baselineLevel!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The value sought, as one period of the series would have it.",
  })
  soughtLevel!: number | null;

  @Field(() => [SeriesFigure], { description: "From five years before launch on." })
  series!: readonly SeriesFigure[];

  @Field(() => String, { nullable: true })
  source!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A goal of a site, with how far it has come." })
export class SiteGoal {
  @Field(() => String, { description: "Stable key of the goal in the site's design." })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => GoalKind)
  kind!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => [GoalTargetProgress])
  targets!: readonly GoalTargetProgress[];
}
