import { type ItemStatus, refuseStatus } from "@frontstep/domain/onboarding";
import { type Finding, parsePlainDate, type PlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { changeItem, type ItemInput, type ItemOutcome } from "./change-item.ts";

/** Where an item stands from now on. */
export interface ChangeItemStatus extends ItemInput {
  readonly status: ItemStatus;
  /** The day it was done; today unless said. */
  readonly doneOn?: string | null;
}

function refuseDay({ doneOn }: ChangeItemStatus, today: PlainDate): Finding[] {
  if (!doneOn) return [];
  const date = parsePlainDate(doneOn);
  if (date !== undefined && date <= today) return [];
  const message = "The day it was done is today or earlier. Correct it.";
  return [{ code: "CHECKLIST_DONE_IN_FUTURE", severity: "error", path: "doneOn", message }];
}

/** Says where an item of the checklist stands. */
export function changeItemStatus(ctx: RequestContext, input: ChangeItemStatus): Promise<ItemOutcome> {
  return changeItem(ctx, input, {
    useCase: "changeItemStatus",
    permission: "checklist.update",
    refuse: ({ standing, checklist }) => [
      ...refuseStatus(standing, input.status, input.reason ?? undefined),
      ...refuseDay(input, checklist.today),
    ],
    change: ({ checklist }) => ({
      status: input.status,
      statusReason: input.reason?.trim() ?? null,
      doneOn: input.status === "done" ? (parsePlainDate(input.doneOn ?? "") ?? checklist.today) : null,
    }),
    summary: { status: input.status },
  });
}
