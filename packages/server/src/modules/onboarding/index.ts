/**
 * Onboarding: the checklist of a site on the way to launch and after. What an item is stands in
 * the site's content; where it stands is kept here.
 */
export { serveEvidenceFiles } from "./evidence-files.routes.ts";
export { shownDueItems } from "./due-items.reads.ts";
