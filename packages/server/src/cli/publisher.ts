import type { Membership } from "@frontstep/domain/access";

/** Whom the record names for what is done at the command line. */
export const atTheCommandLine = { actorName: "Operator at the command line", via: "cli" } as const;

/** Under which the operator acts for the platform. */
export const steward: Membership = { role: "platformSteward", scope: { kind: "platform" } };

/** Under which the operator publishes: as an author of the organization, or for the platform. */
export function publisherFor(organizationId: string | null): Membership {
  if (organizationId === null) return steward;
  return { role: "templateAuthor", scope: { kind: "organization", organizationId } };
}
