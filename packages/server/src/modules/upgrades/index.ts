/**
 * Upgrades: newer releases that sites take without losing what they changed, and the way back.
 */
export { planUpgrade, type UpgradePlan } from "./plan-upgrade.ts";
export { upgradeSite, type UpgradeSiteOutcome } from "./upgrade-site.ts";
