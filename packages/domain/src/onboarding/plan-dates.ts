import { addDays, type PlainDate } from "../shared/index.ts";
import type { ChecklistItem, ItemStatus } from "./checklist.ts";

/** An item of the checklist with the day on which it is due. */
export interface PlannedItem {
  readonly key: string;
  readonly dueOn: PlainDate;
}

/** Where an item stands at a site, as far as its plan is concerned. */
export interface ItemPlan extends PlannedItem {
  readonly status: ItemStatus;
  /** A day set by hand stays when the launch date moves. */
  readonly isDueSetByHand: boolean;
}

/** An item whose due day moves. */
export interface MovedItem {
  readonly key: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The day on which an item is due: so many days from launch, negative before it. */
export function dueDate(item: Pick<ChecklistItem, "dueOffsetDays">, launchOn: PlainDate): PlainDate {
  return addDays(launchOn, item.dueOffsetDays);
}

/** The due days of a whole checklist for a launch date, in the order of the checklist. */
export function planDates(items: readonly ChecklistItem[], launchOn: PlainDate): PlannedItem[] {
  return items.map((item) => ({ key: item.key, dueOn: dueDate(item, launchOn) }));
}

/** Whether nothing more is to be done on an item. */
export function isFinished(status: ItemStatus): boolean {
  return status === "done" || status === "notApplicable";
}

/**
 * What moves when the launch date changes: every unfinished item whose day was not set by hand goes to
 * its offset from the new launch. Finished items and days set by hand stay where they are.
 */
export function replan(
  items: readonly ChecklistItem[],
  plans: readonly ItemPlan[],
  launchOn: PlainDate,
): MovedItem[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return plans.flatMap((plan): MovedItem[] => {
    const item = byKey.get(plan.key);
    if (item === undefined || plan.isDueSetByHand || isFinished(plan.status)) return [];
    const to = dueDate(item, launchOn);
    return to === plan.dueOn ? [] : [{ key: plan.key, from: plan.dueOn, to }];
  });
}
