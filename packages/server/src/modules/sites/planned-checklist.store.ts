import type { ChecklistItem, PlannedItem } from "@frontstep/domain/onboarding";

import type { Reader } from "#server/persistence/database.ts";

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

/** Brings the rows of a checklist to a content that was adapted: what it left out, and what is a gate. */
export async function alignChecklist(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
  { items, dates }: PlannedChecklist,
): Promise<void> {
  const keys = items.map(({ key }) => key);
  const ofSite = { jurisdictionId, siteId: id };
  await database.checklistItem.updateMany({
    where: { ...ofSite, isLeftOut: false, itemKey: { notIn: keys } },
    data: { isLeftOut: true, revision: { increment: 1 } },
  });
  const dueOn = new Map(dates.map((planned) => [planned.key, planned.dueOn]));
  for (const item of items) {
    const due = dueOn.get(item.key);
    if (due === undefined) continue;
    await database.checklistItem.updateMany({
      where: {
        ...ofSite,
        itemKey: item.key,
        dueSetByHand: false,
        status: { notIn: ["done", "notApplicable"] },
        NOT: { dueOn: new Date(due) },
      },
      data: { dueOn: new Date(due), revision: { increment: 1 } },
    });
    await database.checklistItem.updateMany({
      where: { ...ofSite, itemKey: item.key, NOT: { isLaunchGate: item.isLaunchGate } },
      data: { isLaunchGate: item.isLaunchGate, revision: { increment: 1 } },
    });
  }
}
