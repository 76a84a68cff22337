import type { ImporterKey } from "@frontstep/domain/imports";

import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM } from "#server/persistence/write.ts";
import { Refusal } from "#server/refusal.ts";

/** What kind of file for whose figures. */
export interface ImportTarget {
  readonly importer: ImporterKey;
  readonly jurisdictionId: string;
}

const permissions = {
  observations: "observation.import",
  jurisdictions: "jurisdiction.manage",
  roster: "roster.manage",
} as const;

/**
 * Goes on only for those who may bring in this kind of file here: a city its own figures; a platform steward, under
 * the platform, the directory and the published figures of any jurisdiction.
 */
export function authorizeImport(
  ctx: RequestContext,
  { importer, jurisdictionId }: ImportTarget,
): asserts ctx is ActingContext {
  authorize(ctx, permissions[importer], { jurisdictionId });
  if (importer === "roster" && ctx.hat === "steward")
    throw new Refusal("FORBIDDEN", "A city brings in its own roster; names never leave the city.");
  if ((ctx.hat === "steward") === (jurisdictionId === PLATFORM)) return;
  throw new Refusal(
    "FORBIDDEN",
    "A platform steward brings in the directory and published figures; a city brings in its own figures.",
  );
}
