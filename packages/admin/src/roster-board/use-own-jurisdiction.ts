import { useActor } from "#admin/session/actor.ts";

/** The city for which the reader works. */
export function useOwnJurisdiction(): string | undefined {
  const [first] = useActor().roles.flatMap((role) => role.jurisdictionId ?? []);
  return first;
}
