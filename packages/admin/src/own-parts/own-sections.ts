import type { OwnPartPageQuery } from "#admin/graphql/generated/graphql.ts";

/** A site with its own design, to which a part is added. */
export type DesignedSite = NonNullable<OwnPartPageQuery["site"]>;

/** The sections in which a site may have parts of its own, by the name that the API has for each. */
export const ownSections = {
  checklistItems: "CHECKLIST_ITEMS",
  activities: "ACTIVITIES",
  positions: "POSITIONS",
  trainings: "TRAININGS",
  partnerRoles: "PARTNER_ROLES",
  governanceBodies: "GOVERNANCE_BODIES",
  goals: "GOALS",
} as const;

/** A section in which a site may have parts of its own. */
export type OwnSection = keyof typeof ownSections;
