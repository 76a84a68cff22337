/**
 * Template drafts: what the authors of an organization work on, several at a time, until they publish it as the next
 * release of a template.
 */
export { changeDraftAlongside, draftToChange } from "./change-draft-alongside.ts";
