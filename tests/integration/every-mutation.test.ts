import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity } from "../support/city.ts";
import {
  committedSchema,
  type GeneratedOperation,
  generatedOperations,
} from "../support/generated-operations.ts";
import {
  type Call,
  type MutationCase,
  mutationCases,
  REFUSED,
  type Stage,
} from "../support/mutation-cases/index.ts";
import { changedTables, recordedState, UNRECORDED } from "../support/recorded-state.ts";
import { type Answer, startTestServer } from "../support/test-server.ts";
import { columnsByTable } from "../support/worlds.ts";

/*
 * Every mutation of the schema, brought to a success: what it changed stands in one change set with
 * each row before and after, the same key does it once, and a revision that is no longer true is
 * refused before it.
 */
let stage: Stage;
let owner: pg.Client;
let tables: string[];
let opened = 0;
const mutations = generatedOperations(committedSchema()).filter(({ isMutation }) => isMutation);

beforeAll(async () => {
  const server = await startTestServer();
  await loadCatalogue(server);
  owner = new pg.Client(server.database.url);
  await owner.connect();
  const city = await makeCity(server, { name: "Harborview" });
  const launchOn = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10);
  stage = {
    server,
    city,
    steward: await server.actor([{ role: "platformSteward" }]),
    openSite: (changes) => city.openSite({ name: `Site ${String(++opened)}`, launchOn, ...changes }),
  };
  tables = [...(await columnsByTable(owner)).keys()];
});
afterAll(async () => {
  await owner.end();
  await stage.server.close();
});

test("every mutation of the schema has its case, and there is no other", () => {
  expect(Object.keys(mutationCases).toSorted()).toEqual(mutations.map(({ name }) => name).toSorted());
});

interface Change {
  readonly useCase: string;
  readonly changeSet: string;
  readonly table: string;
  readonly operation: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the record holds of change sets that were not there before. */
async function recordedSince(known: ReadonlySet<string>): Promise<Change[]> {
  const { rows } = await owner.query<Change>(
    `select s.use_case as "useCase", s.id as "changeSet", c.table_name as table, c.operation, c.before, c.after
     from change_set s left join change c on c.jurisdiction_id = s.jurisdiction_id and c.change_set_id = s.id
     order by c.position`,
  );
  return rows.filter(({ changeSet }) => !known.has(changeSet));
}

async function changeSets(): Promise<Set<string>> {
  return new Set((await recordedSince(new Set())).map(({ changeSet }) => changeSet));
}

/** Whether the record shows a row as it was, as it is, or both, as what was done with it asks. */
function isWhole({ operation, before, after }: Change): boolean {
  const [wasThere, isThere] = [before !== null, after !== null];
  if (operation === "insert") return !wasThere && isThere;
  if (operation === "delete") return wasThere && !isThere;
  if (operation === "update") return wasThere && isThere && JSON.stringify(before) !== JSON.stringify(after);
  return operation === "bulk" && isThere;
}

const codeOf = (answer: Answer<unknown>) => answer.errors?.[0]?.extensions?.code;

/** The call with a revision that the row has not had yet, or undefined where none is asked for. */
function stale(mutation: GeneratedOperation, { variables }: Call): object | undefined {
  if (!mutation.takesRevision) return undefined;
  const input = variables["input"] as Record<string, unknown>;
  return { input: { ...input, expectedRevision: Number(input["expectedRevision"]) + 7 } };
}

async function tryStale(mutation: GeneratedOperation, call: Call): Promise<void> {
  const variables = stale(mutation, call);
  if (variables === undefined) return;
  const before = await recordedState(owner, tables);
  const answer = await call.actor.ask(mutation.document, variables);
  expect(codeOf(answer), JSON.stringify(answer)).toBe("STALE_REVISION");
  expect(changedTables(before, await recordedState(owner, tables))).toEqual([]);
}

function expectRecorded(changes: readonly Change[], changed: readonly string[], useCase: string): void {
  expect(new Set(changes.map(({ changeSet }) => changeSet)).size).toBe(1);
  expect([...new Set(changes.map((each) => each.useCase))]).toEqual([useCase]);
  expect(changes.filter((each) => !isWhole(each))).toEqual([]);
  const recorded = new Set(changes.map(({ table }) => table));
  expect(
    changed.filter((table) => !recorded.has(table)),
    "changed and not recorded",
  ).toEqual([]);
  expect(changed).not.toEqual([]);
}

async function tryOnce(mutation: GeneratedOperation, call: Call, { unrecorded, recordedAs }: MutationCase) {
  const known = await changeSets();
  const before = await recordedState(owner, tables);
  const answer = await call.actor.ask<Record<string, { __typename: string }>>(
    mutation.document,
    call.variables,
  );
  await call.settled?.();
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.[mutation.name]?.__typename).not.toMatch(REFUSED);
  const changed = changedTables(before, await recordedState(owner, tables)).filter(
    (table) => !UNRECORDED.has(table),
  );
  const changes = await recordedSince(known);
  if (unrecorded === undefined) expectRecorded(changes, changed, recordedAs ?? mutation.name);
  else expect([changes, changed]).toEqual([[], []]);
  return answer;
}

async function tryAgain(mutation: GeneratedOperation, call: Call, first: Answer<unknown>): Promise<void> {
  if (!mutation.takesKey) return;
  const before = await recordedState(owner, tables);
  expect(await call.actor.ask(mutation.document, call.variables)).toEqual(first);
  expect(changedTables(before, await recordedState(owner, tables))).toEqual([]);
}

function withKey({ variables, ...call }: Call): Call {
  return {
    ...call,
    variables: { input: { ...(variables["input"] as object), idempotencyKey: randomUUID() } },
  };
}

describe("a success of", () => {
  test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    "%s leaves its rows before and after in one change set, once under its key, never over a revision that has passed",
    { timeout: 60_000 },
    async (name, mutation) => {
      const found = mutationCases[name];
      if (found === undefined)
        throw new Error(`${name} has no case in tests/support/mutation-cases: add one`);
      const prepared = await found.prepare(stage);
      const call = mutation.takesKey ? withKey(prepared) : prepared;
      await tryStale(mutation, call);
      await tryAgain(mutation, call, await tryOnce(mutation, call, found));
    },
  );
});
