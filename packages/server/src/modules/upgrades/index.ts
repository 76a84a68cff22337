/**
 * Upgrades: newer releases that sites take without losing what they changed, and the way back.
 */
export {
  forecastOf,
  forecastUpgrades,
  type ForecastWanted,
  type UpgradeForecast,
} from "./forecast-upgrades.ts";
export { planUpgrade, type UpgradePlan } from "./plan-upgrade.ts";
export { releaseDifference, type ReleaseDifference } from "./release-difference.reads.ts";
export { type PartNotes, partNotes, releaseNotes } from "./release-notes.ts";
export { showChanges, showConflict } from "./show-upgrade.ts";
export { decisionOn, questionOf, resolutionOf, type UpgradeDecision } from "./upgrade-decision.ts";
export { upgradeSite, type UpgradeSiteOutcome } from "./upgrade-site.ts";
export { type ValueWriter, valueWriter } from "./value-in-words.ts";
export { listReleases, findContents, type ReleaseName } from "./release-chain.store.ts";
