/**
 * A template is a program's design as its authors keep it; a release is an immutable, numbered state of it.
 * Its content is one document of keyed parts, each part in the vocabulary of its own concept.
 */
export { tenets, type Tenet } from "./activity.ts";
export { adaptationDecisions, type AdaptationDecision } from "./adaptation-rule.ts";
export { canonicalJson, contentHash } from "./canonical-json.ts";
export { checkContent } from "./check-content.ts";
export { diffContent, differingFields, type PartDifference } from "./diff-content.ts";
export { parsePart, type ParsedPart } from "./parse-part.ts";
export {
  parseTemplateContent,
  templateContentSchema,
  templateFormat,
  templateJsonSchema,
  type ParsedTemplateContent,
} from "./parse-template-content.ts";
export {
  differenceLevel,
  furthestLevel,
  proposeVersion,
  releaseLevels,
  type ContentStep,
  type ReleaseLevel,
} from "./propose-version.ts";
export { partForm, type PartField, type PartFieldKind } from "./part-form.ts";
export {
  compareReleaseVersions,
  parseReleaseVersion,
  releaseVersionPattern,
  type ReleaseVersion,
} from "./release-version.ts";
export { renameKeys, type Renames } from "./rename-keys.ts";
export { siteKinds, type SiteKind } from "./site-kind.ts";
export { contentReferences, type ContentReference } from "./check-references.ts";
export { contentSections, type ContentSection } from "./content-section.ts";
export {
  type Activity,
  type AdaptationRule,
  type ChangeNote,
  type ContentPart,
  type ContentParts,
  type GovernanceBody,
  type Guidance,
  type TemplateContent,
} from "./template-content.ts";
