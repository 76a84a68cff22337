import { hats, type Hat } from "./hat.ts";
import type { Membership } from "./membership.ts";
import { roles } from "./roles.ts";

/** The hats that these memberships give, in the order in which a default is chosen. */
export function hatsHeld(memberships: readonly Membership[]): Hat[] {
  return hats.filter((hat) => memberships.some((membership) => roles[membership.role].hat === hat));
}

/**
 * The hat under which a request acts: the one asked for when it is held, the first one held when
 * none is asked for, and `null` when the person does not hold the hat asked for or holds no role.
 */
export function chooseHat(memberships: readonly Membership[], asked?: string | null): Hat | null {
  const held = hatsHeld(memberships);
  if (asked === undefined || asked === null || asked === "") return held[0] ?? null;
  return held.find((hat) => hat === asked) ?? null;
}
