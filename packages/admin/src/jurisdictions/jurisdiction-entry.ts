import { z } from "zod";

/** Left blank is not known, which is not an empty word. */
const optionalText = z
  .string()
  .nullish()
  .transform((typed) => (typed?.trim() === "" ? null : (typed?.trim() ?? null)));
const words = z.string().trim().min(1, "ui.form.required");

/** What a person types of a jurisdiction; the server checks it again, and more closely. */
export const jurisdictionSchema = z.object({
  name: words,
  kind: z.enum(["CITY", "COUNTY", "STATE", "OTHER"], "ui.form.choice"),
  stateCode: words,
  ori: optionalText,
  geoid: optionalText,
  timeZone: words,
  population: z.number("ui.form.number").int("ui.form.number").nonnegative("ui.form.number").nullish(),
  populationYear: z.number("ui.form.number").int("ui.form.number").nullish(),
  populationSource: optionalText,
  isParticipating: z.boolean(),
});

export type JurisdictionEntry = z.infer<typeof jurisdictionSchema>;

export const emptyJurisdiction = {
  name: "",
  stateCode: "",
  timeZone: "America/New_York",
  ori: "",
  geoid: "",
  populationSource: "",
  isParticipating: false,
};
