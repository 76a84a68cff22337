import type { ItemStatus } from "@frontstep/domain/onboarding";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** Where one item of a checklist stands at a site, as far as everyone who sees the site may know. */
export interface ItemProgress {
  readonly itemKey: string;
  readonly position: number;
  readonly isLaunchGate: boolean;
  readonly status: ItemStatus;
  readonly dueOn: PlainDate;
  readonly doneOn: PlainDate | null;
  readonly signedOffAt: Date | null;
  readonly revision: number;
}

/** The same with what is for those who work at the site. */
export interface ItemRow extends ItemProgress {
  readonly statusReason: string | null;
  readonly dueSetByHand: boolean;
  readonly ownerName: string | null;
  readonly signedOffBy: string | null;
}

const PROGRESS = {
  itemKey: true,
  position: true,
  isLaunchGate: true,
  status: true,
  dueOn: true,
  doneOn: true,
  signedOffAt: true,
  revision: true,
} as const;

const WORK = {
  ...PROGRESS,
  statusReason: true,
  dueSetByHand: true,
  ownerName: true,
  signedOffBy: true,
} as const;

function toPlainDate(column: Date): PlainDate {
  return plainDateOf(column.toISOString().slice(0, 10));
}

interface StoredDates {
  readonly status: string;
  readonly dueOn: Date;
  readonly doneOn: Date | null;
}

function withPlainDates<T extends StoredDates>(row: T) {
  return {
    ...row,
    status: row.status as ItemStatus,
    dueOn: toPlainDate(row.dueOn),
    doneOn: row.doneOn === null ? null : toPlainDate(row.doneOn),
  };
}

/** The items of a checklist in its order, for those who work at the site. */
export async function listItems(database: Reader, siteId: string): Promise<ItemRow[]> {
  const rows = await database.checklistItem.findMany({
    where: { siteId, isLeftOut: false },
    orderBy: { position: "asc" },
    select: WORK,
  });
  return rows.map(withPlainDates);
}

/** The items of a checklist in its order, without who does them. */
export async function listProgress(database: Reader, siteId: string): Promise<ItemRow[]> {
  const rows = await database.checklistItem.findMany({
    where: { siteId, isLeftOut: false },
    orderBy: { position: "asc" },
    select: PROGRESS,
  });
  const untold = { statusReason: null, dueSetByHand: false, ownerName: null, signedOffBy: null };
  return rows.map((row) => ({ ...withPlainDates(row), ...untold }));
}

/** Names an item of a site and the revision of it that was read. */
export interface ItemReference {
  readonly siteId: string;
  readonly itemKey: string;
  readonly revision: number;
}

/** What of an item may change. */
export type ItemChange = Partial<Omit<ItemRow, "itemKey" | "position" | "isLaunchGate" | "revision">>;

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateItem(
  database: Reader,
  item: ItemReference,
  { dueOn, doneOn, ...changed }: ItemChange,
): Promise<boolean> {
  const { siteId, itemKey, revision } = item;
  const { count } = await database.checklistItem.updateMany({
    where: { siteId, itemKey, revision },
    data: {
      ...changed,
      ...(dueOn === undefined ? {} : { dueOn: new Date(dueOn) }),
      ...(doneOn === undefined ? {} : { doneOn: doneOn === null ? null : new Date(doneOn) }),
      revision: revision + 1,
    },
  });
  return count === 1;
}

/** Moves the due days of items, each whatever its revision. */
export async function moveItems(
  database: Reader,
  siteId: string,
  moved: readonly { readonly key: string; readonly to: PlainDate }[],
): Promise<void> {
  const itemsByDay = Map.groupBy(moved, ({ to }) => to);
  for (const [day, items] of itemsByDay) {
    await database.checklistItem.updateMany({
      where: { siteId, itemKey: { in: items.map(({ key }) => key) } },
      data: { dueOn: new Date(day), revision: { increment: 1 } },
    });
  }
}
