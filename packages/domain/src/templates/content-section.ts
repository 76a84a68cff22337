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
] as const;

/** A section of a template's content. */
export type ContentSection = (typeof contentSections)[number];
