/**
 * The fleet: all sites beside the releases of their templates, for who looks after many. Which release each has, what
 * the next one would change there, and whether its city lets others take it.
 */
export { actsFor, type ActsFor } from "./acts-for.ts";
export { changesIn, findWithdrawn, requireOwnedRelease, sitesBelow } from "./fleet.reads.ts";
export type { FleetFilter, OwnedRelease } from "./fleet.store.ts";
