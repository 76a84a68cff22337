import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import {
  activityParts,
  governanceParts,
  partnerRoleParts,
  positionParts,
  staffingFloorParts,
  trainingParts,
  type Wording,
} from "./people-sections.ts";
import {
  adaptationRuleParts,
  checklistParts,
  coreComponentParts,
  goalParts,
  guidanceParts,
  ownerRoleParts,
  phaseParts,
} from "./plan-sections.ts";
import type { ReleaseContent } from "./template-content-fragment.ts";
import type { TemplatePart, TemplateSection } from "./template-part.ts";

/** Each section of a release, in the order in which a person reads them. */
const sections: readonly (readonly [
  string,
  (content: ReleaseContent, wording: Wording) => TemplatePart[],
])[] = [
  ["coreComponents", coreComponentParts],
  ["positions", positionParts],
  ["staffingFloors", staffingFloorParts],
  ["trainings", trainingParts],
  ["partnerRoles", partnerRoleParts],
  ["activities", activityParts],
  ["governanceBodies", governanceParts],
  ["phases", phaseParts],
  ["checklistItems", checklistParts],
  ["ownerRoles", ownerRoleParts],
  ["goals", goalParts],
  ["adaptationRules", adaptationRuleParts],
  ["guidance", guidanceParts],
];

/** A release as sections of parts in words; empty sections are left out. */
export function useTemplateSections(content: ReleaseContent): readonly TemplateSection[] {
  const text = useText();
  const intl = useIntl();
  return useMemo(
    () =>
      sections
        .map(([key, partsOf]) => ({
          key,
          title: text(`templates.section.${key}`),
          sentence: text(`templates.section.${key}.sentence`),
          parts: partsOf(content, { text, intl }),
        }))
        .filter(({ parts }) => parts.length > 0),
    [content, text, intl],
  );
}
