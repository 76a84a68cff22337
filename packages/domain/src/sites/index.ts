/**
 * A site is a program running in a jurisdiction: a release of a template, adapted, on real dates.
 * An adaptation is a deliberate local difference from the release, with its reason.
 */
export { adaptContent, type AdaptedContent } from "./adapt-content.ts";
export { adaptableParts, titleOf, type AdaptableField, type AdaptablePart } from "./adaptable-parts.ts";
export { asTaken, withoutConsequences } from "./as-taken.ts";
export {
  adaptableSections,
  adaptationChanges,
  adaptationDeciders,
  adaptationReasons,
  type AdaptableSection,
  type Adaptation,
  type AdaptationChange,
  type AdaptationDecider,
  type AdaptationRecord,
  type AdaptationReason,
  type AdaptationRequest,
  type LocalDifference,
} from "./adaptation.ts";
export { contentPartsOf } from "./content-parts.ts";
export { corePartsKept, type CorePartsKept } from "./core-parts-kept.ts";
export { explainDifference, type Explanation } from "./explain-difference.ts";
export { findCoreTouched } from "./find-core-touched.ts";
export { instantiateSite, type PlannedSlot, type SitePlan, type SitePlanInput } from "./instantiate-site.ts";
export { ledger } from "./ledger.ts";
export { ownKey, ownKeyStart, writeOwnPart, type OwnPart, type WithOwnPart } from "./own-part.ts";
export { touchedComponents } from "./touched-components.ts";
export { withoutDanglingReferences, type Consequence } from "./without-dangling-references.ts";
