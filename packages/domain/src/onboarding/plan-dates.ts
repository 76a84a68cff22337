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

/** How many days an item has that comes to a site when its day has passed. */
const LATE_ARRIVAL_DAYS = 30;

/** What is kept of an item under a checklist that changes. */
export interface HeldPlan extends ItemPlan {
  /** Taken out before; it may come back. */
  readonly isLeftOut: boolean;
}

/** A site at work on a day: when it opens, or opened, and the day. */
interface AtWork {
  readonly launchOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * The due days of a checklist whose design changes under a site at work. A change of the design makes nothing overdue:
 * a day that lies ahead is the planned one; where the planned day has passed, an item keeps the day it has, and one that
 * comes now has 30 days, until launch at most where it is to be done before, no longer than what waits for it and is
 * not overdue itself, and never less than what it waits for. Finished items and days set by hand stay where they are.
 */
export function alignDates(
  items: readonly ChecklistItem[],
  held: readonly HeldPlan[],
  at: AtWork,
): PlannedItem[] {
  const byKey = new Map(held.map((plan) => [plan.key, plan]));
  const inOrder = items.toSorted((one, other) => one.dueOffsetDays - other.dueOffsetDays);
  const days = new Map<string, PlainDate>();
  const late: ChecklistItem[] = [];
  for (const item of inOrder) {
    const day = standingDay(item, byKey.get(item.key), at);
    if (day === undefined) late.push(item);
    else days.set(item.key, day);
  }
  const dayOf = (key: string) => days.get(key) ?? [];
  const isAhead = (day: PlainDate) => day >= at.today;
  for (const item of late.toReversed()) {
    const waiting = items.filter(
      ({ key, dependsOn }) => dependsOn.includes(item.key) && !isFinishedAt(byKey.get(key)),
    );
    const ahead = waiting.flatMap(({ key }) => dayOf(key)).filter(isAhead);
    days.set(item.key, earliest([freshDay(item, at), ...ahead]));
  }
  for (const item of late)
    days.set(item.key, latest([days.get(item.key) ?? at.today, ...item.dependsOn.flatMap(dayOf)]));
  return items.map(({ key }) => ({ key, dueOn: days.get(key) ?? at.launchOn }));
}

/** The day that an item has whatever comes beside it; none where it comes after its planned day. */
function standingDay(
  item: ChecklistItem,
  plan: HeldPlan | undefined,
  { launchOn, today }: AtWork,
): PlainDate | undefined {
  if (plan !== undefined && (plan.isDueSetByHand || isFinished(plan.status))) return plan.dueOn;
  const planned = dueDate(item, launchOn);
  if (planned >= today) return planned;
  return plan !== undefined && !plan.isLeftOut ? plan.dueOn : undefined;
}

/** The day of an item that comes late, by itself: in 30 days, before a launch that is nearer at its launch. */
function freshDay(item: ChecklistItem, { launchOn, today }: AtWork): PlainDate {
  const fresh = addDays(today, LATE_ARRIVAL_DAYS);
  return item.dueOffsetDays <= 0 && launchOn >= today ? earliest([launchOn, fresh]) : fresh;
}

function isFinishedAt(plan: HeldPlan | undefined): boolean {
  return plan !== undefined && isFinished(plan.status);
}

function earliest(days: readonly [PlainDate, ...PlainDate[]]): PlainDate {
  return days.reduce((one, other) => (one < other ? one : other));
}

function latest(days: readonly [PlainDate, ...PlainDate[]]): PlainDate {
  return days.reduce((one, other) => (one > other ? one : other));
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
