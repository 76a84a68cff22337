import { createHash, randomUUID } from "node:crypto";
import { createServer, type ServerSettings } from "@frontstep/server";
import { hashPassword } from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";
import { insertRow } from "../support/worlds.ts";

const PASSWORD = "a lantern on the river";
type Letter = Parameters<ServerSettings["sendMail"]>[0];
type App = Awaited<ReturnType<typeof createServer>>;

let database: TestDatabase;
let owner: pg.Client;
let app: App;
let letters: Letter[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
  app = await start("https://frontstep.example.org");
});

afterAll(async () => {
  await app.close();
  await owner.end();
  await database.drop();
});

beforeEach(async () => {
  letters = [];
  await owner.query("delete from auth.attempt_count");
});

function start(publicAddress: string): Promise<App> {
  return createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction: true,
    publicAddress,
    sendMail: (letter) => {
      letters.push(letter);
      return Promise.resolve();
    },
  });
}

/** An account with a password and one role, past every wall. */
async function addAccount(
  role: Record<string, unknown> = { role: "stateOfficial", state_code: "OH" },
): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  await owner.query(
    "insert into auth.account (id, name, email, email_verified) values ($1, 'Ada', $2, true)",
    [id, email],
  );
  await owner.query(
    "insert into auth.account_credential (id, account_id, provider, subject, password) values ($1, $2, 'credential', $2::uuid::text, $3)",
    [randomUUID(), id, await hashPassword(PASSWORD)],
  );
  await owner.query("set session_replication_role = replica");
  await insertRow(owner, "membership", {
    id: randomUUID(),
    account_id: id,
    account_name: "Ada",
    account_email: email,
    ...role,
  });
  await owner.query("reset session_replication_role");
  return email;
}

interface Posted {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly cookies: readonly string[];
  readonly headers: Record<string, unknown>;
}

async function post(
  path: string,
  payload: object,
  headers: Record<string, string> = {},
  remoteAddress = "203.0.113.9",
): Promise<Posted> {
  const response = await app.inject({ method: "POST", url: path, payload, headers, remoteAddress });
  const cookies = [response.headers["set-cookie"] ?? []].flat();
  const body =
    response.headers["content-type"]?.toString().includes("json") === true
      ? response.json<Record<string, unknown>>()
      : {};
  return { status: response.statusCode, body, text: response.body, cookies, headers: response.headers };
}

const signIn = (email: string, password = PASSWORD, from?: string) =>
  post("/api/auth/sign-in/email", { email, password }, {}, from);

function cookieOf(answer: Posted): string {
  const cookie = answer.cookies.find((each) => each.startsWith("__Host-frontstep="));
  if (cookie === undefined) throw new Error(`No session: ${answer.text}`);
  return cookie.split(";", 1)[0] ?? "";
}

/** How many states the session's own database context reaches, and who the API says is signed in. */
async function seen(cookie: string): Promise<unknown> {
  const response = await app.inject({
    method: "POST",
    url: "/graphql",
    headers: { cookie },
    payload: { query: "{ jurisdictions { totalCount } }" },
  });
  const { errors } = response.json<{ errors?: { extensions: { code: string } }[] }>();
  return errors?.[0]?.extensions.code ?? "signed in";
}

