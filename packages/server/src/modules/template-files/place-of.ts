/** The place at which somebody publishes: an organization, or the platform, which has none. */
export function placeOf(organizationId: string | null): { readonly organizationId?: string } {
  return organizationId === null ? {} : { organizationId };
}
