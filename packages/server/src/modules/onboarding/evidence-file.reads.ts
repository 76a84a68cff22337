import { authorize, type RequestContext } from "#server/context.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { findFile, type StoredFile } from "./evidence.store.ts";

/** A file that was kept as evidence, for those who work at its site. */
export async function evidenceFile(ctx: RequestContext, id: string): Promise<StoredFile> {
  authorize(ctx, "checklist.read", "anywhere");
  if (ctx.hat !== "city")
    throw new Refusal("FORBIDDEN", "Files kept as evidence are for those who work at the site.");
  const file = await findFile(ctx.database, id);
  if (file === null) throw notFound("file");
  authorize(ctx, "checklist.read", { jurisdictionId: file.jurisdictionId, siteId: file.siteId });
  return file;
}
