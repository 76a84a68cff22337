/** The kinds of place that the built-in templates are made for. */
export const siteKinds = ["publicHousing", "park", "neighborhood", "other"] as const;

/** A kind of place. */
export type SiteKind = (typeof siteKinds)[number];
