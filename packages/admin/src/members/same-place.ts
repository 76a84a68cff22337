/** The roles that are held at the same kind of place, so that one can be changed into another. */
const families: readonly (readonly string[])[] = [
  ["CITY_ADMINISTRATOR", "CITY_EDITOR", "CITY_VIEWER"],
  ["PARTNER_STAFF", "TEMPLATE_AUTHOR"],
];

/** The role itself, and those that it could be changed into. */
export function rolesAtSamePlace(role: string): readonly string[] {
  return families.find((family) => family.includes(role)) ?? [role];
}
