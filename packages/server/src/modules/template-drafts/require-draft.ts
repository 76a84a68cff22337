import type { Permission } from "@frontstep/domain/access";

import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import type { Reader } from "#server/persistence/database.ts";
import { notFound } from "#server/refusal.ts";

import type { StoredDraft } from "./template-draft.store.ts";

/** A draft with which one may do something; refused when there is none or when one may not. */
export async function requireDraft(
  ctx: RequestContext,
  permission: Permission,
  find: (database: Reader) => Promise<StoredDraft | null>,
): Promise<StoredDraft & { readonly as: ActingContext }> {
  authorize(ctx, permission, "anywhere");
  const found = await find(ctx.database);
  if (found === null) throw notFound("draft");
  authorize(ctx, permission, { organizationId: found.organizationId });
  return { ...found, as: ctx };
}
