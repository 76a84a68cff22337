import { type Hat, may, type Membership, type Permission, type Place } from "@frontstep/domain/access";
import type { Language } from "@frontstep/domain/shared";

import type { SendMail } from "#server/mail/send-mail.ts";
import type { Databases, Reader } from "#server/persistence/database.ts";
import { Refusal } from "#server/refusal.ts";

/** A person who is signed in. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
}

/** From where an act came. */
export type Via = "screen" | "import" | "cli" | "job";

/** Who asks, under which hat, from where, and the database as that hat may see it. */
export interface RequestContext {
  readonly actor: Actor | null;
  /** The capacity in which the actor acts now; null when signed out or without a role. */
  readonly hat: Hat | null;
  readonly language: Language;
  readonly via: Via;
  readonly requestId: string;
  /** The session, for sign-out and the list of sessions; null outside a browser. */
  readonly sessionId: string | null;
  /** Names this session's grant under this hat to the database. */
  readonly token: string | null;
  /** Reads under the hat's database role; each statement carries the token. */
  readonly database: Reader;
  readonly databases: Databases;
  readonly mail: OutgoingMail;
}

/** How letters leave, and the address that their links lead to. */
export interface OutgoingMail {
  readonly send: SendMail;
  readonly publicAddress: string;
}

/** A context in which somebody is signed in and wears a hat. */
export interface ActingContext extends RequestContext {
  readonly actor: Actor;
  readonly hat: Hat;
  readonly token: string;
}

/** Goes on only for someone who is signed in and holds a role. */
export function requireActor(ctx: RequestContext): asserts ctx is ActingContext {
  if (ctx.actor === null) throw new Refusal("SIGNED_OUT", "Sign in to go on.");
  if (ctx.hat === null || ctx.token === null) {
    throw new Refusal(
      "FORBIDDEN",
      "Your account has no role here yet. Ask whoever invited you to give you one.",
    );
  }
}

/** Goes on only when the actor, under the hat worn now, may do this at this place. */
export function authorize(
  ctx: RequestContext,
  permission: Permission,
  place: Place,
): asserts ctx is ActingContext {
  requireActor(ctx);
  const answer = may(ctx.actor.memberships, { hat: ctx.hat, permission, place });
  if (!answer.allowed) throw new Refusal("FORBIDDEN", answer.reason);
}
