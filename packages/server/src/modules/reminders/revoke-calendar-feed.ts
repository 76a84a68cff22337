import type { RequestContext } from "#server/context.ts";

import { changeSetting, type OwnChange } from "./change-setting.ts";
import type { ShownSetting } from "./setting.reads.ts";

/** Takes the actor's calendar away: its address no longer works. */
export function revokeCalendarFeed(
  ctx: RequestContext,
  input: OwnChange,
): Promise<{ readonly kind: "revoked"; readonly setting: ShownSetting }> {
  const change = { feedTokenHash: null, feedMadeAt: null };
  return changeSetting(ctx, { useCase: "revokeCalendarFeed", kind: "revoked", input }, change);
}
