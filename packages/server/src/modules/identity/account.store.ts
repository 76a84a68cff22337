import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";

import type { Databases } from "#server/persistence/database.ts";
import { newId } from "#server/persistence/write.ts";

import { withHashedSessions } from "./hashed-sessions.store.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { SESSION_HOURS } from "./session.store.ts";

/** What signing in needs of the server around it. */
export interface AccountSettings {
  readonly databases: Databases;
  readonly publicAddress: string;
  readonly cookie: SessionCookie;
  readonly sendResetLink: (
    to: { email: string; name: string; token: string },
    request: Request | undefined,
  ) => Promise<void>;
  readonly onWarning: (message: string) => void;
}

/** How long a link that resets a password holds. */
export const RESET_LINK_MINUTES = 60;

/** The header in which our own routes tell better-auth where a request came from. */
export const ADDRESS_HEADER = "x-frontstep-address";

/** What of better-auth is used: four acts, never its own routes. */
export type Accounts = Pick<
  ReturnType<typeof openAccounts>["api"],
  "signInEmail" | "signOut" | "requestPasswordReset" | "resetPassword"
>;

/** How our tables and columns are called where better-auth has words of its own, and what it keeps in them. */
const TABLES = {
  user: { modelName: "accountHolder" },
  session: {
    modelName: "accountSession",
    fields: { userId: "accountId", token: "tokenHash", updatedAt: "lastSeenAt" },
    expiresIn: SESSION_HOURS * 3600,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  account: {
    modelName: "accountCredential",
    fields: { userId: "accountId", providerId: "provider", accountId: "subject" },
  },
  verification: { modelName: "accountVerification", storeIdentifier: "hashed" },
} as const;

/** better-auth, core only, over the tables of the schema `auth`. */
export function openAccounts(settings: AccountSettings) {
  const { cookie } = settings;
  const client = withHashedSessions(settings.databases.byRole.app_auth);
  return betterAuth({
    baseURL: settings.publicAddress,
    basePath: "/api/auth",
    secret: cookie.signingKey,
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      log: (_level, message) => {
        settings.onWarning(message);
      },
    },
    database: prismaAdapter(client, { provider: "postgresql", transaction: true }),
    ...TABLES,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: RESET_LINK_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) =>
        settings.sendResetLink({ email: user.email, name: user.name, token }, request),
    },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookie.name,
          attributes: { httpOnly: true, secure: cookie.isSecure, sameSite: "lax", path: "/" },
        },
      },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });
}
