/**
 * A contribution is a change of its own that a city proposes to the template's owner. The owner looks at how many
 * sites made the same change; when a release takes it, the site's difference dissolves into the release.
 */
export { changeName, type OwnChange } from "./change-name.ts";
export { takeChange, type ProposedChange } from "./take-change.ts";
