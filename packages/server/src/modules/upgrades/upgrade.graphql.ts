import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar, DateTimeScalar, JsonScalar } from "#server/graphql/scalars.ts";
import { ItemStatus } from "#server/modules/onboarding/checklist.graphql.ts";
import { AdaptationReason } from "#server/modules/sites/adaptation.graphql.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { ReleaseNotes } from "./release-notes.graphql.ts";

export enum UpgradeChangeKind {
  ADDED = "added",
  REMOVED = "removed",
  RETIRED = "retired",
  CHANGED = "changed",
  KEPT = "kept",
  STAYS_LEFT_OUT = "staysLeftOut",
  RENAMED = "renamed",
  REORDERED = "reordered",
}
registerEnumType(UpgradeChangeKind, {
  name: "UpgradeChangeKind",
  description:
    "What an upgrade does to a part. Retired: the release takes it out, and what the site recorded under it stays. Kept: the release changed it, and the site's own value stays.",
});

export enum UpgradeQuestionKind {
  BOTH_CHANGED = "bothChanged",
  ADDED_BY_BOTH = "addedByBoth",
  REMOVED_BUT_ADAPTED = "removedButAdapted",
  REMOVED_BUT_IN_USE = "removedButInUse",
  DOES_NOT_FIT = "doesNotFit",
}
registerEnumType(UpgradeQuestionKind, {
  name: "UpgradeQuestionKind",
  description: "Why somebody has to decide.",
});

export enum UpgradeChoice {
  KEEP_LOCAL = "keepLocal",
  TAKE_INCOMING = "takeIncoming",
  OTHER = "other",
}
registerEnumType(UpgradeChoice, {
  name: "UpgradeChoice",
  description: "Keep what the site has, take what the release brings, or write a third.",
});

export enum ThirdKind {
  NUMBER = "number",
  TEXT = "text",
}
registerEnumType(ThirdKind, { name: "ThirdKind", description: "How a third answer is written." });

@ObjectType({ simpleResolvers: true, description: "A release of a template, by its number." })
export class ReleaseNumber {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  version!: string;

  @Field(() => DateTimeScalar)
  publishedAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "How many changes of one kind there are." })
export class UpgradeCount {
  @Field(() => UpgradeChangeKind)
  kind!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "One thing that an upgrade does, with values in words." })
export class UpgradeChange {
  @Field(() => UpgradeChangeKind)
  kind!: string;

  @Field(() => String, { description: "The section of the design, such as checklistItems." })
  section!: string;

  @Field(() => String, { nullable: true, description: "Null for the order of a section." })
  key!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: "Null when it is the whole part." })
  field!: string | null;

  @Field(() => String, { nullable: true })
  fieldLabel!: string | null;

  @Field(() => String, { nullable: true, description: "In the release that the site has." })
  base!: string | null;

  @Field(() => String, { nullable: true, description: "At the site now." })
  local!: string | null;

  @Field(() => String, { nullable: true, description: "In the new release." })
  incoming!: string | null;

  @Field(() => String, { nullable: true, description: "At the site after the upgrade." })
  merged!: string | null;

  @Field(() => String, { nullable: true, description: "What the authors say of the part." })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What was decided about a question." })
class UpgradeDecision {
  @Field(() => UpgradeChoice)
  choice!: string;

  @Field(() => JsonScalar, { nullable: true })
  value!: unknown;

  @Field(() => AdaptationReason, { nullable: true })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateScalar, { nullable: true })
  steeringDecidedOn!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A question that only a person can decide." })
export class UpgradeQuestion {
  @Field(() => String, { description: "Names this very question; a decision refers to it." })
  question!: string;

  @Field(() => UpgradeQuestionKind)
  kind!: string;

  @Field(() => String)
  section!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: "Null when it is the whole part." })
  field!: string | null;

  @Field(() => String, { nullable: true })
  fieldLabel!: string | null;

  @Field(() => String, { nullable: true, description: "In the release that the site has." })
  base!: string | null;

  @Field(() => String, { nullable: true, description: "At the site now; null when it has no such part." })
  local!: string | null;

  @Field(() => String, { nullable: true, description: "In the new release; null when it has no such part." })
  incoming!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: "The site's value, to begin a third answer with." })
  localValue!: unknown;

  @Field(() => ThirdKind, { nullable: true, description: "Null where there is no third answer." })
  thirdKind!: string | null;

  @Field(() => String, { nullable: true, description: "Why the values do not fit together." })
  because!: string | null;

  @Field(() => String, { nullable: true, description: "What the authors say of the part." })
  note!: string | null;

  @Field(() => Boolean, {
    description: "Whether it is core: to keep it different, the steering committee decides.",
  })
  isCore!: boolean;

  @Field(() => Boolean, { description: "False where what the site has cannot stand beside the release." })
  mayKeep!: boolean;

  @Field(() => UpgradeDecision, { nullable: true })
  decision!: UpgradeDecision | null;

  @Field(() => Boolean, { description: "Whether it still has to be decided." })
  isOpen!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "An item of the checklist as it would be." })
