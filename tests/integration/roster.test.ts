import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { ROSTER, rosterCalls, TRAIN } from "../support/roster-calls.ts";
import { type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOfficer, assign, rosterOf } = rosterCalls(() => ({ city, siteId }));

describe("trainings", () => {
  test("are recorded once, show in the slot, and can be taken back", async () => {
    const site = await city.openSite({ name: "Trainings" });
    const officerId = await addOfficer();
    await assign({ siteId: site, officerId, positionKey: "SGT" });
    expect((await rosterOf(site)).trainingGapCount).toBe(1);
    const record = async (changes: object) => {
      const input = {
        jurisdictionId: city.jurisdictionId,
        siteId: site,
        officerId,
        trainingKey: "TRN-CORE",
        completedOn: "2026-02-20",
        ...changes,
      };
      return (await city.administrator.get<{ recordTraining: object }>(TRAIN, { input })).recordTraining;
    };
    const done = {
      __typename: "TrainingRecorded",
      officer: { completions: [{ trainingKey: "TRN-CORE", completedOn: "2026-02-20" }] },
    };
    expect(await record({})).toEqual(done);
    expect(await record({})).toEqual(done);
    expect(await record({ completedOn: "2999-01-01" })).toMatchObject({
      findings: [{ code: "TRAINING_IN_FUTURE" }],
    });
    expect(await record({ trainingKey: "TRN-NONE" })).toMatchObject({
      findings: [{ code: "TRAINING_UNKNOWN" }],
    });
    expect(await record({ isMistake: true })).toMatchObject({ officer: { completions: [] } });
  });
});

describe("the roster of a site", () => {
  test("counts slots, what is short of a workable team, and leaves partners' people to partners", async () => {
    const site = await city.openSite({ name: "Counting" });
    const roster = await rosterOf(site);
    expect(roster).toMatchObject({ slotCount: 14, filledCount: 0, vacantCount: 14 });
    expect(roster.shortfalls).toEqual([{ floorKey: "MIN-TEAM", seats: 6, held: 0 }]);
    expect(roster.partnerPositions.map(({ positionKey }) => positionKey)).toEqual(["CIW", "AMB"]);
    await assign({ siteId: site, officerId: await addOfficer(), startsOn: "2029-01-01" });
    expect((await rosterOf(site)).slots.find(({ next }) => next !== null)?.next?.startsOn).toBe("2029-01-01");
    expect((await rosterOf(site, "2029-01-01")).filledCount).toBe(1);
  });

  test("lists vacancies of the whole city, paged, those vacant longest first", async () => {
    const page = `query ($city: ID!, $after: String) { vacancies(jurisdictionId: $city, first: 7, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id daysVacant siteName } } } }`;
    interface Page {
      readonly vacancies: {
        readonly totalCount: number;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        readonly edges: readonly { readonly node: { readonly id: string; readonly daysVacant: number } }[];
      };
    }
    const found: { id: string; daysVacant: number }[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { vacancies } = await city.administrator.get<Page>(page, { city: city.jurisdictionId, after });
      found.push(...vacancies.edges.map(({ node }) => node));
      more = vacancies.pageInfo.hasNextPage;
      after = vacancies.pageInfo.endCursor;
      if (!more) expect(found).toHaveLength(vacancies.totalCount);
    }
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.map(({ daysVacant }) => daysVacant)).toEqual(
      found.map(({ daysVacant }) => daysVacant).sort((one, other) => other - one),
    );
  });
});

describe("names", () => {
  test("are not seen by a state official, a partner, another city or nobody, and slots are not either", async () => {
    const name = "Nobody Else Sees This";
    const officerId = await addOfficer(city.administrator, { name });
    const site = await city.openSite({ name: "Named" });
    await assign({ siteId: site, officerId, positionKey: "SGT" });
    const elsewhere = await makeCity(server, { name: "Elsewhere" });
    const strangers = [
      await server.actor([{ role: "stateOfficial", stateCode: "OH" }]),
      await server.actor([{ role: "platformSteward" }]),
      await server.actor([{ role: "partnerStaff", organizationId: "018f0000-0000-7000-8000-000000000001" }]),
      elsewhere.administrator,
      server.nobody,
    ];
    for (const stranger of strangers) {
      const { jurisdictionId } = city;
      const answers = [
        await stranger.ask(
          `query ($city: ID!) { officers(jurisdictionId: $city) { edges { node { name } } } }`,
          { city: jurisdictionId },
        ),
        await stranger.ask(
          `query ($city: ID!, $id: ID!) { officer(jurisdictionId: $city, id: $id) { name } }`,
          { city: jurisdictionId, id: officerId },
        ),
        await stranger.ask(ROSTER, { id: site }),
      ];
      expect(JSON.stringify(answers)).not.toContain(name);
      for (const answer of answers.slice(0, 2))
        expect(answer.errors?.[0]?.extensions?.code).toMatch(/FORBIDDEN|SIGNED_OUT/);
    }
    const state = await strangers[0]?.get<{ site: { roster: null } | null }>(ROSTER, { id: site });
    expect(state?.site).toEqual({ roster: null });
  });

  test("a site's coordinator fills the slots of that site and no other", async () => {
    const own = await city.openSite({ name: "Coordinated" });
    const coordinator = await server.actor([
      { role: "siteCoordinator", jurisdictionId: city.jurisdictionId, siteId: own },
    ]);
    const officerId = await addOfficer(coordinator, { siteId: own });
    expect((await assign({ siteId: own, officerId }, coordinator)).__typename).toBe("OfficerAssigned");
    await expect(assign({ officerId }, coordinator)).rejects.toThrow(/another place/);
    const busy = await addOfficer();
    await assign({ officerId: busy, positionKey: "OFF-QOL", slot: 2 });
    const refused = await assign({ siteId: own, officerId: busy, slot: 2 }, coordinator);
    expect(refused).toMatchObject({ __typename: "AssignmentOverlaps", other: { siteName: null } });
  });

  test("a viewer looks and changes nothing", async () => {
    const viewer = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);
    await viewer.get(ROSTER, { id: siteId });
    await expect(addOfficer(viewer)).rejects.toThrow(/You may not change officers/);
  });
});

test("five hundred people on the roster are listed and searched a page at a time", async () => {
  const big = await makeCity(server, { name: "Five Hundred" });
  await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      addOfficer(big.administrator, {
        jurisdictionId: big.jurisdictionId,
        name: `Person ${String(index).padStart(3, "0")}`,
      }),
    ),
  );
  const list = `query ($city: ID!, $search: String) { officers(jurisdictionId: $city, search: $search, first: 100) {
    totalCount pageInfo { hasNextPage } edges { node { name assignments { id } } } } }`;
  const all = await big.administrator.get<{ officers: { totalCount: number; edges: object[] } }>(list, {
    city: big.jurisdictionId,
  });
  expect([all.officers.totalCount, all.officers.edges.length]).toEqual([500, 100]);
  const some = await big.administrator.get<{ officers: { totalCount: number } }>(list, {
    city: big.jurisdictionId,
    search: "person 49",
  });
  expect(some.officers.totalCount).toBe(10);
}, 60_000);
