/**
 * Sites: programs running in jurisdictions. Each has its own adapted design, made from a release
 * of a template; what happens there (assignments, partnerships, figures) is kept by the modules
 * of those concepts.
 */
export {
  findAdaptationPlace,
  listLedger,
  placeOf,
  replaceLedger,
  type LedgerEntry,
} from "./adaptation.store.ts";
export { checkLaunchDate } from "./check-site.ts";
export { keptLedger, type LedgerSources } from "./kept-ledger.ts";
export { makeSites } from "./make-sites.ts";
export { inOrder, planSites, type PlannedSites } from "./plan-sites.ts";
export {
  alignChecklist,
  hasPassedItsGates,
  type HeldRow,
  isGateHere,
  listHeldRows,
} from "./planned-checklist.store.ts";
export { type ReadSitesFile, readSitesFile, type SitesFile } from "./read-sites-file.ts";
export { findRelease, type StoredRelease, updateSite } from "./site.store.ts";
export {
  requireSite,
  requireSiteWithContent,
  shownSite,
  siteContents,
  siteOwners,
  type ShownSite,
  withSite,
} from "./site.reads.ts";
export { SITE_STAGE } from "./site-stage.store.ts";
export type { SiteRecord, SiteWithContent } from "./site.store.ts";
