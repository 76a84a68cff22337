import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { PLATFORM } from "#server/persistence/write.ts";
import { notFound } from "#server/refusal.ts";

import { type Change, type ChangeSet, findChangeSet, listChanges, listChangeSets } from "./audit.store.ts";

/** Whose record is asked for; a steward asks for the platform's by naming nothing. */
export interface HistoryOf {
  readonly jurisdictionId?: string | null | undefined;
  readonly siteId?: string | null | undefined;
}

interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What was changed in a jurisdiction or at a site, newest first. */
export async function history(ctx: RequestContext, of: HistoryOf, page: PageArgs): Promise<Page<ChangeSet>> {
  const place = { jurisdictionId: of.jurisdictionId ?? PLATFORM, siteId: of.siteId ?? undefined };
  authorize(ctx, "history.read", place);
  const request = pageRequest(page);
  const found = await listChangeSets(ctx.database, place, request);
  return toPage(request, found, ({ id }) => [id]);
}

/** The rows of one change set, each with its before and after. */
export async function changesOf(
  ctx: RequestContext,
  changeSetId: string,
  page: PageArgs,
): Promise<Page<Change>> {
  const changeSet = await findChangeSet(ctx.database, changeSetId);
  if (changeSet === null) throw notFound("change");
  authorize(ctx, "history.read", {
    jurisdictionId: changeSet.jurisdictionId,
    siteId: changeSet.siteId ?? undefined,
  });
  const request = pageRequest(page);
  const found = await listChanges(ctx.database, changeSet, request);
  return toPage(request, found, ({ position }) => [position]);
}
