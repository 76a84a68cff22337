import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { changeItem, type ItemInput, type ItemOutcome } from "./change-item.ts";
import type { StandingItem } from "./checklist.reads.ts";

function refuse({ standing }: StandingItem, reason: string): Finding[] {
  if (!standing.isSignedOff) {
    const message = `${standing.key} is not signed off, so there is nothing to reopen. Change its status instead.`;
    return [{ code: "CHECKLIST_NOT_SIGNED_OFF", severity: "error", path: "status", message }];
  }
  if (reason !== "") return [];
  return [
    {
      code: "CHECKLIST_REASON_MISSING",
      severity: "error",
      path: "reason",
      message: `Say why ${standing.key} is reopened.`,
    },
  ];
}

/** Reopens a signed-off item, with the reason: it is in progress again. */
export function reopenItem(ctx: RequestContext, input: ItemInput): Promise<ItemOutcome> {
  const reason = input.reason?.trim() ?? "";
  return changeItem(ctx, input, {
    useCase: "reopenItem",
    permission: "checklist.signOff",
    refuse: (found) => refuse(found, reason),
    change: () => ({
      status: "inProgress",
      statusReason: reason,
      doneOn: null,
      signedOffBy: null,
      signedOffAt: null,
    }),
  });
}
