import type { Permission } from "@frontstep/domain/access";
import { blockedBy, type ChecklistItem, type ItemStanding } from "@frontstep/domain/onboarding";
import { type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { requireSiteWithContent, siteOwners, type SiteWithContent } from "#server/modules/sites/index.ts";
import { notFound } from "#server/refusal.ts";

import { type ItemRow, listItems, listProgress } from "./checklist.store.ts";
import { type Evidence, listEvidence } from "./evidence.store.ts";
import { showChecklist } from "./show-checklist.ts";

/** A site's checklist with all that is known of it. */
export interface SiteChecklist {
  readonly site: SiteWithContent;
  /** The day it is at the site. */
  readonly today: PlainDate;
  readonly rows: readonly ItemRow[];
  readonly evidence: readonly Evidence[];
  /** The people in the owner roles, by role. */
  readonly ownerNames: ReadonlyMap<string, string>;
  readonly blockedBy: ReadonlyMap<string, readonly string[]>;
}

/** A site's checklist, for someone who may do something with it. Those who do not work there see progress only. */
export async function loadChecklist(
  ctx: RequestContext,
  siteId: string,
  permission: Permission,
): Promise<SiteChecklist> {
  const site = await requireSiteWithContent(ctx, siteId, permission);
  requireActor(ctx);
  const worksThere = ctx.hat === "city";
  const [rows, evidence, owners] = await Promise.all([
    worksThere ? listItems(ctx.database, siteId) : listProgress(ctx.database, siteId),
    worksThere ? listEvidence(ctx.database, siteId) : [],
    siteOwners(ctx, siteId),
  ]);
  return {
    site,
    today: todayIn(site.timeZone, new Date()),
    rows,
    evidence,
    ownerNames: new Map(owners.map(({ ownerRole, name }) => [ownerRole, name])),
    blockedBy: blockedBy(site.content.checklistItems, new Map(rows.map((row) => [row.itemKey, row.status]))),
  };
}

/** One item of a checklist as it stands, with the site that it belongs to. */
export interface StandingItem {
  readonly checklist: SiteChecklist;
  readonly item: ChecklistItem;
  readonly row: ItemRow;
  readonly standing: ItemStanding;
  readonly evidence: readonly Evidence[];
}

/** One item that one may do something with; refused when there is none. */
export async function requireItem(
  ctx: RequestContext,
  { siteId, itemKey }: { readonly siteId: string; readonly itemKey: string },
  permission: Permission,
): Promise<StandingItem> {
  const checklist = await loadChecklist(ctx, siteId, permission);
  const item = checklist.site.content.checklistItems.find(({ key }) => key === itemKey);
  const row = checklist.rows.find((candidate) => candidate.itemKey === itemKey);
  if (item === undefined || row === undefined) throw notFound("checklist item");
  const standing = {
    key: itemKey,
    status: row.status,
    isLaunchGate: row.isLaunchGate,
    isSignedOff: row.signedOffAt !== null,
    blockedBy: checklist.blockedBy.get(itemKey) ?? [],
  };
  return {
    checklist,
    item,
    row,
    standing,
    evidence: checklist.evidence.filter((one) => one.itemKey === itemKey),
  };
}

/** A site's checklist in the reader's language, phase by phase. */
export async function shownChecklist(ctx: RequestContext, siteId: string) {
  authorize(ctx, "checklist.read", "anywhere");
  return showChecklist(await loadChecklist(ctx, siteId, "checklist.read"), ctx.language);
}

/** One item of a site's checklist in the reader's language; null when there is none. */
export async function shownItem(
  ctx: RequestContext,
  { siteId, itemKey }: { readonly siteId: string; readonly itemKey: string },
) {
  const phases = await shownChecklist(ctx, siteId);
  return phases.flatMap(({ items }) => items).find(({ key }) => key === itemKey) ?? null;
}

/** The outcome of a use case together with the item that it was about, as it now is. */
export async function withItem<T extends { readonly kind: string }>(ctx: RequestContext, done: Promise<T>) {
  const outcome = await done;
  if (!("siteId" in outcome) || !("itemKey" in outcome)) return outcome;
  const { siteId, itemKey } = outcome as T & { readonly siteId: string; readonly itemKey: string };
  const item = await shownItem(ctx, { siteId, itemKey });
  if (item === null) throw notFound("checklist item");
  return { ...outcome, item };
}
