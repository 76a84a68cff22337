import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

export enum ExitReason {
  PROMOTION = "promotion",
  TRANSFER_ASKED = "transferAsked",
  TRANSFER_IMPOSED = "transferImposed",
  RETIREMENT = "retirement",
  LONG_LEAVE = "longLeave",
  REMOVED = "removed",
  OTHER = "other",
}
registerEnumType(ExitReason, {
  name: "ExitReason",
  description: "Why somebody left a slot: a code without any text beside it.",
});

export enum LeaveKind {
  PERSONAL = "personal",
  OTHER_DUTY = "otherDuty",
  TRAINING = "training",
}
registerEnumType(LeaveKind, {
  name: "LeaveKind",
  description:
    "Why somebody is away for a time: a code that says nothing about health, family or discipline.",
});

@ObjectType({
  simpleResolvers: true,
  description: "Days away from a slot that stays held, the first and the last included.",
})
export class Leave {
  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;

  @Field(() => LeaveKind)
  kind!: string;
}

export enum TrainingState {
  DONE = "done",
  EXPIRING = "expiring",
  EXPIRED = "expired",
  MISSING = "missing",
}
registerEnumType(TrainingState, {
  name: "TrainingState",
  description: "How a person stands with a training; EXPIRING is done, but for 90 days at most.",
});

@ObjectType({
  simpleResolvers: true,
  description: "A training that a slot asks for, and how its holder stands with it.",
})
class TrainingStanding {
  @Field(() => String)
  trainingKey!: string;

  @Field(() => String)
  name!: string;

  @Field(() => TrainingState)
  state!: string;

  @Field(() => DateScalar, { nullable: true })
  completedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on which it holds; null when it holds for good.",
  })
  validThrough!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "How far a commitment to stay has come." })
class Commitment {
  @Field(() => DateScalar, { description: "Its last day as agreed, whatever leave there was." })
  endsOn!: string;

  @Field(() => Int, { description: "Days of leave within it." })
  leaveDays!: number;

  @Field(() => DateScalar, { description: "Its last day if the days of leave are made up at its end." })
  endsWithLeaveOn!: string;

  @Field(() => Int, { description: "Days to its last day; negative when that is past." })
  daysLeft!: number;

  @Field(() => Int, {
    nullable: true,
    description: "The step reached of 30, 90 and 180 days before the end.",
  })
  within!: number | null;

  @Field(() => Float, { description: "How much of it is behind, from 0 to 1." })
  elapsed!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A training that a person has done: which one and when, nothing else.",
})
class TrainingCompletion {
  @Field(() => String)
  trainingKey!: string;

  @Field(() => DateScalar)
  completedOn!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "A person who can hold a position. Seen by the people of the city only.",
})
export class Officer {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "The local title of the rank or grade." })
  rank!: string;

  @Field(() => [String], { description: "Languages spoken, as ISO 639 codes." })
  languages!: string[];

  @Field(() => Boolean, {
    description: "Whether name, rank and languages may be shown to the public; off unless the city says so.",
  })
  isPublished!: boolean;

  @Field(() => [TrainingCompletion])
  completions!: TrainingCompletion[];

  @Field(() => [Assignment], {
    description: "Where the person serves, served and will serve, the latest first.",
  })
  assignments!: Assignment[];

  @Field(() => Int, { description: "Send it back with a change, so that nobody's work is overwritten." })
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "The person of an assignment." })
class AssignedOfficer {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  rank!: string;

  @Field(() => [String])
  languages!: string[];
}

