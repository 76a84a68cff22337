import { z } from "zod";
import { localizedTextSchema, partFields } from "../shared/index.ts";
import { partnerRequirements } from "./partner-role.ts";

/** Reads a partner role of a template. */
export const partnerRoleSchema = z
  .strictObject({
    ...partFields,
    title: localizedTextSchema,
    requirement: z
      .enum(partnerRequirements)
      .describe(
        "'required' roles must be held to pass the launch gate; 'informed' ones are told and asked without holding a seat.",
      ),
    typicalHolder: localizedTextSchema
      .optional()
      .describe("What kind of organization usually holds the role."),
    deliverable: localizedTextSchema.optional().describe("What the organization brings, as it is recorded."),
    note: localizedTextSchema.optional(),
  })
  .describe("What an organization does for a site, whichever organization holds it.");
