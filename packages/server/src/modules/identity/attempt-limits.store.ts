import { createHash } from "node:crypto";

import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { addressGroup } from "#server/http/address-group.ts";

/** What is counted, and how often it may be tried in an hour. */
const PER_HOUR = {
  signIn: { account: 20, address: 100 },
  resetRequest: { account: 5, address: 50 },
  link: { account: 50, address: 100 },
  // A calendar service reads the calendars of many people from one address.
  calendar: { account: 60, address: 2_000 },
} as const;

export type Attempt = keyof typeof PER_HOUR;

/** Who tries: from which address, and at which account or link. */
export interface Attempter {
  readonly address: string;
  readonly subject: string;
}

/** Counts attempts in the database, so that every server of a city counts together. */
export interface AttemptLimits {
  /** Counts one more; when it is one too many, the seconds to wait. */
  count(attempt: Attempt, by: Attempter): Promise<number | null>;
  /** Takes back what a successful attempt counted. */
  forgive(attempt: Attempt, by: Attempter): Promise<void>;
}

export function attemptLimits(pool: pg.Pool): AttemptLimits {
  const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      schemaName: "auth",
      tableName: "attempt_count",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: 3600,
    });
  const limiters = Object.fromEntries(
    Object.entries(PER_HOUR).map(([attempt, { account, address }]) => [
      attempt,
      { account: limiter(`${attempt} account`, account), address: limiter(`${attempt} address`, address) },
    ]),
  ) as Record<Attempt, { account: RateLimiterPostgres; address: RateLimiterPostgres }>;
  return {
    count: async (attempt, by) => {
      const { account, address } = limiters[attempt];
      return (
        (await consume(address, addressGroup(by.address))) ?? (await consume(account, keyOf(by.subject)))
      );
    },
    forgive: async (attempt, by) => {
      const { account, address } = limiters[attempt];
      await Promise.all([account.delete(keyOf(by.subject)), address.reward(addressGroup(by.address), 1)]);
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  return await limiter.consume(key).then(
    () => null,
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
      throw refused instanceof Error ? refused : new Error("Attempts could not be counted");
    },
  );
}

/** Addresses of people and secrets of links are not kept, only their hashes. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject.trim().toLowerCase()).digest("base64url");
}
