import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type ServerSettings } from "@frontstep/server";
import { serveUnlimited } from "@frontstep/server/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "../support/database.ts";

/*
 * Seventeen checks of what a stranger may try on a GraphQL endpoint: the twelve probes of
 * graphql-cop and five of our own. Each says whether the door is open.
 */
type App = Awaited<ReturnType<typeof createServer>>;
type Sent = Awaited<ReturnType<App["inject"]>>;

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

const json = (sent: Sent): Answer => {
  try {
    return JSON.parse(sent.body) as Answer;
  } catch {
    return {};
  }
};
const post = (app: App, query: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    payload: JSON.stringify({ query }),
  });
const isAnswered = (sent: Sent, field: string) =>
  json(sent).data?.[field] !== undefined && json(sent).errors === undefined;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

const checks: Record<string, (app: App) => Promise<boolean>> = {
  "101 aliases of one field": async (app) =>
    isAnswered(await post(app, `{ ${times(101, (n) => `a${String(n)}: __typename`)} }`), "a100"),
  "ten operations in one request": async (app) => {
    const payload = JSON.stringify(Array.from({ length: 10 }, () => ({ query: "{ __typename }" })));
    const sent = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload,
    });
    return Array.isArray(json(sent));
  },
  "introspection in circles": async (app) =>
    isAnswered(
      await post(
        app,
        `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      ),
      "__schema",
    ),
  "ten unknown directives on one field": async (app) =>
    (json(await post(app, `{ __typename ${times(10, () => "@aa")} }`)).errors?.length ?? 0) >= 10,
  "one field 500 times": async (app) =>
    isAnswered(await post(app, `{ ${times(500, () => "__typename")} }`), "__typename"),
  "names suggested in an error": async (app) =>
    (await post(app, "{ actr { name } }")).body.includes("Did you mean"),
  introspection: async (app) =>
    isAnswered(await post(app, "{ __schema { queryType { name } } }"), "__schema"),
  "a query by GET without a preflight": async (app) =>
    isAnswered(await app.inject({ method: "GET", url: "/graphql?query=%7B__typename%7D" }), "__typename"),
  "a mutation by GET": async (app) => {
    const query = encodeURIComponent("mutation { __typename }");
    return isAnswered(
      await app.inject({
        method: "GET",
        url: `/graphql?query=${query}`,
        headers: { "apollo-require-preflight": "1" },
      }),
      "__typename",
    );
  },
  "a form post": async (app) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return isAnswered(
      await app.inject({ method: "POST", url: "/graphql", headers, payload: "query=%7B__typename%7D" }),
      "__typename",
    );
  },
  "a page for developers": async (app) => {
    const sent = await app.inject({ method: "GET", url: "/graphql", headers: { accept: "text/html" } });
    return sent.statusCode === 200 && sent.body.includes("<html");
  },
  "tracing or a stack in an answer": async (app) => {
    const answers = [
      await post(app, "{ __typename }"),
      await post(app, "{ nonsense("),
      await post(app, "{ jurisdictions { totalCount } }"),
    ];
    return answers.some((sent) => /"tracing"|"exception"|"stacktrace"/.test(sent.body));
  },
  "a resolver's own error text": async (app) =>
    /prisma|postgres|Cannot read|undefined|relation|column/i.test(
      (await post(app, `{ invitation(token: "\\u0000") { email } }`)).body,
    ),
  "thirty levels": async (app) =>
    !JSON.stringify(json(await post(app, `{ members { edges ${nested(28)} } }`)).errors ?? []).includes(
      "nests deeper",
    ),
  "a page of 200,000 rows": async (app) =>
    !/between 1 and 100|is the most/.test(
      (await post(app, "{ jurisdictions(first: 200000) { totalCount } }")).body,
    ),
  "fragments that double twelve times": async (app) => {
    const fragments = times(
      12,
      (n) => `fragment f${String(n)} on Query { ...f${String(n + 1)} ...f${String(n + 1)} }`,
    );
    return isAnswered(
      await post(app, `{ ...f0 } ${fragments} fragment f12 on Query { __typename }`),
      "__typename",
    );
  },
  "15,000 tokens": async (app) => {
    const sent = await post(app, `{ ${times(15_000, () => "__typename")} }`);
    return isAnswered(sent, "__typename");
  },
};

/** A document whose innermost field stands `depth` levels down. */
function nested(depth: number): string {
  return depth === 0 ? "{ id }" : `{ node ${nested(depth - 1)} }`;
}

let database: TestDatabase;
let adminFolder: string;
const apps: App[] = [];

/** Many small fragments: tokens, and nothing else in number. */
const longer = (fragments: number) =>
  `{ ${times(fragments, (n) => `...f${String(n)}`)} } ${times(fragments, (n) => `fragment f${String(n)} on Query { __typename }`)}`;
/** A document whose innermost field stands this many levels down. */
const deeper = (levels: number) => `{ members { edges ${nested(levels - 3)} } }`;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** 549 and 1,098 tokens; eleven and thirteen levels: what the admin's build says that its pages send. */
const PAGES = {
  short: "query Page { __typename }",
  long: longer(61),
  deep: deeper(11),
  tooLong: longer(122),
  tooDeep: deeper(13),
};

/** An account without a role: signed in is all that it is. */
const SOMEBODY = {
  actor: {
    accountId: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    name: "Ann",
    email: "ann@example.org",
    memberships: [],
  },
  sessionId: null,
  hat: null,
  token: null,
};

async function serve(
  isProduction: boolean,
  settings: Partial<Pick<ServerSettings, "adminFolder" | "authenticate">> = {},
): Promise<App> {
  const app = await createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction,
    publicAddress: "https://frontstep.example.org",
    sendMail: () => Promise.resolve(),
    authenticate: ({ headers }) => Promise.resolve(headers["x-test-account"] === "ann" ? SOMEBODY : null),
    ...settings,
  });
  apps.push(app);
  return app;
}

beforeAll(async () => {
  database = await createTestDatabase();
  adminFolder = mkdtempSync(join(tmpdir(), "frontstep-tests-admin-"));
  mkdirSync(join(adminFolder, ".vite"));
  const manifest = Object.fromEntries(Object.values(PAGES).map((text) => [sha256(text), text]));
  writeFileSync(join(adminFolder, ".vite", "trusted-documents.json"), JSON.stringify(manifest));
});
afterAll(async () => {
  rmSync(adminFolder, { recursive: true });
  for (const app of apps) await app.close();
  await database.drop();
});

async function openChecks(app: App): Promise<string[]> {
  const open: string[] = [];
  for (const [title, isOpen] of Object.entries(checks)) if (await isOpen(app)) open.push(title);
  return open;
}

describe("the attack checks", () => {
  test("are seventeen", () => {
    expect(Object.keys(checks)).toHaveLength(17);
  });

  test("are all closed in production", async () => {
    expect(await openChecks(await serve(true))).toEqual([]);
  });

  test("are all closed in development, but introspection, which the tools of makers need", async () => {
    expect(await openChecks(await serve(false))).toEqual(["introspection"]);
  });

  test("control: most are open on Apollo as it comes", async () => {
    const control = await serveUnlimited();
    const open = await openChecks(control);
    await control.close();
    console.info(
      `Open on Apollo as it comes: ${String(open.length)} of ${String(Object.keys(checks).length)}: ${open.join("; ")}`,
    );
    expect(open.length).toBeGreaterThanOrEqual(9);
  });
});

describe("documents", () => {
  const ann = { "x-test-account": "ann" };
  const saidOf = async (sent: Promise<Sent>) => json(await sent).errors?.map(({ message }) => message) ?? [];
  const own = (text: string) => text.replace("{", "{ me: __typename");
  let app: App;
  beforeAll(async () => {
    app = await serve(true, { adminFolder });
  });

  test("of anybody's own have 500 tokens and ten levels; those of the pages 1,000 and twelve", async () => {
    expect(await saidOf(post(app, own(longer(61)), ann))).toEqual([
      "This document is written in more tokens than 500. Ask for less at a time.",
    ]);
    expect(await saidOf(post(app, PAGES.long, ann))).toEqual([]);
    expect(await saidOf(post(app, own(longer(50)), ann))).toEqual([]);

    const deep = "This document nests deeper than 10. Ask for less at a time.";
    expect(await saidOf(post(app, own(deeper(11)), ann))).toContain(deep);
    expect((await saidOf(post(app, PAGES.deep, ann))).join()).not.toContain("nests deeper");
    expect((await saidOf(post(app, own(deeper(10)), ann))).join()).not.toContain("nests deeper");
  });

  test("of the pages are held to their own limits all the same", async () => {
    expect((await saidOf(post(app, PAGES.tooLong, ann))).join()).toContain("1000 tokens");
    expect(await saidOf(post(app, PAGES.tooDeep, ann))).toContain(
      "This document nests deeper than 12. Ask for less at a time.",
    );
  });

  test("of a stranger's own are refused in production, signed in or from a page they are answered", async () => {
    const text = "query Mine { __typename }";
    const sent = await post(app, text);
    expect(json(sent).errors).toEqual([
      {
        message: "Sign in to send documents of your own. This one belongs to no page of this server.",
        extensions: { code: "SIGNED_OUT" },
      },
    ]);
    expect(isAnswered(await post(app, text, ann), "__typename")).toBe(true);
    expect(isAnswered(await post(app, text), "__typename")).toBe(false);
    expect(isAnswered(await post(app, PAGES.short), "__typename")).toBe(true);
    expect(isAnswered(await post(await serve(false, { adminFolder }), text), "__typename")).toBe(true);
  });

  test("are known by their hash; another hash is refused in words and never learned", async () => {
    const byHash = (text: string, query?: string) =>
      app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", ...ann },
        payload: { query, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } } },
      });
    const mine = "query Learned { __typename }";
    expect(isAnswered(await byHash(PAGES.short), "__typename")).toBe(true);
    expect(isAnswered(await byHash(mine, mine), "__typename")).toBe(true);
    const unknown = await byHash(mine);
    expect(json(unknown).errors).toEqual([
      {
        message: "This server knows no document by this hash. Send the document itself.",
        extensions: { code: "PERSISTED_QUERY_NOT_FOUND" },
      },
    ]);
    expect(json(await byHash(PAGES.short, own(longer(61)))).errors?.[0]?.message).toContain(
      "sha does not match",
    );
  });

  test("leave the same doors closed where the pages are served, to strangers and to those signed in", async () => {
    expect(await openChecks(app)).toEqual([]);
    const authenticate = () => Promise.resolve(SOMEBODY);
    expect(await openChecks(await serve(true, { adminFolder, authenticate }))).toEqual([]);
  });
});
