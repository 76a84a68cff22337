import {
  alignDates,
  type ChecklistItem,
  type HeldPlan,
  type ItemStatus,
  type PlannedItem,
} from "@frontstep/domain/onboarding";
import { plainDateOf, todayIn } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

import { SITE_STAGE } from "./site-stage.store.ts";
import type { SiteRecord } from "./site.store.ts";

/** A checklist with real dates, as opening a site makes it. */
export interface PlannedChecklist {
  readonly items: readonly ChecklistItem[];
  readonly dates: readonly PlannedItem[];
}

export async function insertPlannedChecklist(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
  { items, dates }: PlannedChecklist,
): Promise<void> {
  const dueOn = new Map(dates.map((planned) => [planned.key, planned.dueOn]));
  const rows = items.flatMap((item, position) => {
    const due = dueOn.get(item.key);
    return due === undefined ? [] : [{ key: item.key, position, gate: item.isLaunchGate, due }];
  });
  // One parameter for the whole list: with a parameter for each cell, opening hundreds of sites is slow.
  await database.$executeRaw`
    insert into checklist_item (jurisdiction_id, site_id, item_key, position, is_launch_gate, due_on)
    select ${jurisdictionId}::uuid, ${id}::uuid, r.key, r.position, r.gate, r.due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(key text, position integer, gate boolean, due date)`;
}

/**
 * Brings the rows of a checklist to another content: what it leaves out is kept and set aside, what it brings is added.
 * Nothing that was done is touched, and the days are those of `alignDates`.
 */
export async function alignChecklist(
  database: Reader,
  site: Pick<SiteRecord, "jurisdictionId" | "id" | "launchOn" | "timeZone">,
  items: readonly ChecklistItem[],
): Promise<void> {
  const { jurisdictionId, id, launchOn } = site;
  const held = await listHeldRows(database, { jurisdictionId, id });
  const dates = alignDates(items, held, { launchOn, today: todayIn(site.timeZone, new Date()) });
  const dueOn = new Map(dates.map((planned) => [planned.key, planned.dueOn]));
  const positions = positionsOf(held, items);
  const heldAs = new Map(held.map((row) => [row.key, row]));
  const hasLaunched = await hasPassedItsGates(database, { jurisdictionId, id });
  const rows = JSON.stringify(
    items.map((item, index) => ({
      key: item.key,
      position: positions[index],
      gate: isGateHere(item, { hasLaunched, held: heldAs.get(item.key) }),
      due: dueOn.get(item.key),
    })),
  );
  await database.$executeRaw`
    update checklist_item c set is_left_out = true, revision = revision + 1
    where c.jurisdiction_id = ${jurisdictionId}::uuid and c.site_id = ${id}::uuid and not c.is_left_out
      and not exists (select 1 from jsonb_to_recordset(${rows}::jsonb) r(key text) where r.key = c.item_key)`;
  await database.$executeRaw`
    update checklist_item c
    set is_left_out = false, position = w.position, is_launch_gate = w.gate, due_on = w.due, revision = revision + 1
    from jsonb_to_recordset(${rows}::jsonb) w(key text, position integer, gate boolean, due date)
    where c.jurisdiction_id = ${jurisdictionId}::uuid and c.site_id = ${id}::uuid and c.item_key = w.key
      and (c.is_left_out, c.position, c.is_launch_gate, c.due_on) is distinct from (false, w.position, w.gate, w.due)`;
  await database.$executeRaw`
    insert into checklist_item (jurisdiction_id, site_id, item_key, position, is_launch_gate, due_on)
    select ${jurisdictionId}::uuid, ${id}::uuid, r.key, r.position, r.gate, r.due
    from jsonb_to_recordset(${rows}::jsonb) r(key text, position integer, gate boolean, due date)
    where not exists (select 1 from checklist_item c
      where c.jurisdiction_id = ${jurisdictionId}::uuid and c.site_id = ${id}::uuid and c.item_key = r.key)`;
}

/** A row of a checklist as far as another content has to know it. */
export interface HeldRow extends HeldPlan {
  readonly position: number;
  readonly isLaunchGate: boolean;
}

/** The rows of a site's checklist, those set aside too. */
export async function listHeldRows(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
): Promise<HeldRow[]> {
  const rows = await database.checklistItem.findMany({
    where: { jurisdictionId, siteId: id },
    select: {
      itemKey: true,
      position: true,
      isLaunchGate: true,
      isLeftOut: true,
      status: true,
      dueOn: true,
      dueSetByHand: true,
    },
    take: 2_000,
  });
  return rows.map(({ itemKey, dueSetByHand, status, dueOn, ...row }) => ({
    ...row,
    key: itemKey,
    status: status as ItemStatus,
    dueOn: plainDateOf(dueOn.toISOString().slice(0, 10)),
    isDueSetByHand: dueSetByHand,
  }));
}

/** Whether a site has launched: its day has come and no gate is open. */
export async function hasPassedItsGates(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
): Promise<boolean> {
  const [site] = await database.$queryRaw<{ stage: string }[]>`
    select ${SITE_STAGE} as stage from site s where s.jurisdiction_id = ${jurisdictionId}::uuid and s.id = ${id}::uuid`;
  return site?.stage === "launched";
}

/**
 * Whether an item is a gate at this site. What a design makes a gate after a site has launched is on its checklist and
 * holds nothing: a launch that took place is not taken back.
 */
export function isGateHere(
  { isLaunchGate }: Pick<ChecklistItem, "isLaunchGate">,
  { hasLaunched, held }: { readonly hasLaunched: boolean; readonly held: HeldRow | undefined },
): boolean {
  if (!isLaunchGate || !hasLaunched) return isLaunchGate;
  return held !== undefined && held.isLaunchGate && !held.isLeftOut;
}

/** The places that the rows have, where they stand in this order already; otherwise new ones for all. */
function positionsOf(held: readonly HeldRow[], items: readonly ChecklistItem[]): number[] {
  const known = new Map(held.map(({ key, position }) => [key, position]));
  const positions = items.map(({ key }) => known.get(key) ?? -1);
  const isInOrder = positions.every((position, index) => position > (positions[index - 1] ?? -1));
  return isInOrder ? positions : items.map((_item, index) => index);
}
