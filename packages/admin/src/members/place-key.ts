/** A place at which a role is held: the ids that name it. */
export interface PlaceIds {
  readonly jurisdictionId?: string | null;
  readonly siteId?: string | null;
  readonly organizationId?: string | null;
  readonly stateCode?: string | null;
}

/** A place as the value of a choice. */
export function placeKey({ jurisdictionId, siteId, organizationId, stateCode }: PlaceIds): string {
  return JSON.stringify({
    jurisdictionId: jurisdictionId ?? undefined,
    siteId: siteId ?? undefined,
    organizationId: organizationId ?? undefined,
    stateCode: stateCode ?? undefined,
  });
}

/** The place that a choice stands for. */
export function readPlace(key: string): PlaceIds {
  return JSON.parse(key) as PlaceIds;
}
