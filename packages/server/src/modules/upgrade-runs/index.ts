/**
 * Upgrade runs: many sites brought to a release at once, for cities that agreed to it, where nothing needs a decision.
 * Carried out in the background, a site at a time, and gone on with when a server was ended in the middle.
 */
export { serveUpgradeRuns } from "./serve-upgrade-runs.ts";
export { findReleaseByNumber, listSitesBelow, type SiteBelow } from "./run-work.store.ts";
export { forecastTurn, takeTurn, type TurnResult } from "./take-turn.ts";
