import { requireActor, type RequestContext } from "#server/context.ts";

import { lastReadAt } from "./given-event.store.ts";
import { findSetting, type ReminderSetting } from "./setting.store.ts";

/** A setting as its person sees it: never the hash of the secret. */
export interface ShownSetting extends Pick<ReminderSetting, "language" | "revision"> {
  readonly id: string;
  readonly calendarMadeAt: Date | null;
  readonly calendarLastReadAt: Date | null;
}

/** How the actor is reminded. */
export async function reminderSetting(ctx: RequestContext): Promise<ShownSetting> {
  return await showSetting(ctx, await settingOf(ctx));
}

/** The actor's setting; as it is at first when nothing of it was changed. */
export async function settingOf(ctx: RequestContext): Promise<ReminderSetting> {
  requireActor(ctx);
  const { accountId } = ctx.actor;
  return (
    (await findSetting(ctx.database, accountId)) ?? {
      accountId,
      language: ctx.language,
      feedTokenHash: null,
      feedMadeAt: null,
      revision: 0,
    }
  );
}

/** A setting as its person sees it. */
export async function showSetting(ctx: RequestContext, setting: ReminderSetting): Promise<ShownSetting> {
  const { accountId, feedMadeAt, language, revision } = setting;
  const readAt = feedMadeAt === null ? null : await lastReadAt(ctx.databases, accountId);
  const isOfThisOne = readAt !== null && feedMadeAt !== null && readAt >= feedMadeAt;
  return {
    id: accountId,
    language,
    revision,
    calendarMadeAt: feedMadeAt,
    calendarLastReadAt: isOfThisOne ? readAt : null,
  };
}
