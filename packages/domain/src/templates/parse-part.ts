import { z } from "zod";
import { coreComponentSchema } from "../fidelity/index.ts";
import { checklistItemSchema, ownerRoleSchema, phaseSchema } from "../onboarding/index.ts";
import { goalSchema, indicatorSchema } from "../outcomes/index.ts";
import { partnerRoleSchema } from "../partners/index.ts";
import { positionSchema, staffingFloorSchema, trainingSchema } from "../roster/index.ts";
import type { Finding } from "../shared/index.ts";
import { activitySchema, adaptationRuleSchema, governanceBodySchema, guidanceSchema } from "./parse-parts.ts";
import type { ContentSection } from "./content-section.ts";
import type { ContentPart } from "./template-content.ts";

const partSchemas: Readonly<Record<ContentSection, z.ZodType<ContentPart>>> = {
  ownerRoles: ownerRoleSchema,
  positions: positionSchema,
  staffingFloors: staffingFloorSchema,
  trainings: trainingSchema,
  partnerRoles: partnerRoleSchema,
  activities: activitySchema,
  governanceBodies: governanceBodySchema,
  phases: phaseSchema,
  checklistItems: checklistItemSchema,
  indicators: indicatorSchema,
  goals: goalSchema,
  coreComponents: coreComponentSchema,
  adaptationRules: adaptationRuleSchema,
  guidance: guidanceSchema,
};

/** What reading a part gives: the part, or what is wrong with it. */
export type ParsedPart =
  | { readonly kind: "parsed"; readonly part: ContentPart }
  | { readonly kind: "unreadable"; readonly findings: readonly Finding[] };

/** Reads one part of a section, as it stands after someone changed it. */
export function parsePart(section: ContentSection, value: unknown): ParsedPart {
  const result = partSchemas[section].safeParse(value);
  if (result.success) return { kind: "parsed", part: result.data };
  const findings = result.error.issues.map((issue): Finding => ({
    code: "PART_FORM_INVALID",
    severity: "error",
    path: issue.path.map(String).join("."),
    message: `This value does not fit: ${issue.message.replace(/\.$/, "")}. Correct it.`,
  }));
  return { kind: "unreadable", findings };
}

/** The form of the parts of a section as a JSON Schema. */
export function partJsonSchema(section: ContentSection): object {
  return z.toJSONSchema(partSchemas[section], { io: "input" });
}
