import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { rosterCalls } from "../support/roster-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite({ name: "Anchor Court", launchOn: "2025-01-01" });
});
afterAll(() => server.close());

const { addOfficer, assign, end } = rosterCalls(() => ({ city, siteId }));

const BOARD = `query ($city: ID, $site: ID, $from: Date, $to: Date, $first: Int, $after: String) {
  rosterBoard(jurisdictionId: $city, siteId: $site, from: $from, to: $to, first: $first, after: $after) {
    totalCount pageInfo { endCursor } edges { node { siteName from to slots { positionKey slot isPlanned
      assignments { officerName startsOn endedOn commitmentEndsOn handOverDays } vacancies { from to days } } } } } }`;

interface Board {
  readonly rosterBoard: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly {
      readonly node: {
        readonly siteName: string;
        readonly slots: readonly {
          readonly positionKey: string;
          readonly slot: number;
          readonly assignments: readonly { readonly officerName: string; readonly endedOn: string | null }[];
          readonly vacancies: readonly object[];
        }[];
      };
    }[];
  };
}

const years = { from: "2025-01-01", to: "2027-12-31" };

describe("the roster board", () => {
  test("has every slot with who held it when, the hand-over, and the days without anybody", async () => {
    const [first, second] = [await addOfficer(), await addOfficer()];
    const placed = await assign({ officerId: first, positionKey: "SGT", startsOn: "2025-02-01" });
    await end(placed, "2025-12-31");
    await assign({ officerId: second, positionKey: "SGT", startsOn: "2026-03-01" });
    const { rosterBoard } = await city.administrator.get<Board>(BOARD, { site: siteId, ...years });
    const slots = rosterBoard.edges[0]?.node.slots ?? [];
    const sergeant = slots.find(({ positionKey }) => positionKey === "SGT");
    expect(sergeant?.assignments).toMatchObject([
      { officerName: "Officer 1", startsOn: "2025-02-01", endedOn: "2025-12-31" },
      { officerName: "Officer 2", startsOn: "2026-03-01", endedOn: null },
    ]);
    expect(sergeant?.vacancies).toEqual([
      { from: "2025-01-01", to: "2025-01-31", days: 31 },
      { from: "2026-01-01", to: "2026-02-28", days: 59 },
    ]);
    const others = slots.filter(({ positionKey }) => positionKey !== "SGT");
    expect(others.length).toBeGreaterThan(5);
    for (const { vacancies } of others)
      expect(vacancies).toEqual([{ from: years.from, to: years.to, days: 1_095 }]);
  });

  test("has the open sites of the city by name, some at a time", async () => {
    await city.openSite({ name: "Zephyr Homes", launchOn: "2026-01-01" });
    const page = { ...years, first: 1 };
    const first = await city.administrator.get<Board>(BOARD, page);
    expect(first.rosterBoard).toMatchObject({
      totalCount: 2,
      edges: [{ node: { siteName: "Anchor Court" } }],
    });
    const after = first.rosterBoard.pageInfo.endCursor;
    const second = await city.administrator.get<Board>(BOARD, { ...page, after });
    expect(second.rosterBoard).toMatchObject({
      totalCount: 2,
      edges: [{ node: { siteName: "Zephyr Homes" } }],
    });
  });

  test("is the city's alone: no state official, no partner and no other city sees a name", async () => {
    const other = await makeCity(server, { name: "Elsewhere" });
    const codeFor = async (actor: TestActor, more: object = {}) =>
      (await actor.ask(BOARD, { city: city.jurisdictionId, ...more })).errors?.[0]?.extensions?.code;
    expect(await codeFor(other.administrator)).toBe("FORBIDDEN");
    expect(await codeFor(await server.actor([{ role: "stateOfficial", stateCode: "OH" }]))).toBe("FORBIDDEN");
    const { jurisdictionId } = city;
    const coordinator = await server.actor([{ role: "siteCoordinator", jurisdictionId, siteId }]);
    expect(await codeFor(coordinator)).toBe("FORBIDDEN");
    expect(await codeFor(coordinator, { site: siteId })).toBeUndefined();
  });

  test("reaches over at most 20 years and 25 sites", async () => {
    const messageFor = async (question: object) =>
      (await city.administrator.ask(BOARD, question)).errors?.[0]?.message;
    expect(await messageFor({ from: "2027-01-02", to: "2027-01-01" })).toContain(
      "a first day before the last",
    );
    expect(await messageFor({ from: "2000-01-01", to: "2020-01-02" })).toContain("at most 20 years");
    expect(await messageFor({ first: 26 })).toContain("at most 25 sites");
    expect(await messageFor({})).toBeUndefined();
  });
});
