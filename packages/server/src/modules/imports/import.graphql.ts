import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { Finding, FindingSeverity } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar, JsonScalar } from "#server/graphql/scalars.ts";

export enum ImporterKind {
  OBSERVATIONS = "observations",
  JURISDICTIONS = "jurisdictions",
  ROSTER = "roster",
}
registerEnumType(ImporterKind, { name: "Importer", description: "What kind of file is brought in." });

export enum ImportStateKind {
  UPLOADED = "uploaded",
  CHECKING = "checking",
  CHECKED = "checked",
  APPLYING = "applying",
  APPLIED = "applied",
  UNDOING = "undoing",
  UNDONE = "undone",
  DISCARDED = "discarded",
}
registerEnumType(ImportStateKind, { name: "ImportState", description: "Where an import stands." });

export enum BrokenOffKind {
  INTERRUPTED = "interrupted",
  CANCELED = "canceled",
  FAILED = "failed",
}
registerEnumType(BrokenOffKind, {
  name: "BrokenOff",
  description: "Why the last work on an import stopped. Nothing of that work was kept.",
});

@ObjectType({ simpleResolvers: true, description: "A column of an uploaded file." })
export class ImportColumn {
  @Field(() => String, { description: "As a mapping refers to it." })
  name!: string;

  @Field(() => [String], { description: "The first different values in it." })
  examples!: string[];
}

@ObjectType({ simpleResolvers: true, description: "How often something was found in a file." })
export class ImportFindingCount {
  @Field(() => String)
  code!: string;

  @Field(() => FindingSeverity)
  severity!: FindingSeverity;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "Something that is added, in words." })
export class ImportExample {
  @Field(() => Int)
  row!: number;

  @Field(() => String)
  place!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType({ simpleResolvers: true, description: "What a dry run or an import counted." })
export class ImportSummary {
  @Field(() => Int, { description: "Rows below the header." })
  rows!: number;

  @Field(() => Int)
  added!: number;

  @Field(() => Int, {
    description: "Figures whose value is another; the earlier one is kept as an earlier revision.",
  })
  changed!: number;

  @Field(() => Int, { description: "Figures that are held already, word for word." })
  leftAlone!: number;

  @Field(() => Int, { description: "Rows and cells that cannot come in; each has a finding." })
  refused!: number;

  @Field(() => Int, { description: "Blank cells: missing, never zero." })
  missing!: number;

  @Field(() => Int, { description: "Headings and footnotes." })
  textRows!: number;

  @Field(() => Int, { description: "Rows that the mapping leaves out." })
  leftOut!: number;

  @Field(() => Int, { description: "Figures that the file states more than once in the same words." })
  repeated!: number;

  @Field(() => Boolean, { description: "Whether the file could not be read to its end." })
  isBroken!: boolean;

  @Field(() => [ImportFindingCount])
  findingCounts!: ImportFindingCount[];

  @Field(() => [ImportExample], { description: "The first fifty of what is added." })
  examples!: ImportExample[];
}

@ObjectType({ simpleResolvers: true, description: "How far long work has got." })
export class ImportProgress {
  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => Int, { description: "How much is done in a second." })
  perSecond!: number;

  @Field(() => Int, { nullable: true, description: "Seconds left at this rate." })
  secondsLeft!: number | null;
}

@ObjectType({ simpleResolvers: true, description: "A finding about a row of a file." })
export class ImportFinding extends Finding {
  @Field(() => Int, { description: "Its place among the findings." })
  position!: number;

  @Field(() => Int, { nullable: true, description: "The row, as a spreadsheet numbers it." })
  row!: number | null;
}

export const ImportFindingConnection = connectionOf(ImportFinding, "ImportFinding");

