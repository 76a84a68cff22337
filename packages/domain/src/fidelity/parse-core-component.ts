import { z } from "zod";
import { localizedTextSchema, partFields } from "../shared/index.ts";

/** Reads a core component of a template. */
export const coreComponentSchema = z
  .strictObject({
    ...partFields,
    name: localizedTextSchema,
    weight: z.int().min(1).max(10).describe("How much it counts in the fidelity of a site."),
    isEssential: z
      .boolean()
      .describe("Whether a site that scores below 2 on it is missing a core component whatever its total."),
    looksLike: z
      .strictObject({
        none: localizedTextSchema.describe("What 0 looks like."),
        partly: localizedTextSchema.describe("What 2 looks like."),
        full: localizedTextSchema.describe("What 4 looks like."),
      })
      .describe("What scores of 0, 2 and 4 look like."),
    note: localizedTextSchema.optional(),
  })
  .describe("What may not be adapted without loss of fidelity.");
