import { z } from "zod";
import { newOrganization } from "./organization-choice.tsx";
import { agreementKinds, agreementSchema, organizationSchema, stagesToBegin } from "./partnership-entry.ts";

/** What a person types to begin a partnership; a part counts only where it is asked for. */
export const beginSchema = z
  .object({
    organizationId: z.string("partners.choose.missing").min(1, "partners.choose.missing"),
    legalName: z.string(),
    publicName: z.string(),
    formerNames: z.string(),
    website: z.string(),
    contactEmail: z.string(),
    isAnotherOrganization: z.boolean(),
    stage: z.enum(stagesToBegin, "ui.form.choice"),
    deliverable: z.string().trim().max(500, "partners.tooLong"),
    isSigned: z.boolean(),
    kind: z.enum(["", ...agreementKinds]).nullish(),
    startsOn: z.string(),
    endsOn: z.string(),
    noticeDays: z.number("ui.form.number").nullish(),
    renewalMonths: z.number("ui.form.number").nullish(),
  })
  .superRefine((entry, context) => {
    const asked = [
      ...(entry.organizationId === newOrganization ? [organizationSchema] : []),
      ...(entry.isSigned ? [agreementSchema] : []),
    ];
    for (const schema of asked) {
      const { error } = schema.safeParse(entry);
      for (const { path, message } of error?.issues ?? [])
        context.addIssue({ code: "custom", path: [...path], message });
    }
  });

export type BeginEntry = z.infer<typeof beginSchema>;
