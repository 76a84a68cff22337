import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar } from "#server/graphql/scalars.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

@ObjectType({ simpleResolvers: true, description: "An item whose due date would move." })
class MovedItem {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean)
  isLaunchGate!: boolean;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;
}

@ObjectType({ simpleResolvers: true, description: "An item that would stay, or a gate that would fail." })
class ShiftedItem {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => DateScalar, { description: "When it would be due." })
  dueOn!: string;
}

@ObjectType({ simpleResolvers: true, description: "What another launch date would move; nothing is saved." })
export class LaunchDatePreview {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => [MovedItem], { description: "Unfinished items, by their new due date." })
  moved!: MovedItem[];

  @Field(() => [ShiftedItem], { description: "Unfinished items whose day was set by hand." })
  keptByHand!: ShiftedItem[];

  @Field(() => [ShiftedItem], { description: "Launch gates that would fail and do not fail now." })
  gatesNowFailing!: ShiftedItem[];

  @Field(() => [ShiftedItem], { description: "Launch gates that fail now and would not." })
  gatesNoLongerFailing!: ShiftedItem[];
}

@InputType({ description: "The launch date that a site has from now on." })
export class ChangeLaunchDateInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int, { description: "The site's revision that was read." })
  expectedRevision!: number;

  @Field(() => DateScalar)
  launchOn!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "The launch date was moved, and with it what is unfinished.",
})
class LaunchDateChanged {
  @Field(() => Int)
  movedCount!: number;

  @Field(() => Site)
  site!: Site;
}

@ObjectType({ simpleResolvers: true, description: "Nothing was moved; each finding says what to put right." })
class ChangeLaunchDateRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const ChangeLaunchDateOutcome = outcomeUnion("ChangeLaunchDateOutcome", {
  changed: LaunchDateChanged,
  refused: ChangeLaunchDateRefused,
});
