import type { z } from "zod";
import type { ContentSection } from "./content-section.ts";
import type { changeNoteSchema } from "./parse-change-note.ts";
import type {
  activitySchema,
  adaptationRuleSchema,
  governanceBodySchema,
  guidanceSchema,
} from "./parse-parts.ts";
import type { templateContentSchema } from "./parse-template-content.ts";

/** A release of a template, whole: one document of keyed parts. */
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** Why one part of a release changed, in words. */
export type ChangeNote = z.infer<typeof changeNoteSchema>;

/** What a site does with residents again and again. */
export type Activity = z.infer<typeof activitySchema>;

/** A group of people that decides or advises at a site. */
export type GovernanceBody = z.infer<typeof governanceBodySchema>;

/** What a site may change freely, and what needs a decision first. */
export type AdaptationRule = z.infer<typeof adaptationRuleSchema>;

/** What a reader of a template should know and no other part says. */
export type Guidance = z.infer<typeof guidanceSchema>;

/** The keyed parts of all sections, without what stands at the head of the document. */
export type ContentParts = Pick<TemplateContent, ContentSection>;

/** A part of any section. */
export type ContentPart = TemplateContent[ContentSection][number];
