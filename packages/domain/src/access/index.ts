/**
 * Access: who may do what, and where. A person holds roles, each at a place; a request acts under
 * one hat; a role allows permissions; and every operation of the API names the permission that it
 * asks for. All of it is data in this folder, so that it can be read as a table and tested whole.
 *
 * This is the first of two walls. The second is row-level security in the database, which knows
 * nothing of roles and only returns the rows of the places that a session was granted.
 */
export { allPermissions, permissions, type Permission } from "./permission.ts";
export { reaches, type MembershipScope, type Place, type ScopeKind } from "./scope.ts";
export type { Membership } from "./membership.ts";
export { allows, isRoleKey, roleKeys, roles, rolesWith, type Role, type RoleKey } from "./roles.ts";
export { hats, type Hat } from "./hat.ts";
export { chooseHat, hatsHeld } from "./choose-hat.ts";
export { isCommonPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./password-rule.ts";
export { may, mayGive, placesWith, type AccessAnswer, type AccessQuestion } from "./may.ts";
export {
  operationExpectations,
  operations,
  unusedPermissions,
  type OperationExpectation,
  type OperationRule,
} from "./operations.ts";
