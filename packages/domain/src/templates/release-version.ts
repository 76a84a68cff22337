declare const releaseVersion: unique symbol;

/**
 * The number of a release: `3.2.0`. The first number rises when a core component changes,
 * the second when a checklist item, an indicator or a partner role does, the third for wording.
 */
export type ReleaseVersion = string & { readonly [releaseVersion]: true };

/** The form of a release's number. */
export const releaseVersionPattern = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

/** Reads the number of a release; `undefined` when it is not three numbers joined by dots. */
export function parseReleaseVersion(text: string): ReleaseVersion | undefined {
  return releaseVersionPattern.test(text) ? (text as ReleaseVersion) : undefined;
}

/** Orders two releases: negative when the first is older. `3.10.0` is newer than `3.9.0`. */
export function compareReleaseVersions(left: ReleaseVersion, right: ReleaseVersion): number {
  const rightNumbers = right.split(".").map(Number);
  const differences = left.split(".").map((part, index) => Number(part) - (rightNumbers[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
