import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { ratingsOf } from "../support/fidelity.ts";
import { dayFromToday } from "../support/partner-calls.ts";
import type { TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Millbrook" }));
});
afterAll(() => server.close());

/** Records a review of a site by its own team, with one mark throughout. */
async function rate({ administrator }: TestCity, siteId: string, mark: number): Promise<void> {
  const ratings = await ratingsOf(administrator, siteId, { mark, datedOn: dayFromToday(0) });
  const input = {
    siteId,
    rater: "SELF",
    ratedBy: "Sergeant and coordinator",
    reviewedOn: dayFromToday(0),
    ratings,
  };
  const { recordFidelityReview } = await administrator.get<{ recordFidelityReview: { __typename: string } }>(
    `mutation ($input: RecordFidelityReviewInput!) { recordFidelityReview(input: $input) { __typename } }`,
    { input },
  );
  expect(recordFidelityReview.__typename).toBe("FidelityReviewRecorded");
}

interface RatedPage {
  readonly siteFidelities: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly {
      readonly node: { readonly name: string; readonly jurisdiction: { readonly name: string } };
    }[];
  };
}

test("sites stand side by side by city and name, never in the order of a score, page by page", async () => {
  const other = await makeCity(server, { name: "Alder Falls" });
  await rate(city, await city.openSite({ name: "Harborview" }), 3);
  const names: string[] = [];
  for (const [name, mark] of [
    ["Zenith Court", 4],
    ["Birch Court", 1],
  ] as const) {
    await rate(other, await other.openSite({ name }), mark);
  }
  const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  let after: string | null = null;
  for (;;) {
    const { siteFidelities }: RatedPage = await official.get<RatedPage>(
      `query ($after: String) { siteFidelities(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        edges { node { name jurisdiction { name } reviews { score } trend(indicator: "TR-TRU") { state } } } } }`,
      { after },
    );
    names.push(...siteFidelities.edges.map(({ node }) => `${node.jurisdiction.name} ${node.name}`));
    if (!siteFidelities.pageInfo.hasNextPage) {
      expect(names).toHaveLength(siteFidelities.totalCount);
      break;
    }
    after = siteFidelities.pageInfo.endCursor;
  }
  expect(names).toEqual(["Alder Falls Birch Court", "Alder Falls Zenith Court", "Millbrook Harborview"]);
});
