import type { ItemStatus } from "@frontstep/domain/onboarding";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** Where an item of a site's checklist stands, whether it is on it now or was left out. */
export interface ItemRecord {
  readonly key: string;
  readonly status: ItemStatus;
  readonly doneOn: PlainDate | undefined;
  readonly isLeftOut: boolean;
}

/** Everything that is recorded under the items of a site's checklist. */
export async function listItemRecords(database: Reader, siteId: string): Promise<ItemRecord[]> {
  const rows = await database.checklistItem.findMany({
    where: { siteId },
    select: { itemKey: true, status: true, doneOn: true, isLeftOut: true },
    take: 5_000,
  });
  return rows.map(({ itemKey, status, doneOn, isLeftOut }) => ({
    key: itemKey,
    status: status as ItemStatus,
    doneOn: doneOn === null ? undefined : plainDateOf(doneOn.toISOString().slice(0, 10)),
    isLeftOut,
  }));
}
