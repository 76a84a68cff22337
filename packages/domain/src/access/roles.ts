import type { Hat } from "./hat.ts";
import type { Permission } from "./permission.ts";
import type { ScopeKind } from "./scope.ts";

/** A role as data: where it is held, under which hat it acts, and what it allows. */
export interface Role {
  /** The hat, and so the database role, under which its holder acts. */
  readonly hat: Hat;
  /** The kind of place at which it is held. */
  readonly scope: ScopeKind;
  /** What its holder may do at the place where it is held. */
  readonly permissions: readonly Permission[];
  /**
   * What its holder may look at outside that place, where the database alone knows which rows
   * belong to it: the sites of a state, the sites with which an organization has a partnership.
   */
  readonly sharedReads: readonly Permission[];
  /** The roles that its holder may give to others, at the same place or inside it. */
  readonly mayGive: readonly RoleKey[];
}

/** The roles of Frontstep. */
export const roleKeys = [
  "platformSteward",
  "stateOfficial",
  "cityAdministrator",
  "cityEditor",
  "cityViewer",
  "siteCoordinator",
  "partnerStaff",
  "templateAuthor",
] as const;

/** The key of a role. */
export type RoleKey = (typeof roleKeys)[number];

const cityReads = [
  "jurisdiction.read",
  "site.read",
  "fleet.read",
  "checklist.read",
  "roster.read",
  "partner.read",
  "fidelity.read",
  "goal.read",
  "observation.read",
  "import.read",
  "comparison.read",
  "comparison.export",
  "template.read",
  "history.read",
] as const satisfies readonly Permission[];

const cityEdits = [
  ...cityReads,
  "site.adapt",
  "site.upgrade",
  "site.plan",
  "checklist.update",
  "roster.manage",
  "partner.manage",
  "delivery.report",
  "organization.manage",
  "fidelity.rate",
  "goal.manage",
  "observation.import",
  "import.undo",
] as const satisfies readonly Permission[];

const partnerSiteReads = [
  "site.read",
  "checklist.read",
  "fidelity.read",
  "goal.read",
] as const satisfies readonly Permission[];

/**
 * What each role is. Read a row as: "a city editor is held in a jurisdiction, acts under the city
 * hat, and may …".
 */
export const roles: Readonly<Record<RoleKey, Role>> = {
  platformSteward: {
    hat: "steward",
    scope: "platform",
    permissions: [
      "jurisdiction.read",
      "jurisdiction.manage",
      "observation.import",
      "import.read",
      "import.undo",
      "template.read",
      "template.publish",
      "template.entrust",
      "proposal.answer",
      "member.read",
      "member.invite",
      "member.manage",
      "history.read",
    ],
    sharedReads: [],
    mayGive: [
      "platformSteward",
      "stateOfficial",
      "cityAdministrator",
      "cityEditor",
      "cityViewer",
      "partnerStaff",
      "templateAuthor",
    ],
  },
  stateOfficial: {
    hat: "state",
    scope: "state",
    permissions: [
      "jurisdiction.read",
      "comparison.read",
      "comparison.export",
      "template.read",
      "fleet.read",
      "fleet.upgrade",
      "release.offer",
    ],
    sharedReads: ["site.read", "checklist.read", "fidelity.read", "goal.read"],
    mayGive: [],
  },
  cityAdministrator: {
    hat: "city",
    scope: "jurisdiction",
    permissions: [
      ...cityEdits,
      "site.open",
      "upgrade.consent",
      "checklist.signOff",
      "member.read",
      "member.invite",
      "member.manage",
    ],
    sharedReads: [],
    mayGive: ["cityAdministrator", "cityEditor", "cityViewer", "siteCoordinator"],
  },
  cityEditor: {
    hat: "city",
    scope: "jurisdiction",
    permissions: [...cityEdits, "site.open"],
    sharedReads: [],
    mayGive: [],
  },
  cityViewer: {
    hat: "city",
    scope: "jurisdiction",
    permissions: cityReads,
    sharedReads: [],
    mayGive: [],
  },
  siteCoordinator: {
    hat: "city",
    scope: "site",
    permissions: [
      "jurisdiction.read",
      "site.read",
      "site.adapt",
      "site.upgrade",
      "site.plan",
      "checklist.read",
      "checklist.update",
      "roster.read",
      "roster.manage",
      "partner.read",
      "partner.manage",
      "delivery.report",
      "fidelity.read",
      "fidelity.rate",
      "goal.read",
      "observation.read",
      "comparison.read",
      "template.read",
      "history.read",
    ],
    sharedReads: [],
    mayGive: [],
  },
  partnerStaff: {
    hat: "organization",
    scope: "organization",
    permissions: [
      "jurisdiction.read",
      "partner.read",
      "delivery.report",
      "organization.manage",
      "fidelity.rate",
      "template.read",
      "member.read",
      "member.invite",
      "member.manage",
    ],
    sharedReads: partnerSiteReads,
    mayGive: ["partnerStaff"],
  },
  templateAuthor: {
    hat: "organization",
    scope: "organization",
    permissions: [
      "jurisdiction.read",
      "template.read",
      "template.author",
      "template.publish",
      "fleet.read",
      "fleet.upgrade",
      "release.offer",
      "proposal.answer",
    ],
    sharedReads: ["fidelity.read"],
    mayGive: [],
  },
};

/** Whether `value` is the key of a role. */
export function isRoleKey(value: string): value is RoleKey {
  return (roleKeys as readonly string[]).includes(value);
}

/** The roles that allow `permission` somewhere. */
export function rolesWith(permission: Permission): RoleKey[] {
  return roleKeys.filter((key) => allows(key, permission));
}

/** Whether a role allows a permission somewhere: where it is held, or as a shared read. */
export function allows(key: RoleKey, permission: Permission): boolean {
  const role = roles[key];
  return role.permissions.includes(permission) || role.sharedReads.includes(permission);
}
