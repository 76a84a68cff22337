import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { JsonScalar } from "#server/graphql/scalars.ts";
import type { Page } from "#server/paging.ts";

import { applyImport, type ApplyImportOutcome as Applied } from "./apply-import.ts";
import { cancelImport } from "./cancel-import.ts";
import { checkImport, type CheckImportOutcome as Checked } from "./check-import.ts";
import { columnsOf, firstRowsOf, progressOf, valuesOf } from "./describe-import.ts";
import { discardImport, type DiscardImportOutcome as Discarded } from "./discard-import.ts";
import {
  ApplyImportInput,
  ApplyImportOutcome,
  CancelImportOutcome,
  CheckImportInput,
  CheckImportOutcome,
  DiscardImportOutcome,
  Import,
  ImportColumn,
  ImportConnection,
  ImporterKind,
  ImportFindingConnection,
  ImportFindingsArgs,
  ImportMapping,
  ImportProgress,
  ImportsArgs,
  RemoveImportMappingInput,
  RemoveImportMappingOutcome,
  SaveImportMappingInput,
  SaveImportMappingOutcome,
  UndoImportInput,
  UndoImportOutcome,
} from "./import.graphql.ts";
import {
  guessMapping,
  importById,
  importFindings,
  type ImportMapping as Kept,
  importMappings,
  type ImportRecord,
  imports,
  ownImports,
  type StoredFinding,
} from "./import.reads.ts";
import { removeImportMapping } from "./remove-import-mapping.ts";
import { saveImportMapping, type SaveImportMappingOutcome as Saved } from "./save-import-mapping.ts";
import { undoImport, type UndoImportOutcome as Undone } from "./undo-import.ts";

@Resolver(() => Import)
export class ImportResolver {
  @Query(() => ImportConnection, {
    description: "The imports of a jurisdiction, or of the platform, latest first.",
  })
  imports(
    @Args(() => ImportsArgs) args: ImportsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ImportRecord>> {
    return imports(ctx, ownImports(ctx, args.jurisdictionId), args);
  }

  @Query(() => Import, { nullable: true, description: "One import." })
  import(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ImportRecord | null> {
    return importById(ctx, id);
  }

  @Query(() => [ImportMapping], { description: "The mappings kept by name." })
  importMappings(
    @Arg("importer", () => ImporterKind) importer: "observations" | "jurisdictions" | "roster",
    @Arg("jurisdictionId", () => ID, { nullable: true }) jurisdictionId: string | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Kept[]> {
    return importMappings(ctx, { jurisdictionId: ownImports(ctx, jurisdictionId), importer });
  }

  @FieldResolver(() => [ImportColumn], { description: "The columns of the file." })
  columns(@Root() found: ImportRecord): { name: string; examples: string[] }[] {
    return columnsOf(found);
  }

  @FieldResolver(() => [[String]], {
    description: "The first rows, cell by cell in the order of the columns.",
  })
  firstRows(@Root() found: ImportRecord): string[][] {
    return firstRowsOf(found);
  }

  @FieldResolver(() => [String], { description: "The different values of a column in the first rows." })
  valuesOfColumn(@Root() found: ImportRecord, @Arg("column", () => String) column: string): string[] {
    return valuesOf(found, column);
  }

  @FieldResolver(() => [String], { description: "What stands above the header." })
  titles(@Root() found: ImportRecord): readonly string[] {
    return found.sample.titles;
  }

  @FieldResolver(() => String, { description: "How the text of the file is encoded, as it was found out." })
  encoding(@Root() found: ImportRecord): string {
    return found.reading.encoding;
  }

  @FieldResolver(() => String, { description: "The character between two cells, as it was found out." })
  separator(@Root() found: ImportRecord): string {
    return found.reading.separator;
  }

  @FieldResolver(() => [Finding], { description: "What there is to say about the file as a whole." })
  fileFindings(@Root() found: ImportRecord): readonly object[] {
    return found.sample.findings;
  }

  @FieldResolver(() => JsonScalar, {
    description: "What the columns seem to mean, to be put right by a person.",
  })
  proposedMapping(@Root() found: ImportRecord, @Ctx() ctx: RequestContext): Promise<unknown> {
    return guessMapping(ctx, found);
  }

  @FieldResolver(() => ImportProgress, {
    nullable: true,
    description: "How far the work has got; null when there is none.",
  })
  progress(@Root() found: ImportRecord): ReturnType<typeof progressOf> {
    return progressOf(found);
  }

  @FieldResolver(() => ImportFindingConnection, {
    description: "What there is to say about the rows; the first five thousand are kept.",
  })
  findings(
    @Root() found: ImportRecord,
    @Args(() => ImportFindingsArgs) args: ImportFindingsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<StoredFinding>> {
    const { jurisdictionId, id } = found;
    return importFindings(
      ctx,
      { key: { jurisdictionId, id }, severity: args.severity, code: args.code },
      args,
    );
  }

  @Mutation(() => CheckImportOutcome, { description: "Begins a dry run. Nothing is written." })
  checkImport(
    @Arg("input", () => CheckImportInput) input: CheckImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Checked> {
    return checkImport(ctx, input);
  }

  @Mutation(() => ApplyImportOutcome, {
    description: "Begins to bring a checked file in: all that the dry run counted, or nothing.",
  })
  applyImport(
    @Arg("input", () => ApplyImportInput) input: ApplyImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Applied> {
    return applyImport(ctx, input);
  }

  @Mutation(() => UndoImportOutcome, {
    description: "Begins to undo an import. What was corrected since stays, and is listed.",
  })
  undoImport(
    @Arg("input", () => UndoImportInput) input: UndoImportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Undone> {
    return undoImport(ctx, input);
  }

  @Mutation(() => CancelImportOutcome, {
    description: "Asks the work on an import to stop. Nothing of it is kept.",
  })
  cancelImport(
    @Arg("importId", () => ID) importId: string,
    @Ctx() ctx: RequestContext,
  ): ReturnType<typeof cancelImport> {
    return cancelImport(ctx, importId);
  }

  @Mutation(() => DiscardImportOutcome, {
    description: "Gives an uploaded file up before it was brought in.",
  })
  discardImport(@Arg("importId", () => ID) importId: string, @Ctx() ctx: RequestContext): Promise<Discarded> {
    return discardImport(ctx, importId);
  }

  @Mutation(() => SaveImportMappingOutcome, { description: "Keeps a mapping by name." })
  saveImportMapping(
    @Arg("input", () => SaveImportMappingInput) input: SaveImportMappingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Saved> {
    return saveImportMapping(ctx, input);
  }

  @Mutation(() => RemoveImportMappingOutcome, { description: "Forgets a mapping that was kept by name." })
  removeImportMapping(
    @Arg("input", () => RemoveImportMappingInput) input: RemoveImportMappingInput,
    @Ctx() ctx: RequestContext,
  ): ReturnType<typeof removeImportMapping> {
    return removeImportMapping(ctx, input);
  }
}
