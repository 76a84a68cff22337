import { useActor } from "#admin/session/actor.ts";

const openingRoles: ReadonlySet<string> = new Set(["CITY_ADMINISTRATOR", "CITY_EDITOR"]);

/** The jurisdictions in which the person may open a site. */
export function useOpeningPlaces(): readonly { value: string; label: string }[] {
  const { roles } = useActor();
  return roles.flatMap(({ role, jurisdictionId, placeName }) =>
    jurisdictionId && openingRoles.has(role) ? [{ value: jurisdictionId, label: placeName }] : [],
  );
}
