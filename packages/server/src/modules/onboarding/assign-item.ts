import type { RequestContext } from "#server/context.ts";

import { changeItem, type ItemInput, type ItemOutcome } from "./change-item.ts";

/** Who does an item from now on. */
export interface AssignItem extends ItemInput {
  /** Left out to give it back to whoever fills its owner role. */
  readonly ownerName?: string | null;
}

const longestName = 200;

/** Gives an item to a person, or back to whoever fills its owner role. */
export function assignItem(ctx: RequestContext, input: AssignItem): Promise<ItemOutcome> {
  const name = input.ownerName?.trim() ?? "";
  return changeItem(ctx, input, {
    useCase: "assignItem",
    permission: "checklist.update",
    refuse: () =>
      name.length > longestName
        ? [
            {
              code: "CHECKLIST_OWNER_TOO_LONG",
              severity: "error",
              path: "ownerName",
              message: "Shorten the name to 200 characters.",
            },
          ]
        : [],
    change: () => ({ ownerName: name === "" ? null : name }),
    summary: { ownerName: name === "" ? null : name },
  });
}
