import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";

import { ConnectionArgs } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

import { Assignment, ExitReason, LeaveKind, Officer } from "./roster.graphql.ts";

@ArgsType()
export class OfficersArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "The reader's own city unless said." })
  jurisdictionId?: string;

  @Field(() => ID, {
    nullable: true,
    description: "Only those who serve, served or will serve at this site.",
  })
  siteId?: string;

  @Field(() => String, { nullable: true, description: "Part of a name." })
  search?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those who hold a slot today, or only those who do not.",
  })
  isAssigned?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Only those whose commitment ends within this many days.",
  })
  endsWithinDays?: number;
}

@ArgsType()
export class VacanciesArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "The reader's own city unless said." })
  jurisdictionId?: string;

  @Field(() => DateScalar, { nullable: true, description: "Today unless said." })
  asOf?: string;
}

@ArgsType()
export class EndingCommitmentsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "The reader's own city unless said." })
  jurisdictionId?: string;
}

@InputType({ description: "A new person on a city's roster." })
export class AddOfficerInput {
  @Field(() => ID, { nullable: true, description: "The actor's own city unless said." })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "The site for which a site coordinator adds the person." })
  siteId?: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  rank!: string;

  @Field(() => [String], { description: "Languages spoken, as ISO 639 codes." })
  languages!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Said after looking at the officers of the same name.",
  })
  isAnotherPerson?: boolean;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "What is kept about a person, as it shall be from now on." })
export class ChangeOfficerInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  rank!: string;

  @Field(() => [String])
  languages!: string[];

  @Field(() => Boolean, { description: "Whether name, rank and languages may be shown to the public." })
  isPublished!: boolean;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "A person for a slot, from a day on." })
export class AssignOfficerInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  officerId!: string;

  @Field(() => String)
  positionKey!: string;

  @Field(() => Int, { description: "1, 2, 3 within the position." })
  slot!: number;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => Float, {
    nullable: true,
    description: "Share of full time; what the slot asks for unless said.",
  })
  share?: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of the commitment; as the position asks unless said.",
  })
  expectedEndOn?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The first days, 0 to 90, on which whoever leaves the slot may still hold it; none unless said.",
  })
  handOverDays?: number;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "The days, share and ending of an assignment, as they should have been recorded." })
export class CorrectAssignmentInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of the commitment; none when left out." })
  expectedEndOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day held; left out, the assignment lasts.",
  })
  endedOn?: string;

  @Field(() => ExitReason, { nullable: true })
  exitReason?: ExitReason;

  @Field(() => Float)
  share!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "The first days, 0 to 90, on which whoever leaves the slot may still hold it; as they were unless said.",
  })
  handOverDays?: number;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "The last day of an assignment and why it ends." })
export class EndAssignmentInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => DateScalar, { description: "The last day held." })
  endedOn!: string;

  @Field(() => ExitReason)
  exitReason!: ExitReason;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "Days away from a slot that stays held." })
export class RecordLeaveInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  assignmentId!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { description: "The last day away." })
  endsOn!: string;

  @Field(() => LeaveKind)
  kind!: LeaveKind;

  @Field(() => Boolean, {
    nullable: true,
    description: "Takes back the leave of exactly these days.",
  })
  isMistake?: boolean;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "A training that an officer has done." })
export class RecordTrainingInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID, { description: "The site whose design names the training." })
  siteId!: string;

  @Field(() => ID)
  officerId!: string;

  @Field(() => String)
  trainingKey!: string;

  @Field(() => DateScalar)
  completedOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Takes back a completion that was recorded by mistake.",
  })
  isMistake?: boolean;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "The person is on the roster." })
class OfficerAdded {
  @Field(() => Officer)
  officer!: Officer;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "Somebody of that name is on the roster already: choose them, or say that it is another person.",
})
class OfficerMaybeKnown {
  @Field(() => [Officer])
  officers!: Officer[];
}

@ObjectType({ simpleResolvers: true, description: "The person's record was changed." })
class OfficerChanged {
  @Field(() => Officer)
  officer!: Officer;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed on the roster; each finding says what to put right.",
})
class RosterChangeRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

@ObjectType({ simpleResolvers: true, description: "The person holds the slot from the first day on." })
class OfficerAssigned {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType({
  simpleResolvers: true,
  description: "The person has no room for it: another assignment is in the way.",
})
class AssignmentOverlaps {
  @Field(() => Assignment)
  other!: Assignment;
}

@ObjectType({ simpleResolvers: true, description: "Somebody else holds the slot on some of the days." })
class SlotHeld {
  @Field(() => Assignment)
  other!: Assignment;
}

@ObjectType({ simpleResolvers: true, description: "The assignment was put right." })
class AssignmentCorrected {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType({ simpleResolvers: true, description: "The assignment ends on its last day." })
class AssignmentEnded {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType({ simpleResolvers: true, description: "The days of leave are on the record, or taken back." })
class LeaveRecorded {
  @Field(() => Assignment)
  assignment!: Assignment;
}

@ObjectType({ simpleResolvers: true, description: "The training is on the person's record." })
class TrainingRecorded {
  @Field(() => Officer)
  officer!: Officer;
}

const notPlaced = { overlaps: AssignmentOverlaps, slotHeld: SlotHeld, refused: RosterChangeRefused };

export const AddOfficerOutcome = outcomeUnion("AddOfficerOutcome", {
  added: OfficerAdded,
  maybeKnown: OfficerMaybeKnown,
  refused: RosterChangeRefused,
});

export const ChangeOfficerOutcome = outcomeUnion("ChangeOfficerOutcome", {
  changed: OfficerChanged,
  refused: RosterChangeRefused,
});

export const AssignOfficerOutcome = outcomeUnion("AssignOfficerOutcome", {
  assigned: OfficerAssigned,
  ...notPlaced,
});

export const CorrectAssignmentOutcome = outcomeUnion("CorrectAssignmentOutcome", {
  corrected: AssignmentCorrected,
  ...notPlaced,
});

export const EndAssignmentOutcome = outcomeUnion("EndAssignmentOutcome", {
  ended: AssignmentEnded,
  ...notPlaced,
});

export const RecordLeaveOutcome = outcomeUnion("RecordLeaveOutcome", {
  recorded: LeaveRecorded,
  refused: RosterChangeRefused,
});

export const RecordTrainingOutcome = outcomeUnion("RecordTrainingOutcome", {
  recorded: TrainingRecorded,
  refused: RosterChangeRefused,
});
