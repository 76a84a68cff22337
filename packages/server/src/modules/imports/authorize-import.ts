import type { ImporterKey } from "@frontstep/domain/imports";

import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { PLATFORM } from "#server/persistence/write.ts";
import { Refusal } from "#server/refusal.ts";

/** What kind of file for whose figures. */
export interface ImportTarget {
  readonly importer: ImporterKey;
  readonly jurisdictionId: string;
}

/**
 * Goes on only for those who may bring in this kind of file here: a city its own figures; a platform steward, under
 * the platform, the directory and the published figures of any jurisdiction.
 */
export function authorizeImport(
  ctx: RequestContext,
  { importer, jurisdictionId }: ImportTarget,
): asserts ctx is ActingContext {
  const permission = importer === "jurisdictions" ? "jurisdiction.manage" : "observation.import";
  authorize(ctx, permission, { jurisdictionId });
  if ((ctx.hat === "steward") === (jurisdictionId === PLATFORM)) return;
  throw new Refusal(
    "FORBIDDEN",
    "A platform steward brings in the directory and published figures; a city brings in its own figures.",
  );
}
