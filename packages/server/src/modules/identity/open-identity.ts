import { chooseHat } from "@frontstep/domain/access";
import type { FastifyInstance, FastifyRequest } from "fastify";

import type { SendMail } from "#server/mail/send-mail.ts";
import type { Databases } from "#server/persistence/database.ts";
import type { SignedIn } from "#server/request-context.ts";

import { openAccounts } from "./account.store.ts";
import { type AttemptLimits, attemptLimits } from "./attempt-limits.store.ts";
import { serveSignIn } from "./identity.routes.ts";
import { resetLetter } from "./letters.ts";
import { contextToken, hashOfSecret, readSessionCookie, sessionCookie } from "./session-cookie.ts";
import { openSessions } from "./session.store.ts";

/** What identity needs of the server around it. */
export interface IdentitySettings {
  readonly databases: Databases;
  /** Of the role `app_auth`. */
  readonly databaseUrl: string;
  readonly secret: string;
  /** Where people find this server, as in https://frontstep.example.org. */
  readonly publicAddress: string;
  readonly sendMail: SendMail;
  readonly onWarning: (message: string) => void;
}

const TIDYING_MILLISECONDS = 3_600_000;

/** Knows who is asking. */
export interface Identity {
  /** Who sends this request, under which hat; null for nobody. */
  authenticate(request: FastifyRequest): Promise<SignedIn | null>;
  /** Adds the sign-in routes, and removes every hour the sessions, links and counts that have ended. */
  serve(app: FastifyInstance): void;
  /** Counts what is tried without a session, on other routes too. */
  readonly limits: AttemptLimits;
  close(): Promise<void>;
}

export function openIdentity(settings: IdentitySettings): Identity {
  const cookie = sessionCookie(settings.publicAddress, settings.secret);
  const sessions = openSessions(settings.databaseUrl, ({ message }) => {
    settings.onWarning(`A connection of the sign-in role was lost: ${message}`);
  });
  const auth = openAccounts({
    ...settings,
    cookie,
    sendResetLink: async ({ email, name, token }, request) => {
      const language = request?.headers.get("accept-language") ?? undefined;
      await settings.sendMail(resetLetter({ email, name, language, address: settings.publicAddress, token }));
    },
  });
  const limits = attemptLimits(sessions.pool);
  return {
    limits,
    authenticate: async (request) => {
      const secret = readSessionCookie(cookie, request.headers.cookie);
      const session = secret === null ? null : await sessions.find(hashOfSecret(secret));
      if (secret === null || session === null) return null;
      const hat = chooseHat(session.memberships, wantedHat(request));
      const token = hat === null ? null : contextToken(cookie, secret, hat);
      if (hat !== null && token !== null && !session.openHats.includes(hat))
        await sessions.openContext(session, hat, token);
      const { id: accountId, name, email } = session.account;
      return {
        actor: { accountId, name, email, memberships: session.memberships },
        sessionId: session.id,
        hat,
        token,
      };
    },
    serve: (app) => {
      serveSignIn(app, auth.api, limits);
      const tidying = setInterval(() => {
        sessions.forgetEnded().catch((error: unknown) => {
          settings.onWarning(`What has ended could not be removed: ${String(error)}`);
        });
      }, TIDYING_MILLISECONDS);
      tidying.unref();
      app.addHook("onClose", () => {
        clearInterval(tidying);
      });
    },
    close: () => sessions.pool.end(),
  };
}

function wantedHat(request: FastifyRequest): string | undefined {
  const header = request.headers["x-frontstep-hat"];
  return typeof header === "string" ? header : undefined;
}
