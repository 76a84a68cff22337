import { createHash } from "node:crypto";

import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { addressGroup } from "#server/http/address-group.ts";
import { Refusal } from "#server/refusal.ts";

/** What is counted, and how often it may be tried in an hour. */
const PER_HOUR = {
  signIn: { account: 20, address: 100 },
  resetRequest: { account: 5, address: 50 },
  link: { account: 50, address: 100 },
} as const;

export type Attempt = keyof typeof PER_HOUR;

/** Who tries: from which address, and at which account or link. */
export interface Attempter {
  readonly address: string;
  readonly subject: string;
}

/** Counts attempts in the database, so that every server of a city counts together. */
export interface AttemptLimits {
  /** Counts one more; refused, with the seconds to wait, when it is one too many. */
  count(attempt: Attempt, by: Attempter): Promise<void>;
  /** Takes back what a successful attempt counted. */
  forgive(attempt: Attempt, by: Attempter): Promise<void>;
}

/** Too many attempts; says for how long. */
export class TooManyAttempts extends Refusal {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
    super(
      "TOO_MANY_REQUESTS",
      `Too many attempts. Wait ${String(minutes)} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
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
      await consume(address, addressGroup(by.address));
      await consume(account, keyOf(by.subject));
    },
    forgive: async (attempt, by) => {
      const { account, address } = limiters[attempt];
      await Promise.all([account.delete(keyOf(by.subject)), address.reward(addressGroup(by.address), 1)]);
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) throw new TooManyAttempts(Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  });
}

/** Addresses of people and secrets of links are not kept, only their hashes. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject.trim().toLowerCase()).digest("base64url");
}
