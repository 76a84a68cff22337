import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { rosterCalls } from "../support/roster-calls.ts";
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

const STRENGTH = `query ($id: ID, $siteId: ID) { rosterStrength(jurisdictionId: $id, siteId: $siteId) {
  months { month plannedDays filledDays vacantDays } tenureMonths medianMonths followedCount
  stillThere { started stayed promoted left } stayedCurve { time atRisk events survival interval { lower } } } }`;

interface Strength {
  readonly months: readonly { month: string; plannedDays: number; filledDays: number; vacantDays: number }[];
  readonly tenureMonths: readonly number[];
  readonly followedCount: number;
  readonly stillThere: object;
  readonly stayedCurve: readonly { time: number; atRisk: number; events: number; survival: number }[];
}

async function strength(actor: TestActor, site?: string): Promise<Strength> {
  const variables = { id: city.jurisdictionId, siteId: site };
  return (await actor.get<{ rosterStrength: Strength }>(STRENGTH, variables)).rosterStrength;
}

const roleAt = (site: string) =>
  server.actor([{ role: "siteCoordinator", jurisdictionId: city.jurisdictionId, siteId: site }]);

test("a site's slots are counted from its launch, its people without their names", async () => {
  const before = await strength(city.administrator, siteId);
  expect(before).toMatchObject({ tenureMonths: [], medianMonths: null, followedCount: 0, stayedCurve: [] });
  expect(before.months[0]).toMatchObject({ month: "2026-01", filledDays: 0 });

  await assign({ officerId: await addOfficer(), positionKey: "SGT", startsOn: "2023-01-02" });
  const left = await assign({ officerId: await addOfficer(), startsOn: "2023-03-01" });
  await end(left, "2024-02-29", "PROMOTION");
  const after = await strength(city.administrator, siteId);
  expect(after.stillThere).toEqual({ started: 2, stayed: 1, promoted: 1, left: 0 });
  expect(after.stayedCurve).toMatchObject([{ time: 12, atRisk: 2, events: 1, survival: 0.5 }]);
  expect(after.tenureMonths).toHaveLength(1);
  const february = after.months.find(({ month }) => month === "2026-02");
  expect(february?.filledDays).toBe(28);
  expect((february?.plannedDays ?? 0) - (february?.vacantDays ?? 0)).toBe(28);
});

test("a city's is that of its open sites together, and another city's people are not in it", async () => {
  const elsewhere = await city.openSite({ name: "Second Site" });
  await assign({
    siteId: elsewhere,
    officerId: await addOfficer(),
    positionKey: "SGT",
    startsOn: "2026-02-02",
  });
  const [first, second, both] = await Promise.all([
    strength(city.administrator, siteId),
    strength(city.administrator, elsewhere),
    strength(city.administrator),
  ]);
  expect(both.followedCount).toBe(first.followedCount + second.followedCount);
  const lakeside = await makeCity(server, { name: "Lakeside" });
  await expect(strength(lakeside.administrator)).rejects.toThrow();
});

test("a site's coordinator sees that of the own site; a state official and another's coordinator see none", async () => {
  const elsewhere = await city.openSite({ name: "Third Site" });
  expect((await strength(await roleAt(siteId), siteId)).followedCount).toBeGreaterThan(0);
  await expect(strength(await roleAt(elsewhere), siteId)).rejects.toThrow();
  await expect(strength(await roleAt(elsewhere))).rejects.toThrow();
  const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  await expect(strength(official)).rejects.toThrow();
  await expect(strength(official, siteId)).rejects.toThrow();
});