class UpgradedItem {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  phase!: string;

  @Field(() => Boolean)
  isLaunchGate!: boolean;

  @Field(() => Boolean)
  isNew!: boolean;

  @Field(() => ItemStatus)
  status!: string;

  @Field(() => DateScalar, { nullable: true })
  dueOnNow!: string | null;

  @Field(() => DateScalar)
  dueOn!: string;
}

@ObjectType({ simpleResolvers: true, description: "What taking a release would come to; nothing is saved." })
export class UpgradePreview {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => Int)
  siteRevision!: number;

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

  @Field(() => [UpgradeCount])
  counts!: UpgradeCount[];

  @Field(() => [UpgradeQuestion], { description: "Every question, decided or not." })
  conflicts!: UpgradeQuestion[];

  @Field(() => Int, { description: "Decisions that no longer count because the site has changed since." })
  lapsedDecisionCount!: number;

  @Field(() => [UpgradedItem], { description: "The checklist as it would be." })
  checklist!: UpgradedItem[];

  @Field(() => Boolean, { description: "Whether no question is open." })
  isReady!: boolean;

  @Field(() => Int, { description: "The revision of the kept decisions; 0 when there are none." })
  draftRevision!: number;

  @Field(() => String, { nullable: true })
  draftUpdatedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  draftUpdatedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: "What taking the last upgrade back would come to." })
export class RollBackPreview {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => Int)
  siteRevision!: number;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => [UpgradeChange])
  changes!: UpgradeChange[];

  @Field(() => [UpgradeQuestion], {
    description: "What does not simply go back: it was changed or is used since.",
  })
  exceptions!: UpgradeQuestion[];
}

@ObjectType({ simpleResolvers: true, description: "An upgrade that a site has made." })
export class SiteUpgrade {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => DateTimeScalar)
  upgradedAt!: Date;

  @Field(() => String)
  upgradedBy!: string;

  @Field(() => [UpgradeCount])
  counts!: UpgradeCount[];

  @Field(() => DateTimeScalar, { nullable: true })
  rolledBackAt!: Date | null;

  @Field(() => String, { nullable: true })
  rolledBackBy!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "An item that is off the checklist, with what was recorded under it.",
})
export class RetiredItem {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ItemStatus)
  status!: string;

  @Field(() => DateScalar, { nullable: true })
  doneOn!: string | null;

  @Field(() => Int)
  evidenceCount!: number;
}

@ObjectType({ simpleResolvers: true, description: "The decisions are kept." })
class UpgradeDecisionsSaved {
  @Field(() => Int)
  revision!: number;

  @Field(() => UpgradePreview)
  preview!: UpgradePreview;
}

@ObjectType({ simpleResolvers: true, description: "The site has the release now." })
class SiteUpgraded {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({ simpleResolvers: true, description: "Nothing was changed: questions are open." })
class SiteUpgradeConflicted {
  @Field(() => Int)
  openCount!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class UpgradeRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

@ObjectType({ simpleResolvers: true, description: "The site has the release that it had before." })
class UpgradeRolledBack {
  @Field(() => Int, { description: "How much did not simply go back." })
  exceptionCount!: number;

  @Field(() => Site)
  site!: Site;
}

export const SaveUpgradeDecisionsOutcome = outcomeUnion("SaveUpgradeDecisionsOutcome", {
  saved: UpgradeDecisionsSaved,
});

export const UpgradeSiteOutcome = outcomeUnion("UpgradeSiteOutcome", {
  upgraded: SiteUpgraded,
  conflicted: SiteUpgradeConflicted,
  refused: UpgradeRefused,
});

export const RollBackUpgradeOutcome = outcomeUnion("RollBackUpgradeOutcome", {
  rolledBack: UpgradeRolledBack,
  refused: UpgradeRefused,
});
