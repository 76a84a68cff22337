import { Field, Float, ID, Int, ObjectType } from "type-graphql";

import { DateScalar } from "#server/graphql/scalars.ts";

@ObjectType({ simpleResolvers: true, description: "The slots of a month: days planned, held and vacant." })
class MonthOfSlots {
  @Field(() => String, { description: "As `2027-04`." })
  month!: string;

  @Field(() => Int, { description: "Slot-days that the design asks for, from each site's launch on." })
  plannedDays!: number;

  @Field(() => Int, { description: "Those on which somebody held the slot; a hand-over counts once." })
  filledDays!: number;

  @Field(() => Int)
  vacantDays!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "Of those who came 24 months ago or earlier: who was still there after 24 months.",
})
class StillThere {
  @Field(() => Int)
  started!: number;

  @Field(() => Int)
  stayed!: number;

  @Field(() => Int, { description: "Left earlier because they were promoted." })
  promoted!: number;

  @Field(() => Int, { description: "Left earlier for another reason." })
  left!: number;
}

@ObjectType({ simpleResolvers: true, description: "Between which shares the true one plausibly lies (95%)." })
class StayedInterval {
  @Field(() => Float)
  lower!: number;

  @Field(() => Float)
  upper!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "The share of people still there after a number of months, where somebody left.",
})
class StayedStep {
  @Field(() => Int, { description: "Whole months from the first day at the site." })
  time!: number;

  @Field(() => Int, { description: "People followed that long." })
  atRisk!: number;

  @Field(() => Int, { description: "People who left then." })
  events!: number;

  @Field(() => Float, { description: "From 0 to 1." })
  survival!: number;

  @Field(() => StayedInterval, { nullable: true, description: "Null when nobody is left." })
  interval!: StayedInterval | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The establishment of a site or a city's open sites against its strength; no person is named.",
})
export class RosterStrength {
  @Field(() => ID, { description: "Of the place and the day." })
  id!: string;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => [MonthOfSlots], { description: "The last 24 months, the oldest first." })
  months!: MonthOfSlots[];

  @Field(() => [Int], { description: "Whole months at the site of each current holder, the shortest first." })
  tenureMonths!: number[];

  @Field(() => Float, { nullable: true, description: "Their median; null while nobody holds a slot." })
  medianMonths!: number | null;

  @Field(() => StillThere)
  stillThere!: StillThere;

  @Field(() => Int, { description: "People of whom the curve is made." })
  followedCount!: number;

  @Field(() => [StayedStep], {
    description: "Kaplan and Meier's estimate; who is still there counts up to today.",
  })
  stayedCurve!: StayedStep[];
}
