import type { Language } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** How a person is reminded. */
export interface ReminderSetting {
  readonly accountId: string;
  readonly language: Language;
  readonly feedTokenHash: string | null;
  readonly feedMadeAt: Date | null;
  /** 0 as long as the person has changed nothing. */
  readonly revision: number;
}

/** The setting of a person; null as long as nothing of it was changed. */
export async function findSetting(database: Reader, accountId: string): Promise<ReminderSetting | null> {
  const row = await database.reminderSetting.findFirst({ where: { accountId } });
  return row === null ? null : { ...row, language: row.language as Language };
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function saveSetting(
  database: Reader,
  { accountId, revision, ...changed }: ReminderSetting,
): Promise<boolean> {
  const data = { ...changed, revision: revision + 1 };
  const { count } =
    revision === 0
      ? await database.reminderSetting.createMany({ data: [{ accountId, ...data }], skipDuplicates: true })
      : await database.reminderSetting.updateMany({ where: { accountId, revision }, data });
  return count === 1;
}
