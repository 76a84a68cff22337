import { z } from "zod";
import { keySchema, localizedTextSchema, partFields } from "../shared/index.ts";
import { goalKinds } from "./goal.ts";

const dayFromLaunch = z.int().min(-3650).max(3650);

/** Reads the window from which the value before is taken. */
export const baselineWindowSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("days"),
      fromDay: dayFromLaunch,
      toDay: dayFromLaunch,
      by: z
        .enum(["whole", "quarter", "month"])
        .default("whole")
        .describe("Whether the window is read whole or period by period."),
    }),
    z
      .strictObject({ kind: z.literal("checklistItem"), item: keySchema })
      .describe("The window in which an item of the checklist is done, such as a count of park users."),
    z.strictObject({ kind: z.literal("none") }).describe("The goal is a level and needs no value before."),
  ])
  .describe("From which days the value before is taken, counted from launch.");

const onIndicator = {
  indicator: keySchema.describe("The code of the indicator."),
  byMonth: z.int().min(1).max(120).describe("By which month after launch."),
  every: z
    .enum(["month", "quarter", "halfYear", "year"])
    .optional()
    .describe("How often it is judged on the way, when more than once."),
  note: localizedTextSchema.optional(),
};

/** Reads the change or level sought on one indicator. */
export const goalTargetSchema = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("changeByPoints"), points: z.number(), ...onIndicator })
      .describe("A change from baseline in points of the indicator's own scale; negative is a fall."),
    z
      .strictObject({ kind: z.literal("changeByPercent"), percent: z.number(), ...onIndicator })
      .describe("A change from baseline in percent of it; negative is a fall."),
    z.strictObject({ kind: z.literal("atLeast"), value: z.number(), ...onIndicator }),
    z.strictObject({ kind: z.literal("atMost"), value: z.number(), ...onIndicator }),
    z
      .strictObject({
        kind: z.literal("atLeastPercentOf"),
        percent: z.number().positive(),
        of: localizedTextSchema,
        ...onIndicator,
      })
      .describe("A share of a local number that the site states, such as residents aged 5 to 17."),
    z
      .strictObject({
        kind: z.literal("percentBelowComparison"),
        percent: z.number().positive(),
        pooledMonths: z
          .int()
          .positive()
          .max(120)
          .optional()
          .describe("Over how many months the counts are pooled."),
        ...onIndicator,
      })
      .describe("At least so many percent below the trend of the comparison area, with its interval shown."),
    z.strictObject({ kind: z.literal("notAboveBaseline"), ...onIndicator }),
    z
      .strictObject({ kind: z.literal("fewerThanBaseline"), ...onIndicator })
      .describe("Fewer events than before: counts only, no percent."),
    z
      .strictObject({ kind: z.literal("noWorseThanBaseline"), ...onIndicator })
      .describe("Not worse than before by more than the 95% interval allows."),
    z
      .strictObject({ kind: z.literal("noWorseThanComparison"), ...onIndicator })
      .describe("Not worse than the comparison area by more than the 95% interval allows."),
  ])
  .describe("The change or level sought on one indicator.");

/** Reads a goal of a template. */
export const goalSchema = z
  .strictObject({
    ...partFields,
    title: localizedTextSchema,
    kind: z.enum(goalKinds),
    baselineWindow: baselineWindowSchema,
    targets: z.array(goalTargetSchema).max(10).describe("What is sought, on at least one indicator."),
    onlyWithActivity: keySchema.optional().describe("The activity without which the goal does not apply."),
    note: localizedTextSchema.optional(),
  })
  .describe("The value sought, by when. A guardrail is what must not get worse on the way.");
