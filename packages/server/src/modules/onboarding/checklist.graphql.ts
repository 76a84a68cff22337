import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateScalar, DateTimeScalar } from "#server/graphql/scalars.ts";

export enum ItemStatus {
  NOT_STARTED = "notStarted",
  PLANNING = "planning",
  IN_PROGRESS = "inProgress",
  DONE = "done",
  NOT_APPLICABLE = "notApplicable",
}
registerEnumType(ItemStatus, { name: "ItemStatus", description: "Where an item of the checklist stands." });

export enum GateState {
  MET = "met",
  AWAITING_SIGN_OFF = "awaitingSignOff",
  FAILING = "failing",
  OPEN = "open",
}
registerEnumType(GateState, {
  name: "GateState",
  description:
    "Where a launch gate stands: done and signed off; done and not yet signed off; overdue or planned for after launch; not done, in time.",
});

@ObjectType({ simpleResolvers: true, description: "An owner role by name." })
class OwnerRoleName {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;
}

@ObjectType({ simpleResolvers: true, description: "An item of the same checklist, by name." })
class ItemName {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What shows that an item is done: a link, or a file kept here.",
})
class Evidence {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: "The address of the page, or from where the file is downloaded." })
  url!: string;

  @Field(() => Boolean)
  isFile!: boolean;

  @Field(() => String, { nullable: true })
  fileName!: string | null;

  @Field(() => Int, { nullable: true, description: "Bytes." })
  fileSize!: number | null;

  @Field(() => String)
  addedBy!: string;

  @Field(() => DateTimeScalar)
  addedAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  description: "One thing to be done on the way to launch and after, and where it stands.",
})
export class ChecklistItem {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ItemStatus)
  status!: string;

  @Field(() => String, { nullable: true, description: "Why it does not apply, or was reopened." })
  statusReason!: string | null;

  @Field(() => DateScalar)
  dueOn!: string;

  @Field(() => Boolean, { description: "A day set by hand stays when the launch date moves." })
  isDueSetByHand!: boolean;

  @Field(() => Boolean, { description: "Unfinished and due before today." })
  isOverdue!: boolean;

  @Field(() => Boolean)
  isLaunchGate!: boolean;

  @Field(() => GateState, { nullable: true, description: "Null for what is not a launch gate." })
  gateState!: string | null;

  @Field(() => OwnerRoleName)
  ownerRole!: OwnerRoleName;

  @Field(() => String, {
    nullable: true,
    description: "Who does it: the person named for it, or whoever fills its owner role.",
  })
  ownerName!: string | null;

  @Field(() => Boolean, {
    description: "Whether a person was named for this item, other than by its owner role.",
  })
  isOwnerSetByHand!: boolean;

  @Field(() => String, { description: "What shows that it was done." })
  evidenceWanted!: string;

  @Field(() => [Evidence], { description: "For those who work at the site; empty for others." })
  evidence!: Evidence[];

  @Field(() => [ItemName])
  dependsOn!: ItemName[];

  @Field(() => [ItemName], { description: "The unfinished items that it waits for." })
  blockedBy!: ItemName[];

  @Field(() => DateScalar, { nullable: true })
  doneOn!: string | null;

  @Field(() => Boolean, { description: "What is signed off changes only after being reopened." })
  isSignedOff!: boolean;

  @Field(() => String, { nullable: true })
  signedOffBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  signedOffAt!: Date | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String, { description: "What its values rest on: proposal, known or sourced." })
  basis!: string;

  @Field(() => String, { nullable: true })
  restsOn!: string | null;

  @Field(() => Int, { description: "Send it back with a change, so that nobody's work is overwritten." })
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "A phase of a site's checklist on real dates." })
export class ChecklistPhase {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: "The name that implementation science gives it." })
  implementationStage!: string | null;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;

  @Field(() => [ChecklistItem], { description: "By due date." })
  items!: ChecklistItem[];
}

@ObjectType({
  simpleResolvers: true,
  description: "An unfinished item that is overdue or due soon, with the site that it belongs to.",
})
class DueItem {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String)
  jurisdictionName!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ItemStatus)
  status!: string;

  @Field(() => DateScalar)
  dueOn!: string;

  @Field(() => Int, { description: "Negative when overdue, by the site's own today." })
  daysLeft!: number;

  @Field(() => Boolean)
  isLaunchGate!: boolean;
}

export const DueItemConnection = connectionOf(DueItem, "DueItem");

@ArgsType()
export class DueItemsArgs extends ConnectionArgs {
  @Field(() => Int, {
    defaultValue: 14,
    description: "Due within so many days, 0 to 366; overdue items are always there.",
  })
  withinDays!: number;

  @Field(() => ID, { nullable: true })
  siteId?: string;

  @Field(() => Boolean, { nullable: true })
  onlyGates?: boolean;
}
