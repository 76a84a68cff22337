import { z } from "zod";
import { localizedTextSchema, partFields } from "../shared/index.ts";
import { tenets } from "./activity.ts";
import { adaptationDecisions } from "./adaptation-rule.ts";

/** Reads an activity of a template. */
export const activitySchema = z
  .strictObject({
    ...partFields,
    name: localizedTextSchema,
    tenet: z.enum(tenets),
    dose: localizedTextSchema.describe("How often and how much, by default."),
    isOnByDefault: z.boolean().describe("Whether a new site starts with it; otherwise it is offered."),
    note: localizedTextSchema.optional(),
  })
  .describe("What a site does with residents again and again.");

/** Reads a governance body of a template. */
export const governanceBodySchema = z
  .strictObject({
    ...partFields,
    name: localizedTextSchema,
    members: localizedTextSchema,
    meets: localizedTextSchema.describe("How often it meets."),
    powers: localizedTextSchema.describe("What it decides."),
    note: localizedTextSchema.optional(),
  })
  .describe("A group of people that decides or advises at a site.");

/** Reads a rule of a template on adapting. */
export const adaptationRuleSchema = z
  .strictObject({
    ...partFields,
    text: localizedTextSchema,
    decision: z
      .enum(adaptationDecisions)
      .describe("Who decides: the site freely, or its steering committee."),
  })
  .describe("What a site may change freely, and what needs a decision first.");

/** Reads a piece of guidance in a template. */
export const guidanceSchema = z
  .strictObject({ ...partFields, title: localizedTextSchema, text: localizedTextSchema })
  .describe("What a reader should know and no other part says.");
