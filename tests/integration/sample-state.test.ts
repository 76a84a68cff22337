import { loadBuiltInCatalogue, makeSampleState } from "@frontstep/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEST_SECRET } from "../support/database.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let official: TestActor;

const settings = (): Parameters<typeof makeSampleState>[0] => ({
  databaseUrl: server.database.url,
  secret: TEST_SECRET,
  say: () => undefined,
});

beforeAll(async () => {
  server = await startTestServer();
  await loadBuiltInCatalogue(settings());
  await makeSampleState(settings());
  official = await server.actor([{ role: "stateOfficial", stateCode: "LK" }]);
}, 300_000);
afterAll(() => server.close());

/** Who runs Port Averly. */
async function administrator(): Promise<{ readonly admin: TestActor; readonly jurisdictionId: string }> {
  const { jurisdictions } = await official.get<{ jurisdictions: { edges: { node: { id: string } }[] } }>(
    `{ jurisdictions(search: "Port Averly") { edges { node { id } } } }`,
  );
  const jurisdictionId = jurisdictions.edges[0]?.node.id ?? "";
  return { jurisdictionId, admin: await server.actor([{ role: "cityAdministrator", jurisdictionId }]) };
}

describe("the sample state", () => {
  test("has six cities and fourteen sites on two releases, at every stage", async () => {
    const { sites } = await official.get<{
      sites: { totalCount: number; edges: { node: { stage: string; release: { version: string } } }[] };
    }>(`{ sites(first: 100) { totalCount edges { node { name stage release { version } } } } }`);
    expect(sites.totalCount).toBe(14);
    const stages = sites.edges.map(({ node }) => node.stage);
    expect(new Set(stages)).toEqual(new Set(["PREPARING", "HELD_AT_GATES", "LAUNCHED"]));
    expect(stages.filter((stage) => stage === "LAUNCHED")).toHaveLength(8);
    expect(new Set(sites.edges.map(({ node }) => node.release.version))).toEqual(new Set(["3.1.0", "3.2.0"]));
  });

  test("gives everyone a sign-in with one password, and is made once", async () => {
    const before = await official.get(`{ sites { totalCount } }`);
    const { accounts, password } = await makeSampleState(settings());
    expect(await official.get(`{ sites { totalCount } }`)).toEqual(before);
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(8);
    for (const { email } of accounts) {
      const answer = await server.inject({
        method: "POST",
        url: "/api/auth/sign-in/email",
        payload: { email, password },
      });
      expect([email, answer.statusCode]).toEqual([email, 200]);
    }
  });

  test("has vacancies, agreements about to lapse, and figures with gaps for cities to be compared", async () => {
    const { admin, jurisdictionId } = await administrator();
    const { sites } = await admin.get<{
      sites: { edges: { node: { id: string; name: string; roster: { vacantCount: number } } }[] };
    }>(`{ sites(first: 20) { edges { node { id name roster { vacantCount filledCount } } } } }`);
    const harbor = sites.edges.find(({ node }) => node.name === "Harbor Terrace")?.node;
    expect(harbor?.roster.vacantCount).toBeGreaterThan(0);
    const { observations } = await admin.get<{ observations: { totalCount: number } }>(
      `query ($j: ID!, $s: ID!) { observations(jurisdictionId: $j, siteId: $s, indicatorCode: "CR-VIOL") { totalCount } }`,
      { j: jurisdictionId, s: harbor?.id },
    );
    expect(observations.totalCount).toBeGreaterThan(50);
    expect(observations.totalCount).toBeLessThan(60);
  });

  test("has promises of organizations, most kept, some months without a report", async () => {
    const { admin } = await administrator();
    const { partnerships } = await admin.get<{
      partnerships: {
        edges: { node: { pledges: { periods: { standing: string; delivered: number | null }[] }[] } }[];
      };
    }>(`{ partnerships(first: 100) { edges { node { pledges { periods { standing delivered } } } } } }`);
    const periods = partnerships.edges.flatMap(({ node }) =>
      node.pledges.flatMap((pledge) => pledge.periods),
    );
    const told = periods.filter(({ delivered }) => delivered !== null);
    expect(told.length).toBeGreaterThan(periods.length / 2);
    expect(told.length).toBeLessThan(periods.length);
  });
});
