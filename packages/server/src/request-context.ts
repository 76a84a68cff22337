import type { Hat } from "@frontstep/domain/access";
import { isLanguage, type Language, languages } from "@frontstep/domain/shared";

import type { Actor, OutgoingMail, RequestContext, Via } from "./context.ts";
import { statementContext } from "./persistence/context-pool.ts";
import type { Databases, Reader } from "./persistence/database.ts";
import { HAT_ROLE } from "./persistence/hat-role.ts";

/** Somebody who proved who they are, and the hat that this request wears. */
export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string | null;
  readonly hat: Hat | null;
  /** Names the grant of this session under this hat; null without a hat. */
  readonly token: string | null;
}

/** What is known of a request before anything is done. */
export interface Asked {
  readonly databases: Databases;
  readonly signedIn: SignedIn | null;
  readonly acceptLanguage?: string | undefined;
  readonly via: Via;
  readonly requestId: string;
  /** Left out where nothing is ever sent. */
  readonly mail?: OutgoingMail;
}

/** The context of a request. Its reads must run inside `readingAs`. */
export function requestContext({
  databases,
  signedIn,
  acceptLanguage,
  via,
  requestId,
  mail,
}: Asked): RequestContext {
  const hat = signedIn?.hat ?? null;
  return {
    actor: signedIn?.actor ?? null,
    hat,
    language: preferredLanguage(acceptLanguage),
    via,
    requestId,
    sessionId: signedIn?.sessionId ?? null,
    token: signedIn?.token ?? null,
    database: readerOf(databases, hat),
    databases,
    mail: mail ?? withoutMail,
  };
}

const withoutMail: OutgoingMail = {
  send: () => Promise.reject(new Error("No mail leaves from here")),
  publicAddress: "http://localhost",
};

/** Someone without a hat reads through a role that is granted nothing of what a city keeps. */
function readerOf(databases: Databases, hat: Hat | null): Reader {
  return databases.byRole[hat === null ? "app_state" : HAT_ROLE[hat]];
}

/** Runs an act whose reads carry the context's token, each in a transaction that cannot write. */
export function readingAs<T>(ctx: Pick<RequestContext, "token">, act: () => Promise<T>): Promise<T> {
  return statementContext.run({ token: ctx.token, readOnly: true }, act);
}

function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? "").split(",").map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return languages.find((language) => language === wanted.find((code) => isLanguage(code))) ?? "en";
}
