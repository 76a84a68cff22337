/**
 * Contributions: changes of their own that cities propose to the owner of a template, and what the owner answers.
 */
export { proposals, proposalsOfSite } from "./contribution.reads.ts";
