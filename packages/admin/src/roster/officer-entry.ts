import { z } from "zod";

/** What a person types of an officer; the server checks it again. */
export const officerSchema = z.object({
  name: z.string().trim().min(1, "ui.form.required").max(200, "roster.name.tooLong"),
  rank: z.string().trim().min(1, "ui.form.required").max(100, "roster.name.tooLong"),
  languages: z.array(z.string()),
  isPublished: z.boolean(),
  isAnotherPerson: z.boolean(),
});

export type OfficerEntry = z.infer<typeof officerSchema>;

export const emptyOfficer: OfficerEntry = {
  name: "",
  rank: "",
  languages: [],
  isPublished: false,
  isAnotherPerson: false,
};

/** Languages that many residents speak; others that a record already has are shown as well. */
export const offeredLanguages = [
  "en",
  "es",
  "zh",
  "tl",
  "vi",
  "ko",
  "hy",
  "fa",
  "ru",
  "ar",
  "ht",
  "so",
  "ase",
];
