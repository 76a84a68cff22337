import { z } from "zod";
import { keySchema, localizedTextSchema, partFields } from "../shared/index.ts";

const dayFromLaunch = z.int().min(-3650).max(3650);

/** Reads an owner role of a template. */
export const ownerRoleSchema = z
  .strictObject({ ...partFields, title: localizedTextSchema, note: localizedTextSchema.optional() })
  .describe("Who does an item of the checklist, by role; a site names a person for each.");

/** Reads a phase of a template. */
export const phaseSchema = z
  .strictObject({
    ...partFields,
    label: localizedTextSchema.describe("The name of the phase in the program's own words."),
    implementationStage: localizedTextSchema
      .optional()
      .describe("The name that implementation science gives it, such as Exploration."),
    fromDay: dayFromLaunch.describe("First day, counted from launch; negative before it."),
    toDay: dayFromLaunch.describe("Last day, counted from launch."),
    note: localizedTextSchema.optional(),
  })
  .describe("A stretch of the way from the first step to full practice.");

/** Reads an item of a template's checklist. */
export const checklistItemSchema = z
  .strictObject({
    ...partFields,
    phase: keySchema,
    title: localizedTextSchema,
    ownerRole: keySchema,
    dueOffsetDays: dayFromLaunch.describe("When it is due, in days from launch; negative before it."),
    evidence: localizedTextSchema.describe("What shows that it was done."),
    isLaunchGate: z.boolean().default(false).describe("Whether a site may not launch before it is done."),
    dependsOn: z.array(keySchema).max(40).default([]).describe("Keys of the items that come first."),
    note: localizedTextSchema.optional(),
  })
  .describe("One thing to be done on the way to launch and after.");
