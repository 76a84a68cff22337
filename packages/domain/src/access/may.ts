import type { Hat } from "./hat.ts";
import type { Membership } from "./membership.ts";
import { permissions, type Permission } from "./permission.ts";
import { roles, rolesWith, type RoleKey } from "./roles.ts";
import { reaches, type MembershipScope, type Place } from "./scope.ts";

/** What is asked: may someone wearing `hat` do `permission` at `place`? */
export interface AccessQuestion {
  readonly hat: Hat | null;
  readonly permission: Permission;
  readonly place: Place;
}

/** The answer: by which role it is allowed, or a sentence that says what is missing. */
export type AccessAnswer =
  { readonly allowed: true; readonly by: RoleKey } | { readonly allowed: false; readonly reason: string };

/** The names of the roles in plain words, for the sentence that explains a refusal. */
const roleNames: Readonly<Record<RoleKey, string>> = {
  platformSteward: "platform steward",
  stateOfficial: "state official",
  cityAdministrator: "city administrator",
  cityEditor: "city editor",
  cityViewer: "city viewer",
  siteCoordinator: "site coordinator",
  partnerStaff: "partner staff",
  templateAuthor: "template author",
};

/**
 * Whether these memberships allow an act, under the hat worn now. Only roles of that hat count.
 * A role allows what its list names at the place where it is held; a shared read is allowed at any
 * place, because the database has then already chosen the rows that belong to the holder.
 *
 * @example may([{ role: "cityViewer", scope: { kind: "jurisdiction", jurisdictionId: "d" } }],
 *   { hat: "city", permission: "site.open", place: { jurisdictionId: "d" } })
 *   // { allowed: false, reason: "You may not open a site here: it needs the role city administrator or city editor." }
 */
export function may(memberships: readonly Membership[], question: AccessQuestion): AccessAnswer {
  const worn = memberships.filter((membership) => roles[membership.role].hat === question.hat);
  const found = worn.find((membership) => allowsAt(membership, question));
  if (found) return { allowed: true, by: found.role };
  return { allowed: false, reason: reasonAgainst(worn, question.permission) };
}

function allowsAt({ role, scope }: Membership, { permission, place }: AccessQuestion): boolean {
  if (roles[role].sharedReads.includes(permission)) return true;
  return roles[role].permissions.includes(permission) && reaches(scope, place);
}

function reasonAgainst(worn: readonly Membership[], permission: Permission): string {
  const act = permissions[permission];
  const held = worn.some(({ role }) => roles[role].permissions.includes(permission));
  if (held) return `You may not ${act}: your role covers another place.`;
  const names = rolesWith(permission).map((key) => roleNames[key]);
  return `You may not ${act}: it needs the role ${listed(names)}.`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

/**
 * Whether these memberships allow giving `role` at `scope` to someone else. A steward may give
 * any role anywhere, but a site's coordinator, whom the city knows; the others give the roles on their list at the place where they hold their own:
 * a city administrator makes a site coordinator for any site of the same city.
 */
export function mayGive(memberships: readonly Membership[], role: RoleKey, scope: MembershipScope): boolean {
  if (roles[role].scope !== scope.kind) return false;
  const place = scope.kind === "platform" ? "platform" : scope;
  return memberships.some((membership) => {
    if (!roles[membership.role].mayGive.includes(role)) return false;
    if (membership.scope.kind === "platform") return true;
    return place !== "platform" && reaches(membership.scope, place);
  });
}

/**
 * The places at which these memberships allow an act under the hat worn now: what a list without a
 * place named is limited to.
 */
export function placesWith(
  memberships: readonly Membership[],
  hat: Hat | null,
  permission: Permission,
): MembershipScope[] {
  return memberships
    .filter(({ role }) => roles[role].hat === hat && roles[role].permissions.includes(permission))
    .map(({ scope }) => scope);
}