@ObjectType({ simpleResolvers: true, description: "A person in a slot of a position, from day to day." })
export class Assignment {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String, { nullable: true, description: "Null for a site that is not open to the reader." })
  siteName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The zone of the site's days, as the IANA names it; null where the site is not open to the reader.",
  })
  timeZone!: string | null;

  @Field(() => AssignedOfficer)
  officer!: AssignedOfficer;

  @Field(() => String)
  positionKey!: string;

  @Field(() => String)
  positionTitle!: string;

  @Field(() => Int, { description: "1, 2, 3 within the position." })
  slot!: number;

  @Field(() => Boolean, {
    description: "Whether the position has several slots, so that a number tells them apart.",
  })
  hasSeveralSlots!: boolean;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day held; null while it lasts." })
  endedOn!: string | null;

  @Field(() => ExitReason, { nullable: true })
  exitReason!: string | null;

  @Field(() => Float, { description: "Share of full time, above 0 up to 1." })
  share!: number;

  @Field(() => Int, {
    description: "The first days, on which whoever leaves the slot may still hold it.",
  })
  handOverDays!: number;

  @Field(() => Commitment, { nullable: true, description: "Null where the position asks for none." })
  commitment!: Commitment | null;

  @Field(() => [Leave], { description: "Days away while the slot stays held, the earliest first." })
  leaves!: Leave[];

  @Field(() => Leave, {
    nullable: true,
    description: "The leave that the person is on, on the day of the roster.",
  })
  currentLeave!: Leave | null;

  @Field(() => [TrainingStanding], { description: "The trainings that the slot asks for." })
  trainings!: TrainingStanding[];

  @Field(() => Int)
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "One slot of a position on a day." })
export class RosterSlot {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  positionKey!: string;

  @Field(() => String)
  positionTitle!: string;

  @Field(() => String, { nullable: true, description: "The rank called for." })
  rank!: string | null;

  @Field(() => Int, { description: "1, 2, 3 within the position." })
  slot!: number;

  @Field(() => Boolean)
  hasSeveralSlots!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "How long a person commits to stay; null where none is asked.",
  })
  commitmentMonths!: number | null;

  @Field(() => Float, { description: "The share of full time that the slot asks for." })
  share!: number;

  @Field(() => Assignment, { nullable: true, description: "Who holds the slot; null while it is vacant." })
  holder!: Assignment | null;

  @Field(() => Assignment, {
    nullable: true,
    description:
      "Who follows: in the hand-over already, or with the next assignment that begins after the day.",
  })
  next!: Assignment | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of the vacancy; null while the slot is held.",
  })
  vacantSince!: string | null;

  @Field(() => Int, { description: "Days of the vacancy, counted from the launch at the earliest." })
  daysVacant!: number;

  @Field(() => Boolean, {
    description: "False for a slot that is held although the design no longer asks for it.",
  })
  isPlanned!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A group of positions that is short of the fewest people a team needs.",
})
class StaffingShortfall {
  @Field(() => String)
  floorKey!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Float, { description: "The fewest seats that the design asks for." })
  seats!: number;

  @Field(() => Float, { description: "The seats held, part-time shares added up." })
  held!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A position whose people work for a partner organization; no names are kept.",
})
class PartnerPosition {
  @Field(() => String)
  positionKey!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  slotCount!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "The roster of a site as it was, is or is planned on a day.",
})
export class SiteRoster {
  @Field(() => ID, { description: "Of the site and the day." })
  id!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => [RosterSlot])
  slots!: RosterSlot[];

  @Field(() => Int, { description: "Slots that the design asks for." })
  slotCount!: number;

  @Field(() => Int)
  filledCount!: number;

  @Field(() => Int)
  vacantCount!: number;

  @Field(() => Int, {
    description: "Commitments of current holders that end within 180 days, or have ended.",
  })
  endingCount!: number;

  @Field(() => Int, { description: "Holders who lack a training that their slot asks for." })
  trainingGapCount!: number;

  @Field(() => [StaffingShortfall], { description: "What is missing of the fewest people a team needs." })
  shortfalls!: StaffingShortfall[];

  @Field(() => [PartnerPosition])
  partnerPositions!: PartnerPosition[];
}

export const OfficerConnection = connectionOf(Officer, "Officer");
