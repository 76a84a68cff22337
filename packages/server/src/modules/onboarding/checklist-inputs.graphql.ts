import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

import { ChecklistItem, ItemStatus } from "./checklist.graphql.ts";

@InputType({ description: "An item of a site's checklist, as it was read." })
class ItemInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  itemKey!: string;

  @Field(() => Int)
  expectedRevision!: number;
}

@InputType({ description: "Where an item stands from now on." })
export class ChangeItemStatusInput extends ItemInput {
  @Field(() => ItemStatus)
  status!: "done";

  @Field(() => String, { nullable: true, description: "Needed when the item does not apply." })
  reason?: string;

  @Field(() => DateScalar, { nullable: true, description: "The day it was done; today unless said." })
  doneOn?: string;
}

@InputType({ description: "When an item is due from now on." })
export class ChangeItemDueDateInput extends ItemInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Left out to go back to the day that the plan gives.",
  })
  dueOn?: string;
}

@InputType({ description: "Who does an item from now on." })
export class AssignItemInput extends ItemInput {
  @Field(() => String, {
    nullable: true,
    description: "Left out to give it back to whoever fills its owner role.",
  })
  ownerName?: string;
}

@InputType({ description: "A finished item to be signed off." })
export class SignOffItemInput extends ItemInput {}

@InputType({ description: "A signed-off item to be reopened." })
export class ReopenItemInput extends ItemInput {
  @Field(() => String)
  reason!: string;
}

@InputType({ description: "A page that shows that an item is done." })
export class AddEvidenceLinkInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  itemKey!: string;

  @Field(() => String, { description: "What it is, in a few words." })
  label!: string;

  @Field(() => String)
  url!: string;
}

@InputType({ description: "Evidence that was added by mistake." })
export class RemoveEvidenceInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  itemKey!: string;

  @Field(() => ID)
  evidenceId!: string;
}

@ObjectType({ simpleResolvers: true, description: "The item was changed." })
class ChecklistItemChanged {
  @Field(() => ChecklistItem)
  item!: ChecklistItem;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class ChecklistItemRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const ChecklistItemOutcome = outcomeUnion("ChecklistItemOutcome", {
  changed: ChecklistItemChanged,
  refused: ChecklistItemRefused,
});
