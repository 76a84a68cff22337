import { z } from "zod";
import { keyPattern, longestKey } from "./key.ts";
import { parsePlainDate, type PlainDate } from "./plain-date.ts";

/** Reads a stable key. */
export const keySchema = z
  .string()
  .max(longestKey)
  .regex(keyPattern, "Use letters, digits and single hyphens, starting with a letter.")
  .describe("A stable key: never reused for something else.");

/** Half a character has no canonical form, and the character zero cannot be stored. */
const wholeText = z
  .string()
  .min(1)
  .max(4000)
  .refine(
    (text) => text.isWellFormed() && !text.includes("\0"),
    "This text holds a letter that cannot be kept. Write it again",
  );

/** Reads a text in English, with a Spanish translation where there is one. */
export const localizedTextSchema = z
  .strictObject({ en: wholeText, es: wholeText.optional() })
  .describe("A text in English, with a Spanish translation where there is one.");

/** Reads a day written `YYYY-MM-DD`. */
export const plainDateSchema = z
  .custom<PlainDate>(
    (value) => typeof value === "string" && parsePlainDate(value) !== undefined,
    "Write the day as YYYY-MM-DD.",
  )
  .describe("A day of the calendar, YYYY-MM-DD.");

/**
 * What every part of a template says about itself: its key, which of its fields are core,
 * and what its values rest on. Everything that is not core is adaptable.
 */
export const partFields = {
  key: keySchema,
  core: z
    .array(z.string().min(1).max(40))
    .max(40)
    .default([])
    .describe(
      "Names of the fields that are core: changing one touches a core component. The others are adaptable.",
    ),
  isCore: z.boolean().default(false).describe("Whether leaving the whole part out touches a core component."),
  coreComponents: z
    .array(keySchema)
    .max(40)
    .default([])
    .describe("Keys of the core components that this part carries out."),
  basis: z
    .enum(["proposal", "known", "sourced"])
    .default("proposal")
    .describe(
      "What the values rest on: 'sourced' = restated from a public document, 'known' = general knowledge of a named document, 'proposal' = a design choice made here, to be edited freely.",
    ),
  restsOn: localizedTextSchema.optional().describe("The document or reasoning that the values rest on."),
  was: z
    .array(keySchema)
    .max(20)
    .optional()
    .describe(
      "Keys that this part had in earlier releases, oldest first: sites that take the release keep what they hold under them.",
    ),
};
