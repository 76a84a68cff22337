import { z } from "zod";
import { keySchema, localizedTextSchema, partFields } from "../shared/index.ts";
import { cadences, directions, indicatorClasses, indicatorThemes, policeActs } from "./indicator.ts";

/** Reads the kind of measure of an indicator. */
export const measureSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("count") }),
    z.strictObject({
      kind: z.literal("rate"),
      per: z.number().positive().describe("Per how many residents, such as 1000."),
    }),
    z.strictObject({ kind: z.literal("share") }),
    z.strictObject({ kind: z.literal("mean"), from: z.number(), to: z.number() }),
    z.strictObject({ kind: z.literal("difference") }),
    z.strictObject({ kind: z.literal("ratio") }),
    z.strictObject({ kind: z.literal("median") }),
    z.strictObject({ kind: z.literal("amount") }),
  ])
  .describe("What kind of number it is, which decides how it is compared.");

/** Reads an indicator, from the catalogue or from a template that brings its own. */
export const indicatorSchema = z
  .strictObject({
    ...partFields,
    key: keySchema.describe("The code, such as CR-VIOL."),
    name: localizedTextSchema,
    theme: z.enum(indicatorThemes),
    class: z.enum(indicatorClasses),
    measure: measureSchema,
    unit: localizedTextSchema,
    numerator: localizedTextSchema.optional().describe("What is counted, or the top of the fraction."),
    denominator: localizedTextSchema.optional().describe("The bottom of the fraction, where there is one."),
    direction: z.enum(directions),
    cadence: z.enum(cadences),
    cadenceNote: localizedTextSchema.optional(),
    source: localizedTextSchema.describe("Where the figures come from."),
    caveats: localizedTextSchema.optional(),
    countsPersons: z
      .boolean()
      .default(false)
      .describe("Whether it counts people, so that small counts are protected."),
    isHiddenForSites: z
      .boolean()
      .default(false)
      .describe(
        "Whether figures of a single site are hidden by default, because people could be recognized by them.",
      ),
    policeAct: z
      .enum(policeActs)
      .optional()
      .describe("The act of policing that it counts, when it counts one: then it may never be a goal."),
    isPerOfficer: z
      .boolean()
      .default(false)
      .describe("Whether it is measured officer by officer: then it may never be a goal."),
  })
  .describe("What is measured, with its kind of measure, its source and its caveats.");

/** Reads the indicator catalogue that templates refer to. */
export const indicatorCatalogueSchema = z.strictObject({
  format: z.literal("frontstep.indicators/1"),
  indicators: z.array(indicatorSchema).max(500),
});
