import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";

import { connectionOf, ConnectionArgs } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";
import { ExitReason, Leave } from "#server/modules/roster/roster.graphql.ts";

@ArgsType()
export class RosterBoardArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "The reader's own city unless said." })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "One site; all open sites of the city unless said." })
  siteId?: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day; two years back unless said." })
  from?: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day; three years ahead unless said." })
  to?: string;
}

@ObjectType({ simpleResolvers: true, description: "A person in a slot, from day to day." })
class BoardAssignment {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  officerId!: string;

  @Field(() => String)
  officerName!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day; null while no end is known." })
  endedOn!: string | null;

  @Field(() => ExitReason, { nullable: true })
  exitReason!: string | null;

  @Field(() => Float, { description: "Share of full time, above 0 up to 1." })
  share!: number;

  @Field(() => Int, { description: "The first days, on which whoever leaves may still hold the slot." })
  handOverDays!: number;

  @Field(() => DateScalar, { nullable: true, description: "Null where the position asks for none." })
  commitmentEndsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The end if days of leave are made up." })
  commitmentEndsWithLeaveOn!: string | null;

  @Field(() => [Leave])
  leaves!: Leave[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Days on which nobody holds a slot that the design asks for.",
})
class SlotVacancy {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar, {
    description: "The last day that is looked at, or the day before the next begins.",
  })
  to!: string;

  @Field(() => Int)
  days!: number;
}

@ObjectType({ simpleResolvers: true, description: "A slot over some days: who holds it when." })
class BoardSlot {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  positionKey!: string;

  @Field(() => String)
  positionTitle!: string;

  @Field(() => Int, { description: "1, 2, 3 within the position." })
  slot!: number;

  @Field(() => Boolean)
  hasSeveralSlots!: boolean;

  @Field(() => Boolean, {
    description: "False for a slot that is held although the design no longer asks for it.",
  })
  isPlanned!: boolean;

  @Field(() => [BoardAssignment], { description: "The earliest first; two overlap during a hand-over." })
  assignments!: BoardAssignment[];

  @Field(() => [SlotVacancy], { description: "From the site's launch on." })
  vacancies!: SlotVacancy[];
}

@ObjectType({ simpleResolvers: true, description: "The slots of a site over some days." })
class SiteBoard {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => DateScalar, { description: "Today at the site." })
  asOf!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => [BoardSlot], { description: "In the order of the site's positions." })
  slots!: BoardSlot[];
}

export const SiteBoardConnection = connectionOf(SiteBoard, "SiteBoard");
