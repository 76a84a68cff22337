import { randomUUID } from "node:crypto";
import { operations, roles, type RoleKey } from "@frontstep/server/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  committedSchema,
  type GeneratedOperation,
  generatedOperations,
} from "../support/generated-operations.ts";
import { changedTables, recordedState, UNRECORDED } from "../support/recorded-state.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { columnsByTable, plantWorlds, type World } from "../support/worlds.ts";

/*
 * Every mutation of the schema, by somebody who may call it: what changes rows leaves a change set
 * with them, what is refused changes nothing, and the same key does it once.
 */
let server: TestServer;
let owner: pg.Client;
let own: World;
let tables: string[];
const actors = new Map<RoleKey, TestActor>();
const mutations = generatedOperations(committedSchema()).filter(({ isMutation }) => isMutation);

const ORDER: readonly RoleKey[] = ["cityAdministrator", "platformSteward", "templateAuthor", "partnerStaff"];

beforeAll(async () => {
  server = await startTestServer();
  owner = new pg.Client(server.database.url);
  await owner.connect();
  ({ own } = await plantWorlds(owner));
  await owner.query(
    "set session_replication_role = replica; delete from indicator; reset session_replication_role",
  );
  tables = [...(await columnsByTable(owner)).keys()];
  const { jurisdictionId, organizationId } = own;
  const places: Partial<Record<RoleKey, object>> = {
    cityAdministrator: { jurisdictionId },
    platformSteward: {},
    templateAuthor: { organizationId },
    partnerStaff: { organizationId },
  };
  for (const role of ORDER) actors.set(role, await server.actor([{ role, ...places[role] }]));
});

afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Which planted row a mutation is about, where its input names one by its id or key. */
const ABOUT: Readonly<Record<string, Readonly<Record<string, readonly [table: string, column: string]>>>> = {
  changeOfficer: { id: ["officer", "id"] },
  recordTraining: { officerId: ["officer", "id"] },
  recordLeave: { assignmentId: ["assignment", "id"] },
  endAssignment: { id: ["assignment", "id"] },
  correctAssignment: { id: ["assignment", "id"] },
  changeOrganization: { id: ["partner_organization", "id"] },
  changePartnership: { id: ["partnership", "id"] },
  endPartnership: { id: ["partnership", "id"] },
  signAgreement: { partnershipId: ["partnership", "id"] },
  correctAgreement: { id: ["agreement", "id"] },
  revokeInvitation: { invitationId: ["invitation", "id"] },
  changeRole: { membershipId: ["membership", "id"] },
  removeMember: { membershipId: ["membership", "id"] },
  discardSiteDraft: { id: ["site_draft", "id"] },
  changeItemStatus: { itemKey: ["checklist_item", "item_key"] },
  changeItemDueDate: { itemKey: ["checklist_item", "item_key"] },
  assignItem: { itemKey: ["checklist_item", "item_key"] },
  signOffItem: { itemKey: ["checklist_item", "item_key"] },
  reopenItem: { itemKey: ["checklist_item", "item_key"] },
  addEvidenceLink: { itemKey: ["checklist_item", "item_key"] },
  removeEvidence: {
    id: ["evidence", "id"],
    evidenceId: ["evidence", "id"],
    itemKey: ["checklist_item", "item_key"],
  },
  inviteMember: { role: ["membership", "'CITY_VIEWER'"] },
};

async function about(mutation: GeneratedOperation): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [field, [table, column]] of Object.entries(ABOUT[mutation.name] ?? {})) {
    const { rows } = await owner.query<{ value: unknown }>(
      `select ${column} as value from "${table}" t where t::text like $1 limit 1`,
      [`%${own.canary}%`],
    );
    if (rows[0] !== undefined) found[field] = rows[0].value;
  }
  return found;
}

const state = () => recordedState(owner, tables);

function callerOf({ name }: GeneratedOperation): TestActor | undefined {
  const rule = operations[name];
  const role = ORDER.find((each) => (roles[each].permissions as readonly string[]).includes(rule ?? ""));
  return role === undefined ? undefined : actors.get(role);
}

/** The variables of a call about planted rows, with a key of its own where the mutation takes one. */
async function variablesOf(mutation: GeneratedOperation): Promise<Record<string, unknown>> {
  const variables = mutation.variables(own);
  const rows = await about(mutation);
  const { input } = variables;
  if (typeof input !== "object" || input === null) return { ...variables, ...rows };
  const named = Object.fromEntries(Object.entries(rows).filter(([field]) => field in input));
  return {
    ...variables,
    input: { ...input, ...named, ...(mutation.takesKey ? { idempotencyKey: randomUUID() } : {}) },
  };
}

/** What one mutation does, tried once and under its key again. */
async function faultsOf(
  mutation: GeneratedOperation,
  actor: TestActor,
): Promise<{ faults: string[]; isDone: boolean }> {
  const variables = await variablesOf(mutation);
  const before = await state();
  const first = await actor.ask(mutation.document, variables);
  const after = await state();
  const changed = changedTables(before, after).filter((table) => !UNRECORDED.has(table));
  const opened = after.changeSets - before.changeSets;
  const faults = [
    ...(after.empty > before.empty ? ["left an empty change set"] : []),
    ...(first.errors && changed.length > 0 ? [`was refused and changed ${changed.join(", ")}`] : []),
    ...(changed.length > 0 && opened !== 1
      ? [`changed ${changed.join(", ")} with ${String(opened)} change sets`]
      : []),
  ];
  if (changed.length > 0 && mutation.takesKey) {
    const second = await actor.ask(mutation.document, variables);
    const again = changedTables(after, await state());
    if (again.length > 0) faults.push(`under the same key changed ${again.join(", ")}`);
    faults.push(...repeatFaults(mutation.name, first.data, second));
  }
  return { faults: faults.map((fault) => `${mutation.name} ${fault}`), isDone: changed.length > 0 };
}

function repeatFaults(name: string, first: unknown, second: { readonly data: unknown }): string[] {
  if (JSON.stringify(second.data) === JSON.stringify(first)) return [];
  return [`under the same key answered ${JSON.stringify(second)}`];
}

describe("every mutation", () => {
  test(
    "leaves its change set when it changes rows, nothing when it is refused, and is done once under one key",
    { timeout: 300_000 },
    async () => {
      const faults: string[] = [];
      const done: string[] = [];
      for (const mutation of mutations) {
        const actor = callerOf(mutation);
        if (!actor) continue;
        const tried = await faultsOf(mutation, actor);
        faults.push(...tried.faults);
        if (tried.isDone) done.push(mutation.name);
      }
      console.info(
        `Mutations: ${String(mutations.length)}; that changed rows: ${String(done.length)}: ${done.join(", ")}`,
      );
      expect(faults).toEqual([]);
      expect(done.length).toBeGreaterThanOrEqual(12);
    },
  );

  test("takes an idempotency key, but for those that are safe to repeat by themselves", () => {
    const without = mutations.filter(({ takesKey }) => !takesKey).map(({ name }) => name);
    expect(without.toSorted()).toEqual([
      "acceptInvitation",
      "applyImport",
      "cancelImport",
      "checkImport",
      "discardImport",
      "discardSiteDraft",
      "undoImport",
    ]);
  });
});
