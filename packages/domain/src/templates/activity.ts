/** The four tenets of a Community Safety Partnership under which activities stand. */
export const tenets = ["engagement", "programming", "public-safety", "safe-passage"] as const;

/** A tenet of a Community Safety Partnership. */
export type Tenet = (typeof tenets)[number];
