import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar, JsonScalar } from "#server/graphql/scalars.ts";

export enum DraftEditKind {
  SET = "set",
  NOTE = "note",
  ADD = "add",
  REMOVE = "remove",
  MOVE = "move",
  RENAME = "rename",
}
registerEnumType(DraftEditKind, {
  name: "DraftEditKind",
  description: "What was done to a draft: a field, a note on a change, or a part.",
});

export enum ReleaseLevel {
  MAJOR = "major",
  MINOR = "minor",
  PATCH = "patch",
}
registerEnumType(ReleaseLevel, {
  name: "ReleaseLevel",
  description: "How far a change reaches: the core, the design, or the wording.",
});

export enum PartChangeKind {
  ADDED = "added",
  REMOVED = "removed",
  CHANGED = "changed",
}
registerEnumType(PartChangeKind, {
  name: "PartChangeKind",
  description: "What became of a part since the release before.",
});

export enum DraftConflictKind {
  BOTH_CHANGED = "bothChanged",
  PART_CHANGED = "partChanged",
  PART_GONE = "partGone",
}
registerEnumType(DraftConflictKind, {
  name: "DraftConflictKind",
  description:
    "What another author did meanwhile: changed the field, changed the part, or took the part out.",
});

@ObjectType({
  simpleResolvers: true,
  description: "A template of one's organization, with the draft that is being worked on.",
})
export class OwnTemplate {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => String, { nullable: true, description: "Null while nothing is published." })
  newestVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: "Null while nobody works on the next release." })
  draftId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  draftUpdatedAt!: Date | null;

  @Field(() => String, { nullable: true })
  draftUpdatedBy!: string | null;
}

export const OwnTemplateConnection = connectionOf(OwnTemplate, "OwnTemplate");

@ObjectType({ simpleResolvers: true, description: "A field before and after, in words." })
class FieldChange {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A part that differs from the release before." })
class DraftChange {
  @Field(() => String)
  section!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its key in the release before, when that was another.",
  })
  was!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => PartChangeKind)
  kind!: string;

  @Field(() => ReleaseLevel)
  level!: string;

  @Field(() => JsonScalar, { nullable: true, description: "Why it changed, in English and Spanish." })
  note!: unknown;

  @Field(() => [FieldChange], { description: "Empty when the part was added or taken out." })
  fields!: FieldChange[];
}

@ObjectType({
  simpleResolvers: true,
  description: "What a template's authors work on until they publish it as the next release.",
})
export class TemplateDraft {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  templateKey!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: "Of the template's newest release, if it has one." })
  newestVersion!: string | null;

  @Field(() => String, { description: "The lowest number that it may have as a release." })
  proposedVersion!: string;

  @Field(() => ReleaseLevel, { description: "How far its changes reach." })
  level!: string;

  @Field(() => Int, { description: "Sites on the template." })
  siteCount!: number;

  @Field(() => JsonScalar, {
    description: "The whole document, in all its languages; docs/data-formats.md says its form.",
  })
  document!: unknown;

  @Field(() => [DraftChange])
  changes!: DraftChange[];

  @Field(() => [String], { description: "Sections whose parts stand in another order." })
  reordered!: string[];

  @Field(() => [FieldChange], { description: "What differs at the head of the document." })
  head!: FieldChange[];

  @Field(() => [Finding], { description: "What is to be said of the content; paths are section.key.field." })
  findings!: Finding[];

  @Field(() => [Finding], { description: "What else keeps it from being published." })
  releaseFindings!: Finding[];

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => String)
  createdBy!: string;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;

  @Field(() => String)
  updatedBy!: string;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "A word that a field allows." })
class FieldChoice {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType({ simpleResolvers: true, description: "A field of the form in which a part is written." })
class PartField {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, {
    description:
      "What is entered: text, texts, number, integer, flag, choice, key, keys, fields, seats, targets, baselineWindow, measure or looksLike.",
  })
  kind!: string;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => [FieldChoice], { description: "Empty unless it is a choice." })
  choices!: FieldChoice[];

  @Field(() => Float, { nullable: true })
  minimum!: number | null;

  @Field(() => Float, { nullable: true })
  maximum!: number | null;

  @Field(() => String, { nullable: true, description: "The section whose parts it names." })
  refersTo!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The form in which the parts of a section are written." })
export class PartForm {
  @Field(() => String)
  section!: string;

  @Field(() => [PartField])
  fields!: PartField[];
}

@ObjectType({ simpleResolvers: true, description: "The draft is begun." })
class TemplateDraftStarted {
  @Field(() => TemplateDraft)
  draft!: TemplateDraft;
}

@ObjectType({ simpleResolvers: true, description: "A change that stands against what another author did." })
class DraftConflict {
  @Field(() => DraftConflictKind)
  kind!: string;

  @Field(() => Int, { description: "The place of the change in the list that was sent." })
  edit!: number;

  @Field(() => String, { nullable: true })
  section?: string;

  @Field(() => String, { nullable: true })
  key?: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => String, { nullable: true, description: "What the part is called; null for the head." })
  title!: string | null;

  @Field(() => String, { nullable: true, description: "What the field is called; null for a whole part." })
  label!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: "What stands in the draft." })
  theirs?: unknown;

  @Field(() => JsonScalar, { nullable: true, description: "What was wanted." })
  yours?: unknown;

  @Field(() => String, { nullable: true })
  theirsInWords!: string | null;

  @Field(() => String, { nullable: true })
  yoursInWords!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The changes are made, but for those that stand against what another author did.",
})
class TemplateDraftChanged {
  @Field(() => TemplateDraft)
  draft!: TemplateDraft;

  @Field(() => [DraftConflict])
  conflicts!: DraftConflict[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was done; each finding says what to put right.",
})
class TemplateDraftRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

@ObjectType({ simpleResolvers: true, description: "The draft is gone." })
class TemplateDraftDiscarded {
  @Field(() => String)
  templateKey!: string;
}

export const StartTemplateDraftOutcome = outcomeUnion("StartTemplateDraftOutcome", {
  started: TemplateDraftStarted,
  refused: TemplateDraftRefused,
});

export const ChangeTemplateDraftOutcome = outcomeUnion("ChangeTemplateDraftOutcome", {
  changed: TemplateDraftChanged,
  refused: TemplateDraftRefused,
});

export const DiscardTemplateDraftOutcome = outcomeUnion("DiscardTemplateDraftOutcome", {
  discarded: TemplateDraftDiscarded,
});
