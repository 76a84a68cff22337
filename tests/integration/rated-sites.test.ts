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
async function rate(
  { administrator }: TestCity,
  siteId: string,
  { mark, on = dayFromToday(0) }: { readonly mark: number; readonly on?: string },
): Promise<void> {
  const ratings = await ratingsOf(administrator, siteId, { mark, datedOn: on });
  const input = {
    siteId,
    rater: "SELF",
    ratedBy: "Sergeant and coordinator",
    reviewedOn: on,
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
  await rate(city, await city.openSite({ name: "Harborview" }), { mark: 3 });
  const names: string[] = [];
  for (const [name, mark] of [
    ["Zenith Court", 4],
    ["Birch Court", 1],
  ] as const) {
    await rate(other, await other.openSite({ name }), { mark });
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

interface ScoresOf {
  readonly siteFidelities: {
    readonly edges: readonly {
      readonly node: { readonly name: string; readonly reviews: readonly Scored[] };
    }[];
  };
}

interface Scored {
  readonly id: string;
  readonly revision: number;
  readonly score: number | null;
}

test("a site stands there with its newest review that counts: an older one when the newest is taken back", async () => {
  const siteId = await city.openSite({ name: "Larkspur" });
  await rate(city, siteId, { mark: 2, on: dayFromToday(-20) });
  await rate(city, siteId, { mark: 4 });
  const reviews = async (): Promise<readonly Scored[] | undefined> =>
    (
      await city.administrator.get<ScoresOf>(
        `{ siteFidelities(search: "larks") { edges { node { name reviews { id revision score } } } } }`,
      )
    ).siteFidelities.edges[0]?.node.reviews;
  const [newest, ...others] = (await reviews()) ?? [];
  expect(others).toEqual([]);
  expect(newest?.score).toBe(100);
  const input = {
    siteId,
    reviewId: newest?.id,
    expectedRevision: newest?.revision,
    reason: "It was meant for another site.",
  };
  await city.administrator.get(
    `mutation ($input: WithdrawFidelityReviewInput!) { withdrawFidelityReview(input: $input) { __typename } }`,
    { input },
  );
  expect((await reviews())?.map(({ score }) => score)).toEqual([50]);
});
