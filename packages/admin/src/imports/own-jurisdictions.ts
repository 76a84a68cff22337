import { type HeldRole, useActor } from "#admin/session/actor.ts";
import { useAddressParam } from "#admin/ui/address.ts";

/** The jurisdictions in which a person holds a role, each once. */
export function jurisdictionsOf(roles: readonly HeldRole[]): { id: string; name: string }[] {
  const held = roles.flatMap(({ jurisdictionId, siteId, placeName }) =>
    jurisdictionId && !siteId ? [{ id: jurisdictionId, name: placeName }] : [],
  );
  return [...new Map(held.map((place) => [place.id, place])).values()];
}

/** The jurisdiction whose figures are looked at: the one in the address, else the first held; none for a steward. */
export function useOwnJurisdiction(): { all: { id: string; name: string }[]; id: string | undefined } {
  const all = jurisdictionsOf(useActor().roles);
  const [chosen] = useAddressParam("jurisdiction");
  return { all, id: all.find(({ id }) => id === chosen)?.id ?? all[0]?.id };
}
