/** The four tenets of a Community Safety Partnership under which activities stand. */
export const tenets = ["engagement", "programming", "publicSafety", "safePassage"] as const;

/** A tenet of a Community Safety Partnership. */
export type Tenet = (typeof tenets)[number];
