/**
 * Offers: a published release that a template's owner or a state puts before the sites below it. Each site takes it or
 * declines it in its own time.
 */
export { offersOfSite, type ShownOffer } from "./offer.reads.ts";
