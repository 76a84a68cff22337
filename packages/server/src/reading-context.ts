import { randomBytes } from "node:crypto";

import type { Hat } from "@frontstep/domain/access";
import type { Language } from "@frontstep/domain/shared";

import type { Actor, RequestContext } from "./context.ts";
import { asKeeper } from "./persistence/as-keeper.ts";
import type { Databases } from "./persistence/database.ts";
import { readingAs, requestContext } from "./request-context.ts";

/** Somebody for whom is read while no session of theirs is open. */
export interface Reader {
  readonly actor: Actor;
  readonly hat: Hat;
  readonly language: Language;
}

/**
 * Reads as a person under one of their hats, as if they had asked: the same permissions, the same
 * rows, and nothing can be written. Null when the person no longer holds the hat.
 */
export async function asReader<T>(
  databases: Databases,
  { actor, hat, language }: Reader,
  act: (ctx: RequestContext) => Promise<T>,
): Promise<T | null> {
  const token = randomBytes(32).toString("hex");
  const [opened] = await asKeeper(
    databases,
    (client) => client.$queryRaw<{ isHeld: boolean }[]>`
      select sec.open_reading(${token}, ${actor.accountId}::uuid, ${hat}, now() + interval '10 minutes') as "isHeld"`,
  );
  if (opened?.isHeld !== true) return null;
  const ctx = requestContext({
    databases,
    signedIn: { actor, sessionId: null, hat, token },
    acceptLanguage: language,
    via: "job",
    requestId: token.slice(0, 12),
  });
  try {
    return await readingAs(ctx, () => act(ctx));
  } finally {
    await asKeeper(
      databases,
      (client) => client.$executeRaw`delete from sec.grant_ctx where token = ${token}`,
    );
  }
}
