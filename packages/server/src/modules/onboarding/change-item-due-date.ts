import { dueDate } from "@frontstep/domain/onboarding";
import { parsePlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { changeItem, type ItemInput, type ItemOutcome } from "./change-item.ts";

/** When an item is due from now on. */
export interface ChangeItemDueDate extends ItemInput {
  /** Left out to go back to the day that the plan gives. */
  readonly dueOn?: string | null;
}

/** Sets an item's due date by hand, which then stays when the launch date moves; or gives it back to the plan. */
export function changeItemDueDate(ctx: RequestContext, input: ChangeItemDueDate): Promise<ItemOutcome> {
  const chosen = parsePlainDate(input.dueOn ?? "");
  return changeItem(ctx, input, {
    useCase: "changeItemDueDate",
    permission: "checklist.update",
    refuse: ({ standing }) =>
      standing.isSignedOff
        ? [
            {
              code: "CHECKLIST_SIGNED_OFF",
              severity: "error",
              path: "dueOn",
              message: `${standing.key} is signed off. Reopen it first, and say why.`,
            },
          ]
        : [],
    change: ({ item, checklist }) => ({
      dueOn: chosen ?? dueDate(item, checklist.site.launchOn),
      dueSetByHand: chosen !== undefined,
    }),
    summary: { dueOn: chosen ?? null },
  });
}
