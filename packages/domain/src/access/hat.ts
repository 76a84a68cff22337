/**
 * The capacity in which a person makes one request. Someone who works for a city and sits on a
 * nonprofit's board wears one hat at a time: what the other hat would show stays out of sight.
 * Each hat is a database role of its own. The order is that in which a default is chosen.
 */
export const hats = ["city", "organization", "state", "steward"] as const;

/** One of the four hats. */
export type Hat = (typeof hats)[number];
