import { createServer } from "@frontstep/server";
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
const apps: App[] = [];

async function serve(isProduction: boolean): Promise<App> {
  const app = await createServer({
    databaseUrl: database.url,
    secret: TEST_SECRET,
    isProduction,
    publicAddress: "https://frontstep.example.org",
    sendMail: () => Promise.resolve(),
  });
  apps.push(app);
  return app;
}

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
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