describe("signing in", () => {
  test("gives a cookie for this host only, out of reach of scripts, and no secret in the body", async () => {
    const answer = await signIn(await addAccount());
    expect(answer.status).toBe(200);
    const [cookie = ""] = answer.cookies;
    expect(cookie).toMatch(/^__Host-frontstep=[^;]+; /);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(answer.body).toEqual({ ok: true });
    expect(await seen(cookieOf(answer))).toBe("signed in");
  });

  test("keeps only a hash of the session's secret", async () => {
    const cookie = decodeURIComponent(cookieOf(await signIn(await addAccount())));
    const secret = cookie.slice(cookie.indexOf("=") + 1, cookie.lastIndexOf("."));
    expect(secret).toHaveLength(32);
    const { rows } = await owner.query<{ stored: string }>(
      "select string_agg(s::text, ' ') as stored from (select to_jsonb(x) s from auth.account_session x union all select to_jsonb(g) from sec.grant_ctx g) y",
    );
    expect(rows[0]?.stored).not.toContain(secret);
    expect(rows[0]?.stored).toContain(createHash("sha256").update(secret).digest("hex"));
  });

  test("answers a wrong password and an unknown address alike, in body and headers", async () => {
    const wrong = await signIn(await addAccount(), "not the password at all");
    const unknown = await signIn("nobody@example.org", "not the password at all");
    expect(wrong.status).toBe(401);
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect(wrong.cookies).toEqual([]);
    expect(unknown.cookies).toEqual([]);
  });

  test("stops at twenty wrong passwords an hour for one account, from wherever they come", async () => {
    const email = await addAccount();
    const statuses: number[] = [];
    for (let n = 0; n < 22; n += 1)
      statuses.push((await signIn(email, "wrong", `198.51.100.${String(n)}`)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    const refused = await signIn(email, PASSWORD, "192.0.2.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("counts the addresses of one /64 as one, and forged forwarding headers not at all", async () => {
    const attempt = async (n: number) => {
      const payload = { email: `someone-${String(n)}@example.org`, password: "wrong" };
      const forged = { "x-forwarded-for": `192.0.2.${String(n)}` };
      return (await post("/api/auth/sign-in/email", payload, forged, `2001:db8:7:7::${n.toString(16)}`))
        .status;
    };
    expect(await attempt(1)).toBe(401);
    const { rowCount } = await owner.query(
      "update auth.attempt_count set points = 99 where key = 'signIn address:2001:db8:7:7::/64' and points = 1",
    );
    expect(rowCount).toBe(1);
    expect([await attempt(2), await attempt(3), await attempt(4)]).toEqual([401, 429, 429]);
    expect((await signIn("another@example.org", "wrong", "2001:db8:7:8::1")).status).toBe(401);
  });

  test("forgets the failures of someone who then signs in", async () => {
    const email = await addAccount();
    for (let n = 0; n < 19; n += 1) await signIn(email, "wrong");
    expect((await signIn(email)).status).toBe(200);
    expect((await signIn(email, "wrong")).status).toBe(401);
  });
});

describe("a session", () => {
  test("ends at sign-out, and its database context with it", async () => {
    const cookie = cookieOf(await signIn(await addAccount()));
    await seen(cookie);
    const before = await owner.query("select 1 from sec.grant_ctx");
    const answer = await post("/api/auth/sign-out", {}, { cookie });
    expect(answer.status).toBe(200);
    expect(answer.headers["clear-site-data"]).toContain("storage");
    expect(await seen(cookie)).toBe("SIGNED_OUT");
    expect((await owner.query("select 1 from sec.grant_ctx")).rowCount).toBe((before.rowCount ?? 0) - 1);
  });

  test("ends after thirty minutes without use, and twelve hours after sign-in whatever is done", async () => {
    const idle = cookieOf(await signIn(await addAccount()));
    await owner.query("update auth.account_session set last_seen_at = now() - interval '29 minutes'");
    expect(await seen(idle)).toBe("signed in");
    const { rows } = await owner.query(
      "select 1 from auth.account_session where last_seen_at > now() - interval '1 minute'",
    );
    expect(rows.length).toBe(1);
    await owner.query("update auth.account_session set last_seen_at = now() - interval '31 minutes'");
    expect(await seen(idle)).toBe("SIGNED_OUT");
    const old = cookieOf(await signIn(await addAccount()));
    const { rows: ends } = await owner.query<{ hours: number }>(
      "select max(extract(epoch from expires_at - created_at) / 3600)::float8 as hours from auth.account_session",
    );
    expect(ends[0]?.hours).toBeCloseTo(12, 1);
    await owner.query("update auth.account_session set expires_at = now() - interval '1 second'");
    expect(await seen(old)).toBe("SIGNED_OUT");
  });

  test("is not opened by a cookie that somebody else signed, cut or emptied", async () => {
    const cookie = cookieOf(await signIn(await addAccount()));
    const forged = [
      cookie.slice(0, -9),
      `${cookie}x`,
      cookie.replace(/\.[^.]*$/, ""),
      "__Host-frontstep=",
      "__Host-frontstep=%E0%A4%A",
      cookie.replace("__Host-frontstep", "frontstep-development"),
    ];
    for (const each of forged.filter((value) => value !== cookie))
      expect([each, await seen(each)]).toEqual([each, "SIGNED_OUT"]);
  });

  test("loses a role with the next statement after it is taken away", async () => {
    const email = await addAccount();
    const cookie = cookieOf(await signIn(email));
    expect(await seen(cookie)).toBe("signed in");
    await owner.query("begin");
    await owner.query(
      "insert into change_set (jurisdiction_id, id, use_case, actor_name, via) values ('00000000-0000-0000-0000-000000000000', '00000000-0000-7000-8000-000000000001', 'removeMember', 'x', 'job')",
    );
    await owner.query("select set_config('app.change_set', '00000000-0000-7000-8000-000000000001', true)");
    await owner.query("update membership set ended_at = now() where account_email = $1", [email]);
    await owner.query("commit");
    expect(
      (
        await owner.query(
          "select 1 from sec.grant_ctx g join auth.account a on a.id = g.account_id where a.email = $1",
          [email],
        )
      ).rowCount,
    ).toBe(0);
    expect(await seen(cookie)).toBe("FORBIDDEN");
  });
});

describe("resetting a password", () => {
  const request = (email: string) => post("/api/auth/request-password-reset", { email });
  const tokenIn = (letter: Letter | undefined) =>
    new URL(/https:\S+/.exec(letter?.text ?? "")?.[0] ?? "https://nothing").searchParams.get("token") ?? "";
  const letterTo = async (email: string) => {
    await expect.poll(() => letters.find(({ to }) => to === email)).toBeDefined();
    return letters.find(({ to }) => to === email);
  };

  test("answers alike whether or not there is such an account", async () => {
    const known = await request(await addAccount());
    const unknown = await request("nobody@example.org");
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  });

  test("changes the password once by a link in a letter, and ends the sessions that were open", async () => {
    const email = await addAccount();
    const cookie = cookieOf(await signIn(email));
    await request(email);
    const token = tokenIn(await letterTo(email));
    const { rows } = await owner.query<{ stored: string }>(
      "select string_agg(v::text, ' ') as stored from auth.account_verification v",
    );
    expect(rows[0]?.stored).not.toContain(token);
    const reset = (newPassword: string) => post("/api/auth/reset-password", { token, newPassword });
    expect((await reset("short")).body["code"]).toBe("PASSWORD_TOO_SHORT");
    expect((await reset("password1234")).body["code"]).toBe("PASSWORD_TOO_COMMON");
    expect((await reset("another lantern, another river")).status).toBe(200);
    expect((await reset("a third lantern by the river")).body["code"]).toBe("INVALID_TOKEN");
    expect(await seen(cookie)).toBe("SIGNED_OUT");
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, "another lantern, another river")).status).toBe(200);
  });

  test("refuses a link that has grown old", async () => {
    const email = await addAccount();
    await request(email);
    const token = tokenIn(await letterTo(email));
    await owner.query("update auth.account_verification set expires_at = now() - interval '1 second'");
    const answer = await post("/api/auth/reset-password", {
      token,
      newPassword: "another lantern, another river",
    });
    expect(answer.body["code"]).toBe("INVALID_TOKEN");
  });

  test("takes five requests an hour for one address, known or not", async () => {
    const email = await addAccount();
    for (const each of [email, "nobody@example.org"]) {
      const statuses: number[] = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await request(each)).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    }
  });
});

