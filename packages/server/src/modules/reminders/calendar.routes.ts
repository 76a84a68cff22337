import { createHash } from "node:crypto";

import type { FastifyInstance } from "fastify";
import { z } from "zod";

import type { AttemptLimits } from "#server/modules/identity/index.ts";
import type { Databases } from "#server/persistence/database.ts";

import { CALENDAR_PATH } from "./feed-address.ts";
import { giveCalendar } from "./give-calendar.ts";

/** What the calendars need of the server around them. */
export interface CalendarSettings {
  readonly databases: Databases;
  readonly publicAddress: string;
  readonly limits: AttemptLimits;
}

const addressed = z.object({ key: z.string().min(1).max(100) });

/**
 * Serves calendars to whoever has their secret address. The secret travels in the query, which no
 * log writes. An address that never was and one that is no more are answered alike.
 */
export function serveCalendars(app: FastifyInstance, settings: CalendarSettings): void {
  app.get(CALENDAR_PATH, async (request, reply) => {
    const { data } = addressed.safeParse(request.query);
    if (data === undefined) return await reply.code(404).type("text/plain").send(NO_CALENDAR);
    const by = { address: request.ip, subject: data.key };
    const secondsToWait = await settings.limits.count("calendar", by);
    if (secondsToWait !== null)
      return await reply
        .code(429)
        .header("retry-after", String(secondsToWait))
        .type("text/plain")
        .send(TOO_OFTEN);
    const text = await giveCalendar(settings, data.key);
    if (text === null) return await reply.code(404).type("text/plain").send(NO_CALENDAR);
    const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
    reply.header("etag", tag).header("cache-control", "private, max-age=900");
    if (request.headers["if-none-match"] === tag) return await reply.code(304).send();
    return await reply.type("text/calendar; charset=utf-8").send(text);
  });
}

const NO_CALENDAR = "There is no calendar at this address. Make a new one on your page of reminders.\n";
const TOO_OFTEN = "This calendar was read too often. Wait a while; once an hour is plenty.\n";
