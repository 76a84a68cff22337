import type { MembershipScope, Place } from "@frontstep/domain/access";
import { PLATFORM } from "#server/persistence/write.ts";

/** The columns that name the place at which a role is held or offered. */
export interface PlaceColumns {
  readonly jurisdictionId: string | null;
  readonly siteId: string | null;
  readonly organizationId: string | null;
  readonly stateCode: string | null;
}

export function columnsOf(scope: MembershipScope): PlaceColumns {
  return {
    jurisdictionId: "jurisdictionId" in scope ? scope.jurisdictionId : null,
    siteId: scope.kind === "site" ? scope.siteId : null,
    organizationId: scope.kind === "organization" ? scope.organizationId : null,
    stateCode: scope.kind === "state" ? scope.stateCode : null,
  };
}

/** The place that columns name. Nothing named is the platform. */
export function scopeOf({
  jurisdictionId,
  siteId,
  organizationId,
  stateCode,
}: PlaceColumns): MembershipScope {
  if (jurisdictionId !== null && siteId !== null) return { kind: "site", jurisdictionId, siteId };
  if (jurisdictionId !== null) return { kind: "jurisdiction", jurisdictionId };
  if (organizationId !== null) return { kind: "organization", organizationId };
  if (stateCode !== null) return { kind: "state", stateCode };
  return { kind: "platform" };
}

/** The place whose people may decide about a role: a site's jurisdiction, else the place itself. */
export function decidingPlace(scope: MembershipScope): Exclude<Place, "anywhere"> {
  const place = columnsOf(scope);
  return {
    jurisdictionId: place.jurisdictionId ?? undefined,
    organizationId: place.organizationId ?? undefined,
    stateCode: place.stateCode ?? undefined,
  };
}

/**
 * On whose record a change of access stands: the city's own when the city makes it, the
 * organization's or the platform's otherwise.
 */
export function recordOf(
  scope: MembershipScope,
  hat: string | null,
): { jurisdictionId: string; organizationId?: string } {
  if (hat === "city" && "jurisdictionId" in scope) return { jurisdictionId: scope.jurisdictionId };
  if (hat === "organization" && scope.kind === "organization") {
    return { jurisdictionId: PLATFORM, organizationId: scope.organizationId };
  }
  return { jurisdictionId: PLATFORM };
}
