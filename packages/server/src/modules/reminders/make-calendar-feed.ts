import { randomBytes } from "node:crypto";

import type { RequestContext } from "#server/context.ts";
import { hashOfSecret } from "#server/modules/identity/index.ts";

import { changeSetting, type OwnChange } from "./change-setting.ts";
import { feedAddress } from "./feed-address.ts";
import type { ShownSetting } from "./setting.reads.ts";

/** The calendar is there; its address is said once. */
export interface CalendarFeedMade {
  readonly kind: "made";
  readonly setting: ShownSetting;
  /** The secret address; null when the same call is repeated, since it is kept nowhere. */
  readonly address: string | null;
}

/** Makes the actor's calendar, or gives it a new secret address: the one before no longer works. */
export async function makeCalendarFeed(ctx: RequestContext, input: OwnChange): Promise<CalendarFeedMade> {
  const secret = randomBytes(32).toString("base64url");
  const feedMadeAt = new Date();
  const made = await changeSetting(
    ctx,
    { useCase: "makeCalendarFeed", kind: "made", input },
    { feedTokenHash: hashOfSecret(secret), feedMadeAt },
  );
  const isThisCall = new Date(made.setting.calendarMadeAt ?? 0).getTime() === feedMadeAt.getTime();
  return { ...made, address: isThisCall ? feedAddress(secret, ctx.mail.publicAddress) : null };
}
