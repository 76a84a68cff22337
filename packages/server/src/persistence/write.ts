import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";

import type { RequestContext } from "#server/context.ts";
import { requireActor } from "#server/context.ts";
import { Refusal } from "#server/refusal.ts";

import { statementContext } from "./context-pool.ts";
import type { Reader } from "./database.ts";
import { brokenConstraint } from "./broken-constraint.ts";
import { HAT_ROLE } from "./hat-role.ts";

/** The jurisdiction under which what belongs to no jurisdiction is recorded. */
export const PLATFORM = "00000000-0000-0000-0000-000000000000";

/** What is about to be written, for the record. */
export interface Change<T> {
  /** The use case's name, which is the mutation's name. */
  readonly useCase: string;
  /** Whose record it is; `PLATFORM` for the catalogue, the directory and an organization's own record. */
  readonly jurisdictionId: string;
  readonly siteId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly stateCode?: string | undefined;
  readonly reason?: string | undefined;
  /** The mutation's input. Its `idempotencyKey`, if any, makes the same call safe to repeat. */
  readonly input?: { readonly idempotencyKey?: string | null | undefined };
  /** Outcomes for constraints of the database that only it can keep, by their names. */
  readonly onBrokenConstraint?: Readonly<Record<string, () => T | Promise<T>>>;
  /** Longest time the transaction may take, in milliseconds. */
  readonly timeout?: number;
}

/** An open transaction, and the change set that its writes are attached to. */
export interface Transaction {
  readonly database: Reader;
  readonly changeSetId: string;
  /** Says in values what the change amounts to, for the history. */
  summarize(summary: Readonly<Record<string, unknown>>): Promise<void>;
}

/**
 * Does one write: one use case, one transaction, one change set. Whatever `act` writes is attached
 * to the change set by the database. When `act` writes nothing, nothing is recorded. When it
 * throws, nothing has happened.
 */
export async function write<T>(
  ctx: RequestContext,
  change: Change<T>,
  act: (tx: Transaction) => Promise<T>,
): Promise<T> {
  requireActor(ctx);
  if (ctx.hat === "steward" && change.jurisdictionId !== PLATFORM) {
    throw new Refusal(
      "FORBIDDEN",
      "A steward changes nothing that belongs to a city. Ask the city's own people.",
    );
  }
  const earlier = await earlierAnswer<T>(ctx, change);
  if (earlier) return earlier.answer;
  try {
    return await inTransaction(ctx, change, act);
  } catch (error) {
    if (error instanceof NothingWritten) return error.answer as T;
    return await answerToBroken(ctx, change, error);
  }
}

/** What a constraint of the database says in the end: the answer of a call that was quicker, or an outcome. */
async function answerToBroken<T>(ctx: RequestContext, change: Change<T>, error: unknown): Promise<T> {
  const constraint = brokenConstraint(error);
  const winner = constraint === "idempotent_answer_pkey" ? await earlierAnswer<T>(ctx, change) : undefined;
  if (winner) return winner.answer;
  const outcome = constraint === undefined ? undefined : change.onBrokenConstraint?.[constraint];
  if (outcome) return await outcome();
  throw error;
}

/** Rolls an empty change set back. */
class NothingWritten extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super("nothing was written");
    this.answer = answer;
  }
}

async function inTransaction<T>(
  ctx: RequestContext,
  change: Change<T>,
  act: (tx: Transaction) => Promise<T>,
): Promise<T> {
  requireActor(ctx);
  const client = ctx.databases.byRole[HAT_ROLE[ctx.hat]];
  const context = { token: ctx.token, readOnly: false };
  return await statementContext.run(context, () =>
    client.$transaction(
      async (database) => {
        const tx = await openChangeSet(ctx, change, database);
        const answer = await act(tx);
        if (!(await hasWritten(tx))) throw new NothingWritten(answer);
        await keepAnswer(ctx, change, { tx, answer });
        return answer;
      },
      { timeout: change.timeout ?? 20_000, maxWait: 5_000 },
    ),
  );
}

export async function openChangeSet<T>(
  ctx: RequestContext,
  change: Change<T>,
  database: Reader,
): Promise<Transaction> {
  requireActor(ctx);
  const id = uuidv7();
  await database.changeSet.createMany({
    data: [
      {
        jurisdictionId: change.jurisdictionId,
        id,
        organizationId: change.organizationId ?? null,
        stateCode: change.stateCode ?? null,
        siteId: change.siteId ?? null,
        useCase: change.useCase,
        actorId: ctx.actor.accountId,
        actorName: ctx.actor.name,
        reason: change.reason ?? null,
        via: ctx.via,
      },
    ],
  });
  await database.$executeRaw`select set_config('app.change_set', ${id}, true)`;
  return {
    database,
    changeSetId: id,
    summarize: async (summary) => {
      await database.$executeRaw`select sec.summarize(${JSON.stringify(summary)}::jsonb)`;
    },
  };
}

async function hasWritten(tx: Transaction): Promise<boolean> {
  return (
    (await tx.database.change.findFirst({
      where: { changeSetId: tx.changeSetId },
      select: { position: true },
    })) !== null
  );
}

async function keepAnswer<T>(
  ctx: RequestContext,
  change: Change<T>,
  { tx, answer }: { tx: Transaction; answer: T },
): Promise<void> {
  const key = change.input?.idempotencyKey;
  if (!key || ctx.actor === null) return;
  await tx.database.idempotentAnswer.createMany({
    data: [
      {
        accountId: ctx.actor.accountId,
        key,
        useCase: change.useCase,
        inputHash: hashOf(change.input),
        answer: JSON.parse(JSON.stringify(answer)) as object,
      },
    ],
  });
}

/**
 * What this very call has already come to, if it was made before under its key. Asked before the
 * call's own conditions: they held then, and its own effect may be why they hold no longer.
 */
export async function repeatedAnswer(
  ctx: RequestContext,
  useCase: string,
  input: { readonly idempotencyKey?: string | null | undefined },
): Promise<{ answer: unknown } | undefined> {
  const { idempotencyKey: key } = input;
  if (!key || key.length > LONGEST_KEY || ctx.actor === null || ctx.hat === null) return undefined;
  const found = await ctx.database.idempotentAnswer.findFirst({
    where: { accountId: ctx.actor.accountId, key },
  });
  if (found?.useCase !== useCase || found.inputHash !== hashOf(input)) return undefined;
  return { answer: found.answer };
}

const LONGEST_KEY = 200;

async function earlierAnswer<T>(ctx: RequestContext, change: Change<T>): Promise<{ answer: T } | undefined> {
  const key = change.input?.idempotencyKey;
  if (key === undefined || key === null || key === "") return undefined;
  if (key.length > LONGEST_KEY)
    throw new Refusal("BAD_INPUT", "The idempotency key is longer than 200 characters.");
  requireActor(ctx);
  const found = await ctx.database.idempotentAnswer.findFirst({
    where: { accountId: ctx.actor.accountId, key },
  });
  if (found === null) return undefined;
  if (found.useCase !== change.useCase || found.inputHash !== hashOf(change.input)) {
    throw new Refusal(
      "IDEMPOTENCY_KEY_REUSED",
      "This idempotency key was used for another change. Send a new key with each change.",
    );
  }
  return { answer: found.answer as T };
}

function hashOf(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input, sortedKeys)).digest("hex");
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** An id for a new row: time-ordered, so that indexes grow at one end. */
export function newId(): string {
  return uuidv7();
}
