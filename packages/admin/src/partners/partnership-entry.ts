import { z } from "zod";

export const stagesToBegin = ["IDENTIFIED", "IN_TALKS", "AGREED", "ACTIVE"] as const;
export const agreementKinds = ["MEMORANDUM", "CONTRACT", "LETTER", "GRANT"] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "partners.day.missing");
const optionalDay = z.union([z.literal(""), day]);

/** What a person types of an agreement. */
export const agreementSchema = z.object({
  kind: z.enum(agreementKinds, "ui.form.choice"),
  startsOn: day,
  endsOn: optionalDay,
  noticeDays: z
    .number("ui.form.number")
    .int("ui.form.number")
    .min(0, "partners.notice.range")
    .max(730, "partners.notice.range")
    .nullish(),
  renewalMonths: z
    .number("ui.form.number")
    .int("ui.form.number")
    .min(1, "partners.renewal.range")
    .max(120, "partners.renewal.range")
    .nullish(),
});

export type AgreementEntry = z.infer<typeof agreementSchema>;

/** What the API takes of an agreement. */
export function agreementInput({ kind, startsOn, endsOn, noticeDays, renewalMonths }: AgreementEntry) {
  return {
    kind,
    startsOn,
    endsOn: endsOn || undefined,
    noticeDays: noticeDays ?? undefined,
    renewalMonths: renewalMonths ?? undefined,
  };
}

const words = z.string().trim().min(1, "ui.form.required").max(200, "partners.tooLong");
const optionalWords = z.string().trim();

/** What a person types of an organization. */
export const organizationSchema = z.object({
  legalName: words,
  publicName: words,
  formerNames: optionalWords,
  website: z.union([
    z.literal(""),
    z
      .string()
      .trim()
      .regex(/^https?:\/\/\S+\.\S+/i, "partners.website.form"),
  ]),
  contactEmail: z.union([
    z.literal(""),
    z
      .string()
      .trim()
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "partners.contact.form"),
  ]),
  isAnotherOrganization: z.boolean(),
});

export type OrganizationEntry = z.infer<typeof organizationSchema>;

export const emptyOrganization: OrganizationEntry = {
  legalName: "",
  publicName: "",
  formerNames: "",
  website: "",
  contactEmail: "",
  isAnotherOrganization: false,
};

/** What the API takes of an organization: former names one on each line. */
export function organizationInput({
  legalName,
  publicName,
  formerNames,
  website,
  contactEmail,
}: OrganizationEntry) {
  return {
    legalName,
    publicName,
    formerNames: formerNames
      .split("\n")
      .map((name) => name.trim())
      .filter(Boolean),
    website: website || undefined,
    contactEmail: contactEmail || undefined,
  };
}
