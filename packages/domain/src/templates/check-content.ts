import type { Indicator } from "../outcomes/index.ts";
import type { Finding } from "../shared/index.ts";
import { findChecklistFaults } from "./check-checklist.ts";
import { findGoalFaults } from "./check-goals.ts";
import { findDanglingReferences, findDuplicateKeys } from "./check-references.ts";
import type { ContentParts } from "./template-content.ts";

/**
 * Whether the parts of a content fit together: keys are not used twice, every reference leads somewhere,
 * the checklist can be worked in its order, and no goal is one that the engine refuses.
 * Findings of severity `error` keep a release from being published.
 *
 * @param catalogue the indicators that goals may refer to beside those that the content brings itself.
 */
export function checkContent(content: ContentParts, catalogue: readonly Indicator[]): Finding[] {
  const indicators = new Map(
    [...catalogue, ...content.indicators].map((indicator) => [indicator.key, indicator]),
  );
  return [
    ...findDuplicateKeys(content),
    ...findDanglingReferences(content, indicators),
    ...findChecklistFaults(content),
    ...findGoalFaults(content, indicators),
  ];
}
