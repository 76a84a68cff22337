import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { plantFigures } from "../support/plant-figures.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

interface Answer {
  readonly sitesAwaitingFigures: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly {
      readonly node: {
        readonly siteId: string;
        readonly siteName: string;
        readonly awaitedCount: number;
        readonly awaited: readonly {
          readonly indicatorCode: string;
          readonly indicatorName: string;
          readonly periodStart: string;
          readonly periodEnd: string;
          readonly lastPeriodEnd: string | null;
        }[];
      };
    }[];
  };
}

const ASK = `query ($first: Int, $after: String) { sitesAwaitingFigures(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { siteId siteName awaitedCount awaited { indicatorCode indicatorName periodStart periodEnd lastPeriodEnd } } } } }`;

let server: TestServer;
let city: TestCity;
let elsewhere: TestCity;
let siteId: string;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  city = await makeCity(server, { name: "Harborview", timeZone: "UTC" });
  elsewhere = await makeCity(server, { name: "Elsewhere" });
  siteId = await city.openSite();
  await city.openSite({ name: "Mill Court" });
  await elsewhere.openSite({ name: "Far Homes" });
});

afterAll(async () => {
  await server.close();
});

async function ask(actor: TestActor, page: object = {}): Promise<Answer["sitesAwaitingFigures"]> {
  return (await actor.get<Answer>(ASK, page)).sitesAwaitingFigures;
}

async function awaitedAt(site: string, code: string) {
  const { edges } = await ask(city.administrator);
  return edges
    .find(({ node }) => node.siteId === site)
    ?.node.awaited.find(({ indicatorCode }) => indicatorCode === code);
}

/** The latest quarter that is over, and the one before, as the database counts them. */
function quarters() {
  const now = new Date();
  const next = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3, 1));
  const startOf = (back: number) =>
    new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() - 3 * back, 1));
  const nameOf = (start: Date) =>
    `${String(start.getUTCFullYear())}-Q${String(Math.floor(start.getUTCMonth() / 3) + 1)}`;
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const dayBefore = (date: Date) => day(new Date(date.getTime() - 86_400_000));
  return {
    latest: { period: nameOf(startOf(1)), start: day(startOf(1)), end: dayBefore(next) },
    before: { period: nameOf(startOf(2)), end: dayBefore(startOf(1)) },
    lastMonth: day(new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() - 1, 1))).slice(0, 7),
  };
}

test("names the indicators of goals with the latest period that is over, and the last one that is in", async () => {
  const { latest, before } = quarters();
  expect(await awaitedAt(siteId, "CR-VIOL")).toEqual({
    indicatorCode: "CR-VIOL",
    indicatorName: expect.stringMatching(/\w/) as string,
    periodStart: latest.start,
    periodEnd: latest.end,
    lastPeriodEnd: null,
  });
  const figure = {
    jurisdictionId: city.jurisdictionId,
    placeKind: "site",
    placeId: siteId,
    value: 5,
  } as const;
  await plantFigures(server.database.url, [{ ...figure, indicator: "CR-VIOL", period: before.period }]);
  expect(await awaitedAt(siteId, "CR-VIOL")).toMatchObject({ lastPeriodEnd: before.end });
});

test("an indicator is in once a figure of the site reaches the end of that period, a month's as well", async () => {
  const { latest, lastMonth } = quarters();
  const figure = {
    jurisdictionId: city.jurisdictionId,
    placeKind: "site",
    placeId: siteId,
    value: 5,
  } as const;
  const [first] = (await ask(city.administrator)).edges;
  await plantFigures(server.database.url, [
    { ...figure, indicator: "CR-VIOL", period: latest.period },
    { ...figure, indicator: "CR-SHOT", period: lastMonth },
  ]);
  expect(await awaitedAt(siteId, "CR-VIOL")).toBeUndefined();
  expect(await awaitedAt(siteId, "CR-SHOT")).toBeUndefined();
  const [now] = (await ask(city.administrator)).edges;
  expect(now?.node.awaitedCount).toBe((first?.node.awaitedCount ?? 0) - 2);
});

test("what is collected by survey is never waited for", async () => {
  const millCourt = (await ask(city.administrator)).edges.find(({ node }) => node.siteName === "Mill Court");
  const codes = millCourt?.node.awaited.map(({ indicatorCode }) => indicatorCode);
  expect(codes).toEqual(codes?.toSorted());
  expect(codes).toContain("CR-VIOL");
  expect(codes).not.toContain("TR-TRU");
});

test("sites come by name, a page at a time, and the number of all is said even past the end", async () => {
  const start = await ask(city.administrator, { first: 1 });
  expect(start.edges.map(({ node }) => node.siteName)).toEqual(["Harbor Homes"]);
  expect(start).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  const next = await ask(city.administrator, { first: 1, after: start.pageInfo.endCursor });
  expect(next.edges.map(({ node }) => node.siteName)).toEqual(["Mill Court"]);
  const past = await ask(city.administrator, { first: 1, after: next.pageInfo.endCursor });
  expect(past).toMatchObject({ totalCount: 2, edges: [], pageInfo: { hasNextPage: false } });
});

test("another city's sites are not among them, and who may not see figures is refused", async () => {
  const theirs = await ask(elsewhere.administrator);
  expect(theirs.edges.map(({ node }) => node.siteName)).toEqual(["Far Homes"]);
  const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  const { errors } = await official.ask(ASK, {});
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});