@ObjectType({
  simpleResolvers: true,
  description: "A file taken in: from upload through dry run to receipt and, perhaps, undo.",
})
export class Import {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: "Whose figures they are; the platform for what a steward brings in." })
  jurisdictionId!: string;

  @Field(() => ImporterKind)
  importer!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => Float, { description: "Bytes." })
  fileSize!: number;

  @Field(() => String)
  fileSha256!: string;

  @Field(() => ImportStateKind)
  state!: string;

  @Field(() => BrokenOffKind, { nullable: true })
  brokenOff!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "What the columns mean, as docs/data-formats.md describes it; null before a dry run.",
  })
  mapping!: unknown;

  @Field(() => ImportSummary, { nullable: true })
  summary!: ImportSummary | null;

  @Field(() => ID, { nullable: true })
  changeSetId!: string | null;

  @Field(() => String)
  createdBy!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  appliedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  undoneAt!: Date | null;

  @Field(() => Int, {
    description: "Send it back when applying, so that what is applied is what was looked at.",
  })
  revision!: number;
}

export const ImportConnection = connectionOf(Import, "Import");

@ObjectType({ simpleResolvers: true, description: "A mapping of columns to meanings that was worth a name." })
export class ImportMapping {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => JsonScalar, { description: "What the columns mean, as docs/data-formats.md describes it." })
  mapping!: unknown;

  @Field(() => Int)
  revision!: number;
}

@ArgsType()
export class ImportsArgs extends ConnectionArgs {
  @Field(() => ID, {
    nullable: true,
    description: "Left out by a steward, whose imports belong to the platform.",
  })
  jurisdictionId?: string;
}

@ArgsType()
export class ImportFindingsArgs extends ConnectionArgs {
  @Field(() => FindingSeverity, { nullable: true })
  severity?: string;

  @Field(() => String, { nullable: true })
  code?: string;
}

@InputType({ description: "A dry run to make." })
export class CheckImportInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => JsonScalar, { description: "What the columns mean, as docs/data-formats.md describes it." })
  mapping!: unknown;
}

@InputType({ description: "An import to apply as its dry run showed it." })
export class ApplyImportInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => Int, { description: "The revision whose dry run was looked at." })
  expectedRevision!: number;
}

@InputType({ description: "An import to undo." })
export class UndoImportInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => String, { nullable: true })
  reason?: string;
}

@InputType({ description: "A mapping to keep, for the next file from the same source." })
export class SaveImportMappingInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID, { description: "The import for whose file it was made." })
  importId!: string;

  @Field(() => String, { description: "A mapping of this name is replaced." })
  name!: string;

  @Field(() => JsonScalar)
  mapping!: unknown;
}

@InputType({ description: "A kept mapping to forget." })
export class RemoveImportMappingInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Long work on the import has begun; ask for the import to see how far it has got.",
})
class ImportWorkBegun {
  @Field(() => Import)
  import!: Import;
}

@ObjectType({ simpleResolvers: true, description: "Nothing was begun; each finding says what to put right." })
class ImportWorkRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

@ObjectType({ simpleResolvers: true, description: "The file was given up and its bytes removed." })
class ImportDiscarded {
  @Field(() => Import)
  import!: Import;
}

@ObjectType({
  simpleResolvers: true,
  description: "The work was asked to stop; it does so at the next batch of rows.",
})
class ImportCancelAsked {
  @Field(() => Import)
  import!: Import;
}

@ObjectType({ simpleResolvers: true, description: "The mapping was kept." })
class ImportMappingSaved {
  @Field(() => ImportMapping)
  mapping!: ImportMapping;
}

@ObjectType({ simpleResolvers: true, description: "The mapping was forgotten." })
class ImportMappingRemoved {
  @Field(() => ID)
  id!: string;
}

const work = { begun: ImportWorkBegun, refused: ImportWorkRefused };

export const CheckImportOutcome = outcomeUnion("CheckImportOutcome", work);
export const ApplyImportOutcome = outcomeUnion("ApplyImportOutcome", work);
export const UndoImportOutcome = outcomeUnion("UndoImportOutcome", work);
export const CancelImportOutcome = outcomeUnion("CancelImportOutcome", { asked: ImportCancelAsked });
export const DiscardImportOutcome = outcomeUnion("DiscardImportOutcome", {
  discarded: ImportDiscarded,
  refused: ImportWorkRefused,
});
export const SaveImportMappingOutcome = outcomeUnion("SaveImportMappingOutcome", {
  saved: ImportMappingSaved,
  refused: ImportWorkRefused,
});
export const RemoveImportMappingOutcome = outcomeUnion("RemoveImportMappingOutcome", {
  removed: ImportMappingRemoved,
});
