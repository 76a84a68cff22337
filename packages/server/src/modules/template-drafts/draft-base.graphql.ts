import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { UpgradeDecisionInput } from "#server/modules/upgrades/upgrade-inputs.graphql.ts";
import { ReleaseNotes } from "#server/modules/upgrades/release-notes.graphql.ts";
import { ReleaseNumber, UpgradeChange, UpgradeQuestion } from "#server/modules/upgrades/upgrade.graphql.ts";

import { TemplateDraft } from "./template-draft.graphql.ts";

@ObjectType({
  simpleResolvers: true,
  description: "The template that a draft extends, and how much of it is taken over.",
})
export class DraftBase {
  @Field(() => String)
  templateKey!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "The release of it that the draft has." })
  version!: string;

  @Field(() => [ReleaseNumber], { description: "Newer ones that are offered, newest first." })
  newer!: ReleaseNumber[];

  @Field(() => Int, { description: "Parts that are as there." })
  inheritedCount!: number;

  @Field(() => Int, { description: "Parts that the draft says differently." })
  changedCount!: number;

  @Field(() => Int, { description: "Parts that the draft leaves out." })
  leftOutCount!: number;

  @Field(() => Int, { description: "Parts that only the draft has." })
  ownCount!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "What taking a newer release, of the extended template or the draft's own, would come to.",
})
export class BaseReleasePreview {
  @Field(() => ID)
  draftId!: string;

  @Field(() => Int)
  draftRevision!: number;

  @Field(() => Boolean, {
    description: "Whether the release is one of the draft's own template, published past it.",
  })
  isOwn!: boolean;

  @Field(() => String, { description: "Of the template whose release it is." })
  templateName!: string;

  @Field(() => ReleaseNumber)
  from!: ReleaseNumber;

  @Field(() => ReleaseNumber)
  to!: ReleaseNumber;

  @Field(() => [ReleaseNotes], {
    description: "What the authors say of each release that is passed or taken, oldest first.",
  })
  notes!: ReleaseNotes[];

  @Field(() => [UpgradeChange])
  changes!: UpgradeChange[];

  @Field(() => [UpgradeQuestion], { description: "Every question, decided or not." })
  questions!: UpgradeQuestion[];

  @Field(() => Boolean, { description: "Whether no question is open." })
  isReady!: boolean;
}

/** A release, and what was decided about its questions so far. */
@ArgsType()
export class BaseReleaseArgs {
  @Field(() => ID)
  draftId!: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => [UpgradeDecisionInput])
  decisions!: UpgradeDecisionInput[];
}

@InputType({ description: "The release that a draft takes, of the template that it extends or of its own." })
export class TakeBaseReleaseInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  draftId!: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => Int, { description: "The revision of the draft that was read." })
  expectedRevision!: number;

  @Field(() => [UpgradeDecisionInput])
  decisions!: UpgradeDecisionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The draft has the release." })
class BaseReleaseTaken {
  @Field(() => TemplateDraft)
  draft!: TemplateDraft;
}

@ObjectType({ simpleResolvers: true, description: "Nothing was changed; some questions are still open." })
class BaseReleaseConflicted {
  @Field(() => Int)
  openCount!: number;
}

export const TakeBaseReleaseOutcome = outcomeUnion("TakeBaseReleaseOutcome", {
  taken: BaseReleaseTaken,
  conflicted: BaseReleaseConflicted,
});
