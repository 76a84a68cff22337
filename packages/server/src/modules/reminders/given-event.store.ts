import type { GivenEvent, RevisedEvents } from "@frontstep/domain/reminders";
import { plainDateOf } from "@frontstep/domain/shared";

import { asKeeper } from "#server/persistence/as-keeper.ts";
import type { Databases } from "#server/persistence/database.ts";

/**
 * Gives a person's events and keeps what was given, one reading after the other: two calendar
 * programs that ask at once are given the same sequence.
 */
export function giveEvents(
  databases: Databases,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
  revise: (given: readonly GivenEvent[]) => RevisedEvents,
): Promise<readonly GivenEvent[]> {
  return asKeeper(databases, (client) =>
    client.$transaction(async (database) => {
      // The row of the use is the lock as well.
      await database.$executeRaw`
        insert into auth.calendar_use (account_id, last_read_at) values (${accountId}::uuid, ${now})
        on conflict (account_id) do update set last_read_at = excluded.last_read_at`;
      const rows = await database.calendarEvent.findMany({ where: { accountId }, orderBy: { key: "asc" } });
      const { events, changed, forgotten } = revise(
        rows.map(({ key, day, title, url, sequence, changedAt, isCancelled }) => ({
          key,
          title,
          url,
          sequence,
          isCancelled,
          day: plainDateOf(day.toISOString().slice(0, 10)),
          changedAt: changedAt.toISOString(),
        })),
      );
      const keys = [...forgotten, ...changed.map(({ key }) => key)];
      if (keys.length > 0)
        await database.calendarEvent.deleteMany({ where: { accountId, key: { in: keys } } });
      if (changed.length > 0)
        await database.calendarEvent.createMany({
          data: changed.map((event) => ({
            ...event,
            accountId,
            day: new Date(event.day),
            changedAt: new Date(event.changedAt),
          })),
        });
      return events;
    }),
  );
}

/** When a person's calendar was last read; null when it never was. */
export async function lastReadAt(databases: Databases, accountId: string): Promise<Date | null> {
  const use = await asKeeper(databases, (client) =>
    client.calendarUse.findFirst({ where: { accountId }, select: { lastReadAt: true } }),
  );
  return use?.lastReadAt ?? null;
}
