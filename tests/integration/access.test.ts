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

describe("every operation as every role", () => {
  test(
    "is refused wherever the table forbids it, and never for the role where the table allows it",
    { timeout: 300_000 },
    async () => {
      const leaks: string[] = [];
      const denials: string[] = [];
      const defects = new Set<string>();
      let cells = 0;
      for (const { operation: name, role, allowed } of operationExpectations()) {
        const operation = find(name);
        if (operation === undefined) continue;
        for (const world of [worlds.own, worlds.other]) {
          cells += 1;
          const reply = await call({ operation, role, world });
          const title = `${name} as ${role ?? "nobody"} about ${world.canary}: ${reply.code ?? "answered"} ${reply.message}`;
          if (!allowed && reply.code !== (role === null ? "SIGNED_OUT" : "FORBIDDEN")) leaks.push(title);
          if (allowed && (reply.code === "SIGNED_OUT" || /it needs the role/.test(reply.message)))
            denials.push(title);
          if (reply.code === "BAD_USER_INPUT" || reply.code === "GRAPHQL_VALIDATION_FAILED")
            denials.push(title);
          if (reply.code === "INTERNAL_SERVER_ERROR") defects.add(`${name} as ${role ?? "nobody"}`);
          if (role !== null && role !== "platformSteward" && reply.text.includes("canary-other"))
            leaks.push(`${title} ${reply.text}`);
        }
      }
      console.info(
        `Cells tried: ${String(cells)}; leaks ${String(leaks.length)}; false denials ${String(denials.length)}; defects ${String(defects.size)}`,
      );
      expect({ leaks, denials, defects: [...defects] }).toEqual({ leaks: [], denials: [], defects: [] });
      expect(cells).toBeGreaterThan(1000);
    },
  );
});
