import type { ContentParts } from "../templates/index.ts";

/** The keyed parts of a release, without what stands at the head of its document. */
export function contentPartsOf(content: ContentParts): ContentParts {
  return {
    ownerRoles: content.ownerRoles,
    positions: content.positions,
    staffingFloors: content.staffingFloors,
    trainings: content.trainings,
    partnerRoles: content.partnerRoles,
    activities: content.activities,
    governanceBodies: content.governanceBodies,
    phases: content.phases,
    checklistItems: content.checklistItems,
    indicators: content.indicators,
    goals: content.goals,
    coreComponents: content.coreComponents,
    adaptationRules: content.adaptationRules,
    guidance: content.guidance,
  };
}
