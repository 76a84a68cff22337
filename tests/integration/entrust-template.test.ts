import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, startCity, type TestCity } from "../support/city.ts";
import { makeOwner, type TestOwner } from "../support/fleet.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";
import { publishNext } from "../support/upgrade.ts";

let server: TestServer;
let city: TestCity;
let steward: TestActor;
let owner: TestOwner;

const ENTRUST = `mutation ($input: EntrustTemplateInput!) {
  entrustTemplate(input: $input) { ... on TemplateEntrusted { template { organizationName revision } } } }`;

const KEPT = `query ($key: String!) { template(key: $key) { id organizationName revision releases { version } } }`;

interface Kept {
  readonly template: {
    readonly id: string;
    readonly organizationName: string | null;
    readonly revision: number;
    readonly releases: readonly { readonly version: string }[];
  };
}

const kept = async (key: string) => (await steward.get<Kept>(KEPT, { key })).template;

async function entrust(key: string, organizationId: string | null): Promise<void> {
  const { id: templateId, revision: expectedRevision } = await kept(key);
  const input = { templateId, expectedRevision, organizationId, reason: "They train the teams." };
  await steward.get(ENTRUST, { input });
}

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
  steward = await server.actor([{ role: "platformSteward" }]);
  owner = await makeOwner(server, city, { name: "Bridge Builders", templateKey: "bridge-builders" });
});
afterAll(() => server.close());

describe("a template in an organization's care", () => {
  test("is published by its authors from then on, no longer by the platform", async () => {
    await entrust("csp-park", owner.organizationId);
    expect(await kept("csp-park")).toMatchObject({ organizationName: "Bridge Builders" });
    const theirs = { templateKey: "csp-park", organizationId: owner.organizationId };
    const as = (release: string) => (document: object) => {
      // Without its longest section a document is well below what a request may carry.
      Object.assign(document, { release, guidance: [] });
    };
    await publishNext(owner.author, theirs, as("3.3.0"));
    await expect(publishNext(steward, { templateKey: "csp-park" }, as("3.4.0"))).rejects.toThrow(
      /belongs to another organization/,
    );
    expect((await kept("csp-park")).releases.map(({ version }) => version)).toEqual([
      "3.3.0",
      "3.2.0",
      "3.1.0",
    ]);
  });

  test("stays as it is when the server starts again", async () => {
    const before = await kept("csp-park");
    await loadCatalogue(server);
    expect(await kept("csp-park")).toEqual(before);
  });

  test("shows its authors the sites on it, and hides them when it is taken back", async () => {
    const siteId = await city.openSite();
    const FLEET = `{ fleet { edges { node { id } } } }`;
    const seen = async () =>
      (await owner.author.get<{ fleet: { edges: { node: { id: string } }[] } }>(FLEET)).fleet.edges.map(
        ({ node }) => node.id,
      );
    expect(await seen()).not.toContain(siteId);
    await entrust("csp-public-housing", owner.organizationId);
    expect(await seen()).toContain(siteId);
    await entrust("csp-public-housing", null);
    expect(await seen()).not.toContain(siteId);
    expect(await kept("csp-public-housing")).toMatchObject({ organizationName: null });
  });
});

describe("giving a template into other hands", () => {
  const NOBODY = "0190f5fe-0000-7000-8000-0000000000ff";

  test.each([
    ["an organization that is not there", { organizationId: NOBODY }, "NOT_FOUND"],
    ["a template that is not there", { templateId: NOBODY }, "NOT_FOUND"],
    ["an older revision", { expectedRevision: 0 }, "STALE_REVISION"],
    ["no reason", { reason: "  " }, "BAD_INPUT"],
  ])("is refused with %s", async (_case, wrong, code) => {
    const { id: templateId, revision: expectedRevision } = await kept("csp-neighborhood");
    const right = { templateId, expectedRevision, organizationId: owner.organizationId, reason: "Care." };
    const answer = await steward.ask(ENTRUST, { input: { ...right, ...wrong } });
    expect(answer.errors?.[0]?.extensions?.code).toBe(code);
    expect(await kept("csp-neighborhood")).toMatchObject({ organizationName: null });
  });

  test("is the stewards' alone", async () => {
    const { id: templateId, revision: expectedRevision } = await kept("csp-neighborhood");
    const input = { templateId, expectedRevision, organizationId: owner.organizationId, reason: "Ours." };
    for (const actor of [owner.author, city.administrator])
      expect((await actor.ask(ENTRUST, { input })).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  test("stands in the record with its reason", async () => {
    const { history } = await steward.get<{
      history: { edges: { node: { useCase: string; reason: string | null; summary: object } }[] };
    }>(`{ history(first: 100) { edges { node { useCase reason summary } } } }`);
    const [latest] = history.edges.filter(({ node }) => node.useCase === "entrustTemplate");
    expect(latest?.node).toMatchObject({ reason: "They train the teams.", summary: { keeper: "platform" } });
  });
});
