import type { RequestContext } from "#server/context.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { saveSetting, type ReminderSetting } from "./setting.store.ts";
import { settingOf, showSetting, type ShownSetting } from "./setting.reads.ts";

/** What every change of one's own setting brings along. */
export interface OwnChange {
  readonly expectedRevision: number;
  readonly idempotencyKey?: string | null;
}

/** What a change is called: by its use case, and by what it came to. */
interface Named<Kind extends string> {
  readonly useCase: string;
  readonly kind: Kind;
  readonly input: OwnChange;
}

/** Saves a change of the actor's own setting, on the platform's record under the actor. */
export async function changeSetting<Kind extends string>(
  ctx: RequestContext,
  { useCase, kind, input }: Named<Kind>,
  change: Partial<ReminderSetting>,
): Promise<{ readonly kind: Kind; readonly setting: ShownSetting }> {
  const setting = await settingOf(ctx);
  requireRevision(setting, input.expectedRevision);
  return await write(ctx, { useCase, jurisdictionId: PLATFORM, input }, async (tx) => {
    const changed = { ...setting, ...change };
    const isSaved = await saveSetting(tx.database, changed);
    requireRevision({ revision: isSaved ? setting.revision : -1 }, setting.revision);
    return { kind, setting: await showSetting(ctx, { ...changed, revision: setting.revision + 1 }) };
  });
}
