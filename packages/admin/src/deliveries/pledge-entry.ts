import { z } from "zod";

export const periodKinds = ["MONTH", "QUARTER", "YEAR"] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "deliveries.day.missing");

/** What a person types of a promise. */
export const pledgeSchema = z.object({
  title: z.string().trim().min(1, "ui.form.required").max(200, "deliveries.title.length"),
  unit: z.string().trim().min(1, "ui.form.required").max(50, "deliveries.unit.length"),
  amountPerPeriod: z
    .number("deliveries.promised.range")
    .int("deliveries.promised.range")
    .min(1, "deliveries.promised.range")
    .max(1_000_000, "deliveries.promised.range"),
  periodKind: z.enum(periodKinds, "ui.form.choice"),
  startsOn: day,
  endsOn: z.union([z.literal(""), day]),
});

export type PledgeEntry = z.infer<typeof pledgeSchema>;

/** What the API takes of a promise. */
export function pledgeInput({ endsOn, ...entry }: PledgeEntry) {
  return { ...entry, endsOn: endsOn || undefined };
}