describe("the routes under /api/auth", () => {
  test("are four; none of better-auth's own is open", async () => {
    const paths = [
      "sign-up/email",
      "get-session",
      "list-sessions",
      "update-user",
      "change-password",
      "change-email",
      "delete-user",
      "verify-email",
      "send-verification-email",
      "reset-password/abc",
      "revoke-session",
      "revoke-sessions",
      "link-social",
      "sign-in/social",
      "callback/google",
      "error",
      "ok",
      "account-info",
      "refresh-token",
      "verify-password",
      "set-password",
    ];
    for (const path of paths) {
      for (const method of ["GET", "POST"] as const) {
        const { statusCode } = await app.inject({
          method,
          url: `/api/auth/${path}`,
          ...(method === "POST" ? { payload: {} } : {}),
        });
        expect([method, path, statusCode]).toEqual([method, path, 404]);
      }
    }
  });

  test("refuse what another site sends, in every form that a page can send", async () => {
    const email = await addAccount();
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "https://sub.frontstep.example.org" },
      { origin: "http://frontstep.example.org" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const path of [
      "/api/auth/sign-in/email",
      "/api/auth/sign-out",
      "/api/auth/request-password-reset",
      "/api/auth/reset-password",
      "/graphql",
    ]) {
      for (const headers of foreign) {
        const answer = await post(path, { email, password: PASSWORD }, headers);
        expect([path, headers, answer.status]).toEqual([path, headers, 403]);
      }
    }
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
    ]) {
      const { statusCode } = await app.inject({
        method: "POST",
        url: "/api/auth/sign-in/email",
        headers: { "content-type": type },
        payload: `email=${email}&password=${PASSWORD}`,
      });
      expect([type, statusCode >= 400]).toEqual([type, true]);
    }
    expect(
      (
        await post(
          "/api/auth/sign-in/email",
          { email, password: PASSWORD },
          { origin: "https://frontstep.example.org", "sec-fetch-site": "same-origin" },
        )
      ).status,
    ).toBe(200);
  });
});
