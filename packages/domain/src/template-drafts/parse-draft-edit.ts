import { z } from "zod";
import { keySchema, type Finding } from "../shared/index.ts";
import { contentSections } from "../templates/index.ts";
import type { DraftEdit } from "./draft-edit.ts";

/** The fields at the head of a document that an author writes. */
export const headFields = ["name", "summary", "siteKind", "languages", "changes"] as const;

const section = z.enum(contentSections);
const value = z.json().nullish();
const after = z
  .union([keySchema, z.literal("")])
  .nullish()
  .describe("The key of the part that it follows; empty for the first place; absent for the last.");

/** Reads one thing that an author did to a draft. */
export const draftEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("set"),
    section: section.nullish(),
    key: keySchema.nullish(),
    field: z.string().min(1).max(40),
    seen: value,
    value,
  }),
  z.strictObject({ kind: z.literal("note"), section, key: keySchema, seen: value, value }),
  z.strictObject({ kind: z.literal("add"), section, value, after }),
  z.strictObject({ kind: z.literal("remove"), section, key: keySchema, seen: value }),
  z.strictObject({ kind: z.literal("move"), section, key: keySchema, after }),
  z.strictObject({ kind: z.literal("rename"), section, key: keySchema, newKey: keySchema }),
]);

/** What reading edits gives: the edits, or what is wrong with them. */
export type ParsedEdits =
  | { readonly kind: "parsed"; readonly edits: readonly DraftEdit[] }
  | { readonly kind: "unreadable"; readonly findings: readonly Finding[] };

const mostEdits = 500;

/** Reads what an author did to a draft. */
export function parseDraftEdits(values: readonly unknown[]): ParsedEdits {
  const result = z.array(draftEditSchema).max(mostEdits).safeParse(values);
  if (result.success) return { kind: "parsed", edits: result.data };
  const findings = result.error.issues.map((issue): Finding => ({
    code: "DRAFT_EDIT_INVALID",
    severity: "error",
    path: issue.path.map(String).join("."),
    message: `This change cannot be read: ${issue.message.replace(/\.$/, "")}. Load the draft again and make it once more.`,
  }));
  return { kind: "unreadable", findings };
}
