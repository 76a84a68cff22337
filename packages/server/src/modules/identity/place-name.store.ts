import type { MembershipScope } from "@frontstep/domain/access";

import type { RequestContext } from "#server/context.ts";
import type { Reader } from "#server/persistence/database.ts";

/** The names of places, read together: three statements, however many places. A steward reads no site. */
export async function placeNames(
  { database, hat }: Pick<RequestContext, "database" | "hat">,
  places: readonly MembershipScope[],
): Promise<(place: MembershipScope) => string> {
  const jurisdictionIds = idsOf(places, (place) =>
    "jurisdictionId" in place ? place.jurisdictionId : undefined,
  );
  const siteIds = idsOf(places, (place) =>
    place.kind === "site" && hat !== "steward" ? place.siteId : undefined,
  );
  const organizationIds = idsOf(places, (place) =>
    place.kind === "organization" ? place.organizationId : undefined,
  );
  const select = { id: true, name: true } as const;
  const [jurisdictions, sites, organizations] = await Promise.all([
    jurisdictionIds.length === 0
      ? []
      : database.jurisdiction.findMany({ where: { id: { in: jurisdictionIds } }, select }),
    siteIds.length === 0 ? [] : database.site.findMany({ where: { id: { in: siteIds } }, select }),
    organizationIds.length === 0
      ? []
      : database.partnerOrganization.findMany({
          where: { id: { in: organizationIds } },
          select: { id: true, publicName: true },
        }),
  ]);
  const names = new Map([
    ...[...jurisdictions, ...sites].map(({ id, name }) => [id, name] as const),
    ...organizations.map(({ id, publicName }) => [id, publicName] as const),
  ]);
  return (place) => nameOf(place, names);
}

function nameOf(place: MembershipScope, names: ReadonlyMap<string, string>): string {
  switch (place.kind) {
    case "jurisdiction":
      return names.get(place.jurisdictionId) ?? "";
    case "site":
      return [names.get(place.siteId), names.get(place.jurisdictionId)].filter(Boolean).join(", ");
    case "organization":
      return names.get(place.organizationId) ?? "";
    case "state":
      return place.stateCode;
    case "platform":
      return "Frontstep";
  }
}

function idsOf(
  places: readonly MembershipScope[],
  idOf: (place: MembershipScope) => string | undefined,
): string[] {
  return [...new Set(places.flatMap((place) => idOf(place) ?? []))];
}

/** Whether there is such a place, as far as this reader may see. */
export async function placeExists(database: Reader, place: MembershipScope): Promise<boolean> {
  switch (place.kind) {
    case "jurisdiction":
      return (
        (await database.jurisdiction.findFirst({
          where: { id: place.jurisdictionId },
          select: { id: true },
        })) !== null
      );
    case "site":
      return (
        (await database.site.findFirst({
          where: { jurisdictionId: place.jurisdictionId, id: place.siteId },
          select: { id: true },
        })) !== null
      );
    case "organization":
      return (
        (await database.partnerOrganization.findFirst({
          where: { id: place.organizationId },
          select: { id: true },
        })) !== null
      );
    case "state":
      return (
        (await database.jurisdiction.findFirst({
          where: { stateCode: place.stateCode },
          select: { id: true },
        })) !== null
      );
    case "platform":
      return true;
  }
}
