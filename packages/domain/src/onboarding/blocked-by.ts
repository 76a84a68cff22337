import type { ChecklistItem, ItemStatus } from "./checklist.ts";
import { isFinished } from "./plan-dates.ts";

/**
 * For each item of a checklist, the unfinished items that it waits for, in the order in which it names them.
 * An item that waits for nothing has an empty list; a dependency that the site left out blocks nothing.
 */
export function blockedBy(
  items: readonly Pick<ChecklistItem, "key" | "dependsOn">[],
  statuses: ReadonlyMap<string, ItemStatus>,
): Map<string, string[]> {
  const isOpen = (key: string): boolean => {
    const status = statuses.get(key);
    return status !== undefined && !isFinished(status);
  };
  return new Map(items.map((item) => [item.key, item.dependsOn.filter(isOpen)]));
}
