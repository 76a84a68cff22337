import { daysBetween, localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { pageRequest, toPage } from "#server/paging.ts";
import { Refusal } from "#server/refusal.ts";

import { type DueFilter, listDueItems } from "./due-item.store.ts";

const furthestDays = 366;

/** Unfinished items of all the sites that one may see, overdue ones and those due soon, earliest first. */
export async function shownDueItems(
  ctx: RequestContext,
  filter: DueFilter,
  page: { first?: number | null; after?: string | null },
) {
  authorize(ctx, "checklist.read", "anywhere");
  if (filter.withinDays < 0 || filter.withinDays > furthestDays) {
    throw new Refusal("BAD_INPUT", `Ask for items due within 0 to ${String(furthestDays)} days.`);
  }
  const request = pageRequest(page);
  const { rows, totalCount } = await listDueItems(ctx.database, filter, request);
  const shown = rows.map(({ title, ...row }) => ({
    ...row,
    id: `${row.siteId}:${row.itemKey}`,
    key: row.itemKey,
    title: localize(title, ctx.language),
    daysLeft: daysBetween(row.today, row.dueOn),
  }));
  return toPage(request, { rows: shown, totalCount }, ({ dueOn, siteId, itemKey }) => [
    dueOn,
    siteId,
    itemKey,
  ]);
}
