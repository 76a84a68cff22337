import type { ListedRelease } from "./template.store.ts";

/** The newest release that is offered; where all are withdrawn, the newest of them. */
export function newestOffered(releases: readonly ListedRelease[]): ListedRelease | undefined {
  return releases.find(({ withdrawal }) => withdrawal === null) ?? releases[0];
}
