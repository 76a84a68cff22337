import { z } from "zod";
import { keySchema } from "../shared/index.ts";
import { reportingSystems } from "../outcomes/index.ts";

const columnSchema = z.string().min(1).max(120).describe("The name of a column, as in the header.");
const periodText = z
  .string()
  .regex(/^[1-9]\d{3}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, "Write 2026, 2026-Q3 or 2026-07.");
const stateCode = z.string().regex(/^[A-Z]{2}$/, "Write the state as two letters, such as OH.");

const placeRuleSchema = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("ori"), column: columnSchema }),
    z.strictObject({
      by: z.literal("name"),
      column: columnSchema,
      state: stateCode.optional(),
      stateColumn: columnSchema.optional(),
    }),
    z.strictObject({ by: z.literal("site"), column: columnSchema }),
    z.strictObject({
      by: z.literal("fixed"),
      kind: z.enum(["jurisdiction", "site", "comparisonArea"]),
      id: z.uuid(),
    }),
  ])
  .describe("How a row says which place it is about.");

const periodRuleSchema = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("year"), column: columnSchema }),
    z.strictObject({
      by: z.literal("month"),
      monthColumn: columnSchema,
      yearColumn: columnSchema.optional(),
      year: z
        .string()
        .regex(/^[1-9]\d{3}$/, "Write the year with four digits.")
        .optional(),
    }),
    z.strictObject({
      by: z.literal("date"),
      column: columnSchema,
      order: z.enum(["yearFirst", "monthFirst", "dayFirst"]),
      kind: z.enum(["year", "quarter", "month"]),
    }),
    z.strictObject({ by: z.literal("period"), column: columnSchema }),
    z.strictObject({ by: z.literal("fixed"), period: periodText }),
  ])
  .describe("How a row says which period it is about.");

const valueRuleSchema = z
  .discriminatedUnion("layout", [
    z.strictObject({
      layout: z.literal("wide"),
      columns: z.array(z.strictObject({ column: columnSchema, indicator: keySchema })).max(200),
    }),
    z.strictObject({
      layout: z.literal("long"),
      indicatorColumn: columnSchema,
      codes: z.array(z.strictObject({ value: z.string().max(200), indicator: keySchema })).max(500),
      valueColumn: columnSchema,
    }),
  ])
  .describe(
    "Wide: a column for each indicator. Long: a column that names the indicator, and one with the value.",
  );

/** Reads the mapping of a table of figures: what each column means. */
export const observationMappingSchema = z
  .strictObject({
    place: placeRuleSchema.optional(),
    period: periodRuleSchema.optional(),
    values: valueRuleSchema,
    populationColumn: columnSchema.optional(),
    monthsColumn: columnSchema.optional(),
    sourceColumn: columnSchema.optional(),
    source: z.string().min(1).max(300).optional(),
    reportingSystem: z.enum(reportingSystems).optional(),
    note: z.string().min(1).max(2000).optional(),
    leaveOut: z
      .array(z.strictObject({ column: columnSchema, value: z.string().max(200) }))
      .max(50)
      .default([])
      .describe("Rows to leave out: those where a column holds exactly this."),
  })
  .describe("What the columns of a table of figures mean.");

/** What the columns of a table of figures mean. */
export type ObservationMapping = z.infer<typeof observationMappingSchema>;

/** How a row says which place it is about. */
export type PlaceRule = z.infer<typeof placeRuleSchema>;

/** How a row says which period it is about. */
export type PeriodRule = z.infer<typeof periodRuleSchema>;

/** Where the values stand, and of which indicator. */
export type ValueRule = z.infer<typeof valueRuleSchema>;
