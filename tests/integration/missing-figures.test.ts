import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import { plantFigures } from "../support/plant-figures.ts";
import { type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

const thisYear = new Date().getUTCFullYear();

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview", timeZone: "UTC" }));
  siteId = await city.openSite({ launchOn: `${String(thisYear - 3)}-06-01` });
  await city.openSite({ name: "Not launched yet", launchOn: `${String(thisYear + 1)}-06-01` });
});
afterAll(() => server.close());

interface Missing {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly siteName: string; readonly indicatorCode: string } }[];
}

async function missing(): Promise<Missing> {
  const { missingFigures } = await city.administrator.get<{ missingFigures: Missing }>(
    `query ($id: ID!) { missingFigures(jurisdictionId: $id, first: 100) {
      totalCount edges { node { siteName indicatorCode periodEnd lastHeldOn } } } }`,
    { id: city.jurisdictionId },
  );
  return missingFigures;
}

const ofYear = { jurisdictionId: "", placeKind: "site" as const, period: String(thisYear - 1), value: 40 };

test("names what the goals of a launched site need, and nothing of one that has not launched", async () => {
  const { edges, totalCount } = await missing();
  expect(totalCount).toBe(edges.length);
  expect(new Set(edges.map(({ node }) => node.siteName))).toEqual(new Set(["Harbor Homes"]));
  const codes = edges.map(({ node }) => node.indicatorCode);
  expect(codes).toContain("ST-RET24");
  expect(codes).not.toContain("TR-TRU");
});

test("no longer names a figure once its last period that is over is in, and still does for an older one", async () => {
  const { jurisdictionId } = city;
  const figure = { ...ofYear, jurisdictionId, placeId: siteId, indicator: "ST-RET24" };
  const codes = async () => (await missing()).edges.map(({ node }) => node.indicatorCode);
  await plantFigures(server.database.url, [{ ...figure, period: String(thisYear - 2) }]);
  expect(await codes()).toContain("ST-RET24");
  await plantFigures(server.database.url, [figure]);
  expect(await codes()).not.toContain("ST-RET24");
});

test("comes a page at a time", async () => {
  const page = async (after: string | null) =>
    await city.administrator.get<{
      missingFigures: {
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { id: string } }[];
      };
    }>(
      `query ($id: ID!, $after: String) { missingFigures(jurisdictionId: $id, first: 2, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
      { id: city.jurisdictionId, after },
    );
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const { missingFigures } = await page(after);
    seen.push(...missingFigures.edges.map(({ node }) => node.id));
    if (!missingFigures.pageInfo.hasNextPage) break;
    after = missingFigures.pageInfo.endCursor;
  }
  expect(seen).toHaveLength((await missing()).totalCount);
  expect(new Set(seen).size).toBe(seen.length);
});
