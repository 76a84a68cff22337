import { refuseSignOff } from "@frontstep/domain/onboarding";

import type { RequestContext } from "#server/context.ts";

import { changeItem, type ItemInput, type ItemOutcome } from "./change-item.ts";

/** Signs a finished item off: from then on it changes only after being reopened. */
export function signOffItem(ctx: RequestContext, input: ItemInput): Promise<ItemOutcome> {
  return changeItem(ctx, input, {
    useCase: "signOffItem",
    permission: "checklist.signOff",
    refuse: ({ standing, evidence }) => refuseSignOff(standing, evidence.length),
    change: (_, { actor }) => ({ signedOffBy: actor.name, signedOffAt: new Date() }),
  });
}
