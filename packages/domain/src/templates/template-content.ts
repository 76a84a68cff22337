import type { z } from "zod";
import type {
  activitySchema,
  adaptationRuleSchema,
  governanceBodySchema,
  guidanceSchema,
} from "./parse-parts.ts";
import type { templateContentSchema } from "./parse-template-content.ts";

/** A release of a template, whole: one document of keyed parts. */
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** What a site does with residents again and again. */
export type Activity = z.infer<typeof activitySchema>;

/** A group of people that decides or advises at a site. */
export type GovernanceBody = z.infer<typeof governanceBodySchema>;

/** What a site may change freely, and what needs a decision first. */
export type AdaptationRule = z.infer<typeof adaptationRuleSchema>;

/** What a reader of a template should know and no other part says. */
export type Guidance = z.infer<typeof guidanceSchema>;

/** The sections of a template's content, in the order in which a person reads them. */
export const contentSections = [
  "ownerRoles",
  "positions",
  "staffingFloors",
  "trainings",
  "partnerRoles",
  "activities",
  "governanceBodies",
  "phases",
  "checklistItems",
  "indicators",
  "goals",
  "coreComponents",
  "adaptationRules",
  "guidance",
] as const satisfies readonly (keyof TemplateContent)[];

/** A section of a template's content. */
export type ContentSection = (typeof contentSections)[number];

/** The keyed parts of all sections, without what stands at the head of the document. */
export type ContentParts = Pick<TemplateContent, ContentSection>;

/** A part of any section. */
export type ContentPart = TemplateContent[ContentSection][number];
