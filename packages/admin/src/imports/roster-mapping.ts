/** What the columns of a roster mean, as docs/data-formats.md describes it. */
export interface RosterMapping extends Partial<Readonly<Record<`${RosterMeaning}Column`, string>>> {
  readonly issuer: string;
  readonly dayOrder?: "yearFirst" | "monthFirst" | "dayFirst" | undefined;
  readonly counts: "from1900" | "from1904";
  readonly namesakes: "listed" | "samePerson" | "otherPerson";
  readonly places: readonly PlaceMeaning[];
}

/** Which site, and perhaps which position, a value of the site's column stands for. */
export interface PlaceMeaning {
  readonly value: string;
  readonly site: string;
  readonly position?: string | undefined;
}

/** What a column of a roster may mean. */
export const rosterMeanings = [
  "number",
  "name",
  "firstName",
  "lastName",
  "rank",
  "languages",
  "site",
  "position",
  "slot",
  "start",
  "end",
  "exitReason",
  "share",
] as const;

/** What a column of a roster means. */
export type RosterMeaning = (typeof rosterMeanings)[number];

/** What a column means in a mapping; nothing when it is not used. */
export function meaningIn(mapping: RosterMapping, column: string): RosterMeaning | undefined {
  return rosterMeanings.find((meaning) => mapping[`${meaning}Column`] === column);
}

/** The mapping with a meaning given to a column and taken from whichever had it. */
export function withMeaning(
  mapping: RosterMapping,
  column: string,
  meaning: RosterMeaning | undefined,
): RosterMapping {
  const before = meaningIn(mapping, column);
  const without = before === undefined ? mapping : { ...mapping, [`${before}Column`]: undefined };
  return meaning === undefined ? without : { ...without, [`${meaning}Column`]: column };
}

/** The mapping with what a value of the site's column stands for; no site lets its rows be left out. */
export function withPlace(mapping: RosterMapping, place: PlaceMeaning): RosterMapping {
  const others = mapping.places.filter(({ value }) => value !== place.value);
  return { ...mapping, places: place.site === "" ? others : [...others, place] };
}
