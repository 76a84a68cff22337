import { operationExpectations, operations, roles, type RoleKey } from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  committedSchema,
  type GeneratedOperation,
  generatedOperations,
} from "../support/generated-operations.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { plantWorlds, type World } from "../support/worlds.ts";

/*
 * Every query field and mutation of the schema, called as every role and as nobody, about things of
 * the caller's own city and of another, against the table of domain/access.
 */
let server: TestServer;
let owner: pg.Client;
let worlds: { own: World; other: World };
const actors = new Map<RoleKey | null, TestActor>();
const generated = generatedOperations(committedSchema());

beforeAll(async () => {
  server = await startTestServer();
  owner = new pg.Client(server.database.url);
  await owner.connect();
  worlds = await plantWorlds(owner);
  // What an indicator says is more than a planted row can.
  await owner.query(
    "set session_replication_role = replica; delete from indicator; reset session_replication_role",
  );
  actors.set(null, server.nobody);
  for (const role of Object.keys(roles) as RoleKey[])
    actors.set(role, await server.actor([{ role, ...placeOf(role) }]));
});

afterAll(async () => {
  await owner.end();
  await server.close();
});

function placeOf(role: RoleKey): object {
  const { jurisdictionId, siteId, organizationId, stateCode } = worlds.own;
  return {
    jurisdiction: { jurisdictionId },
    site: { jurisdictionId, siteId },
    organization: { organizationId },
    state: { stateCode },
    platform: {},
  }[roles[role].scope];
}

interface Cell {
  readonly operation: GeneratedOperation;
  readonly role: RoleKey | null;
  readonly world: World;
}

interface Reply {
  readonly code: string | null;
  readonly message: string;
  readonly text: string;
}

async function call({ operation, role, world }: Cell): Promise<Reply> {
  const answer = await actors.get(role)?.ask(operation.document, operation.variables(world));
  const [error] = answer?.errors ?? [];
  return {
    code: error?.extensions?.code ?? null,
    message: error?.message ?? "",
    text: JSON.stringify(answer),
  };
}

const find = (name: string) => generated.find((operation) => operation.name === name);

describe("the table of operations", () => {
  test("names every query field and mutation of the schema, and nothing else", () => {
    expect(Object.keys(operations).toSorted()).toEqual(generated.map(({ name }) => name).toSorted());
  });
});

/** What is wrong with a reply: shown to whom it is forbidden, kept from whom it is allowed, or a defect. */
function faultOf(cell: Cell, allowed: boolean, reply: Reply): "leak" | "denial" | "defect" | null {
  if (reply.code === "INTERNAL_SERVER_ERROR") return "defect";
  if (MALFORMED.has(reply.code ?? "")) return "denial";
  if (!allowed) return reply.code === (cell.role === null ? "SIGNED_OUT" : "FORBIDDEN") ? null : "leak";
  if (reply.code === "SIGNED_OUT" || reply.message.includes("it needs the role")) return "denial";
  return showsAnother(cell, reply) ? "leak" : null;
}

/** Whether somebody who keeps nothing that belongs to all is shown what another city keeps. */
function showsAnother({ role, world }: Cell, { text }: Reply): boolean {
  return world !== worlds.own && !OPEN_TO.has(role) && text.includes(world.canary);
}

/** Codes that say that the test's own document was wrong, so that the cell was not tried at all. */
const MALFORMED = new Set(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]);

/** Who keeps what belongs to all: a steward reads every entry of the directory. */
const OPEN_TO = new Set<RoleKey | null>(["platformSteward"]);

describe("every operation as every role", () => {
  test(
    "is refused wherever the table forbids it, and never for the role where the table allows it",
    { timeout: 300_000 },
    async () => {
      const faults: string[] = [];
      let cells = 0;
      for (const { operation: name, role, allowed } of operationExpectations()) {
        const operation = find(name);
        if (operation === undefined) continue;
        for (const world of [worlds.own, worlds.other]) {
          cells += 1;
          const cell = { operation, role, world };
          const reply = await call(cell);
          const fault = faultOf(cell, allowed, reply);
          if (fault !== null)
            faults.push(`${fault}: ${name} as ${role ?? "nobody"} about ${world.canary}: ${reply.text}`);
        }
      }
      console.info(`Cells tried: ${String(cells)}; faults: ${String(faults.length)}`);
      expect(faults).toEqual([]);
      expect(cells).toBeGreaterThan(1000);
    },
  );
});
