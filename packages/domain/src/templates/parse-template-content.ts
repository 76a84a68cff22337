import { z } from "zod";
import { coreComponentSchema } from "../fidelity/index.ts";
import { checklistItemSchema, ownerRoleSchema, phaseSchema } from "../onboarding/index.ts";
import { goalSchema, indicatorSchema } from "../outcomes/index.ts";
import { partnerRoleSchema } from "../partners/index.ts";
import { positionSchema, staffingFloorSchema, trainingSchema } from "../roster/index.ts";
import { keySchema, languages, localizedTextSchema, plainDateSchema, type Finding } from "../shared/index.ts";
import { changeNoteSchema } from "./parse-change-note.ts";
import { activitySchema, adaptationRuleSchema, governanceBodySchema, guidanceSchema } from "./parse-parts.ts";
import { releaseVersionPattern } from "./release-version.ts";
import { siteKinds } from "./site-kind.ts";
import type { TemplateContent } from "./template-content.ts";

/** The name that a document of this format carries. */
export const templateFormat = "frontstep.template/1";

/** Reads a release of a template, whole. */
export const templateContentSchema = z
  .strictObject({
    $schema: z.string().max(500).optional().describe("Where the JSON Schema of the format is; for editors."),
    format: z.literal(templateFormat),
    template: keySchema.describe("The key of the template, the same in every release."),
    release: z.string().regex(releaseVersionPattern, "Write the release as three numbers, such as 3.2.0."),
    releasedOn: plainDateSchema.optional(),
    extends: z
      .strictObject({
        template: keySchema,
        release: z
          .string()
          .regex(releaseVersionPattern, "Write the release as three numbers, such as 3.2.0."),
      })
      .optional()
      .describe(
        "The template that this one extends, and the release of it that it has taken: what it does not say differently is as there.",
      ),
    name: localizedTextSchema,
    summary: localizedTextSchema,
    siteKind: z.enum(siteKinds),
    languages: z.array(z.enum(languages)).min(1).describe("The languages that all texts are written in."),
    changes: z
      .array(localizedTextSchema)
      .max(100)
      .default([])
      .describe("What this release changes, in words, for those on an older one."),
    changeNotes: z
      .array(changeNoteSchema)
      .max(1000)
      .optional()
      .describe("Why single parts changed since the release before, in words."),
    ownerRoles: z.array(ownerRoleSchema).max(60).default([]),
    positions: z.array(positionSchema).max(100).default([]),
    staffingFloors: z.array(staffingFloorSchema).max(20).default([]),
    trainings: z.array(trainingSchema).max(100).default([]),
    partnerRoles: z.array(partnerRoleSchema).max(100).default([]),
    activities: z.array(activitySchema).max(100).default([]),
    governanceBodies: z.array(governanceBodySchema).max(40).default([]),
    phases: z.array(phaseSchema).max(20).default([]),
    checklistItems: z.array(checklistItemSchema).max(300).default([]),
    indicators: z
      .array(indicatorSchema)
      .max(200)
      .default([])
      .describe("Indicators that this template brings beside those of the catalogue."),
    goals: z.array(goalSchema).max(100).default([]),
    coreComponents: z.array(coreComponentSchema).max(40).default([]),
    adaptationRules: z.array(adaptationRuleSchema).max(100).default([]),
    guidance: z.array(guidanceSchema).max(40).default([]),
  })
  .describe("A release of a template of a Community Safety Partnership or a similar program.");

/** What reading a document gives: the content, or what is wrong with it. */
export type ParsedTemplateContent =
  | { readonly kind: "parsed"; readonly content: TemplateContent }
  | { readonly kind: "unreadable"; readonly findings: readonly Finding[] };

/**
 * Reads a document as the content of a release. It says what does not have the form of the format;
 * whether the parts fit together is asked by `checkContent`.
 */
export function parseTemplateContent(document: unknown): ParsedTemplateContent {
  const result = templateContentSchema.safeParse(document);
  if (result.success) return { kind: "parsed", content: result.data };
  const findings = result.error.issues.map((issue): Finding => ({
    code: "TEMPLATE_FORM_INVALID",
    severity: "error",
    path: issue.path.map(String).join("."),
    message: `${issue.message.replace(/\.$/, "")}. See docs/data-formats.md for the form of a template.`,
  }));
  return { kind: "unreadable", findings };
}

/** The format as a JSON Schema, for editors and other programs; a list or a flag with a default may be left out. */
export function templateJsonSchema(): object {
  return z.toJSONSchema(templateContentSchema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (plainDateSchema as unknown))
        Object.assign(jsonSchema, { type: "string", format: "date" });
    },
  });
}
