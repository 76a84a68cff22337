/**
 * Where a role is held: one jurisdiction, one site, one organization, one state, or the platform.
 * A site always names its jurisdiction as well, because the jurisdiction is the tenant that owns
 * every row of the site.
 */
export type MembershipScope =
  | { readonly kind: "jurisdiction"; readonly jurisdictionId: string }
  | { readonly kind: "site"; readonly jurisdictionId: string; readonly siteId: string }
  | { readonly kind: "organization"; readonly organizationId: string }
  | { readonly kind: "state"; readonly stateCode: string }
  | { readonly kind: "platform" };

/** The kind of place at which a role is held. */
export type ScopeKind = MembershipScope["kind"];

/**
 * The place that an act concerns. Name all that is known of it: a site with its jurisdiction, a
 * partnership with its organization too. `"anywhere"` asks whether the act is allowed in at least
 * one place, as for a list whose rows the database then picks.
 */
export type Place =
  | "anywhere"
  | {
      readonly jurisdictionId?: string | undefined;
      readonly siteId?: string | undefined;
      readonly organizationId?: string | undefined;
      readonly stateCode?: string | undefined;
    };

/**
 * Whether a role held at `scope` reaches `place`. A jurisdiction reaches all its sites; a site
 * reaches only itself and what belongs to it, never its jurisdiction as a whole; the platform
 * reaches everything.
 */
export function reaches(scope: MembershipScope, place: Place): boolean {
  if (place === "anywhere") return true;
  switch (scope.kind) {
    case "jurisdiction":
      return place.jurisdictionId === scope.jurisdictionId;
    case "site":
      return place.siteId === scope.siteId && place.jurisdictionId === scope.jurisdictionId;
    case "organization":
      return place.organizationId === scope.organizationId;
    case "state":
      return place.stateCode === scope.stateCode;
    case "platform":
      return true;
  }
}
