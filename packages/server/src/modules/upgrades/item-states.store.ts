import type { ItemStatus } from "@frontstep/domain/onboarding";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** How far a site is with an item, as an upgrade has to know. */
export interface ItemState {
  readonly key: string;
  readonly status: ItemStatus;
  readonly dueOn: PlainDate;
  readonly isDueSetByHand: boolean;
}

/** The items that are on a site's checklist now. */
export async function listItemStates(database: Reader, siteId: string): Promise<ItemState[]> {
  const rows = await database.checklistItem.findMany({
    where: { siteId, isLeftOut: false },
    select: { itemKey: true, status: true, dueOn: true, dueSetByHand: true },
    take: 2_000,
  });
  return rows.map((row) => ({
    key: row.itemKey,
    status: row.status as ItemStatus,
    dueOn: plainDateOf(row.dueOn.toISOString().slice(0, 10)),
    isDueSetByHand: row.dueSetByHand,
  }));
}
