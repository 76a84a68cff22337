/**
 * Fidelity: how fully a site carries out the core components of its release, as its team, somebody from outside and
 * residents rated it, beside what is computed from the site's own records.
 */
export { recordFidelityReview } from "./record-fidelity-review.ts";
