import type { RoleKey } from "./roles.ts";
import type { MembershipScope } from "./scope.ts";

/** One role that a person holds at one place. A person may hold several. */
export interface Membership {
  readonly role: RoleKey;
  readonly scope: MembershipScope;
}
