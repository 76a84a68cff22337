/**
 * Identity: who signs in, which roles they hold and where, and how they come by them. Accounts come
 * only by invitation; a role taken away is gone with the next statement.
 */
export { acceptInvitation } from "./accept-invitation.ts";
export { inviteMember } from "./invite-member.ts";
export { inviteSteward } from "./invite-steward.ts";
export { type Identity, type IdentitySettings, openIdentity } from "./open-identity.ts";
export type { AttemptLimits } from "./attempt-limits.store.ts";
export { scopeOf, type PlaceColumns } from "./place.ts";
export { hashOfSecret } from "./session-cookie.ts";
