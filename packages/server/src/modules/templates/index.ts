/**
 * Templates: the programs' designs in immutable, numbered releases, and the catalogue of the
 * indicators that their goals are measured by.
 */
export { readBuiltInIndicators } from "./built-in-catalogue.ts";
export { indicatorCatalogue, requireIndicator } from "./indicator.reads.ts";
export { loadCatalogue, type CatalogueLoaded } from "./load-catalogue.ts";
export {
  findReleaseContent,
  findTemplate,
  insertRelease,
  insertTemplate,
  type ReleaseHead,
  type StoredTemplate,
  updateTemplate,
} from "./template.store.ts";
export { describeRelease, releaseWithdrawal, requireTemplate } from "./template.reads.ts";
export { localizeContent, type Localized } from "./localize-content.ts";
export { sha256 } from "./sha256.ts";
export {
  type PublishReleaseOutcome,
  checkDocument,
  objectionsTo,
  putRelease,
  recordOf,
} from "./publish-release.ts";
