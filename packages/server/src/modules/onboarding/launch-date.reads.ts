import { localize, plainDateOf } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { planLaunchDateShift } from "./change-launch-date.ts";

/** What another launch date would move, in the reader's language. */
export async function shownLaunchDatePreview(
  ctx: RequestContext,
  { siteId, launchOn }: { readonly siteId: string; readonly launchOn: string },
) {
  const shift = await planLaunchDateShift(ctx, siteId, plainDateOf(launchOn));
  const { site, rows } = shift.checklist;
  const titles = new Map(
    site.content.checklistItems.map(({ key, title }) => [key, localize(title, ctx.language)]),
  );
  const movedTo = new Map(shift.moved.map(({ key, to }) => [key, to]));
  const rowByKey = new Map(rows.map((row) => [row.itemKey, row]));
  const named = (key: string) => ({
    key,
    title: titles.get(key) ?? key,
    dueOn: movedTo.get(key) ?? rowByKey.get(key)?.dueOn ?? site.launchOn,
  });
  return {
    from: site.launchOn,
    to: shift.launchOn,
    moved: shift.moved
      .map((item) => ({
        ...item,
        title: titles.get(item.key) ?? item.key,
        isLaunchGate: rowByKey.get(item.key)?.isLaunchGate ?? false,
      }))
      .sort((left, right) => left.to.localeCompare(right.to)),
    keptByHand: shift.keptByHand.map(named),
    gatesNowFailing: shift.gatesNowFailing.map(named),
    gatesNoLongerFailing: shift.gatesNoLongerFailing.map(named),
  };
}
