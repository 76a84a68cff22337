import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { LEAVE, rosterCalls } from "../support/roster-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOfficer, assign, end } = rosterCalls(() => ({ city, siteId }));

const MOVEMENTS = `query ($id: ID, $from: Date, $to: Date, $first: Int, $after: String) {
  movements(jurisdictionId: $id, from: $from, to: $to, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { kind on until assignment { officer { id } } from { positionKey } } } } }`;

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly kind: string; readonly on: string } }[];
}

async function movements(actor: TestActor, variables: object): Promise<List> {
  const asked = { id: city.jurisdictionId, from: "2026-01-01", to: "2026-12-31", ...variables };
  return (await actor.get<{ movements: List }>(MOVEMENTS, asked)).movements;
}

test("tells who came, went on leave, was promoted and left between two days, a page at a time", async () => {
  const officerId = await addOfficer();
  const first = await assign({ officerId, startsOn: "2025-03-03" });
  await city.administrator.get(LEAVE, {
    input: {
      jurisdictionId: city.jurisdictionId,
      assignmentId: first.assignment.id,
      startsOn: "2026-02-02",
      endsOn: "2026-02-20",
      kind: "PERSONAL",
    },
  });
  await end(first, "2026-03-31");
  const second = await assign({ officerId, positionKey: "SGT", startsOn: "2026-04-01" });
  await end(second, "2026-06-30", "RETIREMENT");

  const all = await movements(city.administrator, {});
  expect(all.edges.map(({ node }) => node)).toEqual([
    { kind: "LEFT", on: "2026-06-30", until: null, assignment: { officer: { id: officerId } }, from: null },
    {
      kind: "PROMOTED",
      on: "2026-04-01",
      until: null,
      assignment: { officer: { id: officerId } },
      from: { positionKey: "OFF-GEN" },
    },
    {
      kind: "LEAVE",
      on: "2026-02-02",
      until: "2026-02-20",
      assignment: { officer: { id: officerId } },
      from: null,
    },
  ]);
  const page = await movements(city.administrator, { first: 2 });
  expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = await movements(city.administrator, { first: 2, after: page.pageInfo.endCursor });
  expect([...page.edges, ...rest.edges].map(({ node }) => node)).toEqual(all.edges.map(({ node }) => node));
  const promotionDay = await movements(city.administrator, { from: "2026-04-01", to: "2026-04-01" });
  expect(promotionDay.edges.map(({ node }) => node.kind)).toEqual(["PROMOTED"]);
});

test("days in the wrong order, or more than 36 months apart, are refused", async () => {
  await expect(movements(city.administrator, { from: "2027-01-01" })).rejects.toThrow("Choose a last day");
  await expect(movements(city.administrator, { from: "2020-01-01" })).rejects.toThrow("within 36 months");
});

test("another city and a state official are told no movement", async () => {
  const lakeside = await makeCity(server, { name: "Lakeside" });
  await expect(movements(lakeside.administrator, {})).rejects.toThrow();
  const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  await expect(movements(official, {})).rejects.toThrow();
});
