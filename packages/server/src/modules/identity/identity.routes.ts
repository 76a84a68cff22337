import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import { ADDRESS_HEADER, type Accounts } from "./account.store.ts";
import { type Attempt, type AttemptLimits } from "./attempt-limits.store.ts";
import { isCommonPassword } from "@frontstep/domain/access";

const email = z.string().trim().min(3).max(254);
const password = z.string().min(1).max(128);

/** What each of the four routes takes. */
const bodies = {
  signIn: z.object({ email, password }),
  resetRequest: z.object({ email }),
  reset: z.object({ token: z.string().min(1).max(200), newPassword: z.string().min(12).max(128) }),
};

/**
 * The only sign-in routes that exist: better-auth's own are not mounted, so that a route which it
 * adds one day is not open before we open it.
 */
export function serveSignIn(app: FastifyInstance, accounts: Accounts, limits: AttemptLimits): void {
  const options = { bodyLimit: 4 * 1024 };

  app.post("/api/auth/sign-in/email", options, async (request, reply) => {
    const body = bodies.signIn.safeParse(request.body);
    if (!body.success) return await say(reply, 400, "INVALID_EMAIL_OR_PASSWORD");
    const by = { address: request.ip, subject: body.data.email };
    return await counted(reply, { limits, attempt: "signIn", by }, async () => {
      const answer = await accounts.signInEmail({
        body: body.data,
        headers: passedOn(request),
        asResponse: true,
      });
      if (!answer.ok) return await say(reply, 401, "INVALID_EMAIL_OR_PASSWORD");
      await limits.forgive("signIn", by);
      return await passBack(reply, answer);
    });
  });

  app.post("/api/auth/sign-out", options, async (request, reply) => {
    const answer = await accounts.signOut({ headers: passedOn(request), asResponse: true });
    reply.header("clear-site-data", '"cache", "storage"');
    return await passBack(reply, answer);
  });

  app.post("/api/auth/request-password-reset", options, async (request, reply) => {
    const body = bodies.resetRequest.safeParse(request.body);
    if (!body.success) return await say(reply, 400, "INVALID_EMAIL");
    const by = { address: request.ip, subject: body.data.email };
    return await counted(reply, { limits, attempt: "resetRequest", by }, async () => {
      // The answer is the same whether or not there is such an account, and does not wait for the mail.
      accounts
        .requestPasswordReset({ body: body.data, headers: passedOn(request), asResponse: true })
        .catch((error: unknown) => {
          request.log.error({ err: error }, "password reset");
        });
      return await reply.send({ ok: true });
    });
  });

  app.post("/api/auth/reset-password", options, async (request, reply) => {
    const body = bodies.reset.safeParse(request.body);
    if (!body.success) return await say(reply, 400, "PASSWORD_TOO_SHORT");
    if (isCommonPassword(body.data.newPassword)) return await say(reply, 400, "PASSWORD_TOO_COMMON");
    const by = { address: request.ip, subject: body.data.token };
    return await counted(reply, { limits, attempt: "link", by }, async () => {
      const answer = await accounts.resetPassword({
        body: body.data,
        headers: passedOn(request),
        asResponse: true,
      });
      return answer.ok ? await reply.send({ ok: true }) : await say(reply, 400, "INVALID_TOKEN");
    });
  });
}

interface Counted {
  readonly limits: AttemptLimits;
  readonly attempt: Attempt;
  readonly by: { readonly address: string; readonly subject: string };
}

async function counted(
  reply: FastifyReply,
  { limits, attempt, by }: Counted,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const secondsToWait = await limits.count(attempt, by);
  if (secondsToWait === null) return await act();
  reply.header("retry-after", String(secondsToWait));
  return await say(reply, 429, "TOO_MANY_REQUESTS");
}

const SENTENCES = {
  INVALID_EMAIL: "Enter an e-mail address.",
  INVALID_EMAIL_OR_PASSWORD: "The e-mail address or the password is not right.",
  INVALID_TOKEN: "This link no longer works. Ask for a new one.",
  PASSWORD_TOO_COMMON: "Many people use this password. Choose another.",
  PASSWORD_TOO_SHORT: "Choose a password of 12 to 128 characters.",
  TOO_MANY_REQUESTS: "Too many attempts. Wait a while and try again.",
} as const;

async function say(reply: FastifyReply, status: number, code: keyof typeof SENTENCES): Promise<unknown> {
  return await reply.code(status).send({ code, message: SENTENCES[code] });
}

/** What better-auth is told of the request: nothing that the client could have made up. */
function passedOn({ headers, ip }: FastifyRequest): Headers {
  const passed = new Headers({ [ADDRESS_HEADER]: ip });
  for (const name of ["cookie", "user-agent", "accept-language"] as const) {
    const value = headers[name];
    if (value !== undefined) passed.set(name, value.slice(0, 4096));
  }
  return passed;
}

/** Gives the cookies on, but not the body, which holds the session's secret. */
async function passBack(reply: FastifyReply, answer: Response): Promise<unknown> {
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
  return await reply.code(answer.ok ? 200 : 400).send({ ok: answer.ok });
}
