import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { dayFromToday, type Partnership, partnerCalls } from "../support/partner-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview", timeZone: "America/Los_Angeles" }));
  siteId = await city.openSite({ name: "Anchor Court" });
});
afterAll(() => server.close());
afterEach(() => {
  vi.useRealTimers();
});

const { addOrganization, begin, sign } = partnerCalls(() => ({ city, siteId }));

interface Role {
  readonly partnerRoleKey: string;
  readonly state: string;
  readonly delivery: string | null;
  readonly lapsesOn: string | null;
  readonly holders: readonly { readonly organizationName: string }[];
}

interface Page {
  readonly partnerCoverage: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly {
      readonly node: { readonly siteName: string; readonly roles: readonly Role[] };
    }[];
  };
}

const COVERAGE = `query ($city: ID, $first: Int, $after: String) {
  partnerCoverage(jurisdictionId: $city, first: $first, after: $after) {
    totalCount pageInfo { endCursor }
    edges { node { siteId siteName asOf roles {
      partnerRoleKey title isRequired state delivery lapsesOn holders { organizationName } } } } } }`;
const NETWORK = `query ($city: ID) { partnerNetwork(jurisdictionId: $city) {
  siteCount requiredCount coveredCount startingCount lapsingCount undeliveredCount gapCount
  organizationCount uncountedSites
  organizations { organizationName roleCount soleCount sites { siteName roleCount soleCount } } } }`;

/** The cell of a role at the first site of a city. */
async function cell(role: string, of: TestCity = city): Promise<Role | undefined> {
  const { partnerCoverage } = await of.administrator.get<Page>(COVERAGE, { city: of.jurisdictionId });
  return partnerCoverage.edges[0]?.node.roles.find(({ partnerRoleKey }) => partnerRoleKey === role);
}

/** A promise of a workshop a month since half a year, with what was confirmed of the latest months. */
async function promise(partnershipId: string, amounts: readonly number[]) {
  const { addPledge } = await city.administrator.get<{
    addPledge: { pledge: { id: string; revision: number; periods: { period: string }[] } };
  }>(
    `mutation ($input: AddPledgeInput!) { addPledge(input: $input) {
      ... on PledgeAdded { pledge { id revision periods { period } } } } }`,
    {
      input: {
        jurisdictionId: city.jurisdictionId,
        partnershipId,
        title: "Evening workshops",
        unit: "workshops",
        amountPerPeriod: 1,
        periodKind: "MONTH",
        startsOn: dayFromToday(-190, "America/Los_Angeles"),
      },
    },
  );
  for (const [index, amount] of amounts.entries()) {
    await city.administrator.get(
      `mutation ($input: ReportDeliveryInput!) { reportDelivery(input: $input) { __typename } }`,
      {
        input: {
          jurisdictionId: city.jurisdictionId,
          pledgeId: addPledge.pledge.id,
          period: addPledge.pledge.periods[index]?.period,
          amount,
        },
      },
    );
  }
}

/** An organization that holds a role at the first site, with an agreement that ends so many days from today there. */
async function holder(name: string, partnerRoleKey: string, days: number): Promise<Partnership> {
  const organizationId = await addOrganization(name);
  const { partnership } = await begin({ organizationId, partnerRoleKey, stage: "ACTIVE" });
  const onDay = (ahead: number) => dayFromToday(ahead, "America/Los_Angeles");
  return (await sign(partnership.id, onDay(-200), onDay(days))).partnership;
}

describe("the coverage of a role", () => {
  test("is a gap until somebody has an agreement, and undelivered until something came", async () => {
    expect(await cell("HOST")).toMatchObject({ state: "GAP", delivery: null, holders: [] });
    const host = await holder("Bluebird", "HOST", 300);
    expect(await cell("HOST")).toMatchObject({
      state: "UNDELIVERED",
      delivery: "NOTHING_PROMISED",
      holders: [{ organizationName: "Bluebird" }],
    });
    await promise(host.id, [0, 0]);
    expect(await cell("HOST")).toMatchObject({ state: "UNDELIVERED", delivery: "MISSING" });
    await promise(host.id, [3]);
    expect(await cell("HOST")).toMatchObject({ state: "COVERED", delivery: "RECENT" });
  });

  test("ends at midnight at the site, not before and not after", async () => {
    const partner = await holder("Lantern", "INTERVENTION", 0);
    await promise(partner.id, [2]);
    const today = dayFromToday(0, "America/Los_Angeles");
    const isToday = (at: number) =>
      new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Los_Angeles", dateStyle: "short" }).format(at) ===
      today;
    let midnight = Math.ceil(Date.now() / 1_000) * 1_000;
    while (isToday(midnight)) midnight += 1_000;
    vi.useFakeTimers({ toFake: ["Date"], now: midnight - 1_000 });
    expect(await cell("INTERVENTION")).toMatchObject({ state: "LAPSING", lapsesOn: today });
    vi.setSystemTime(midnight + 1_000);
    expect(await cell("INTERVENTION")).toMatchObject({ state: "GAP", lapsesOn: null });
  });

  test("is lost while the organization pauses", async () => {
    const partner = await holder("Orchard", "EVALUATOR", 200);
    await promise(partner.id, [1]);
    expect((await cell("EVALUATOR"))?.state).toBe("COVERED");
    await city.administrator.get(
      `mutation ($input: ChangePartnershipInput!) { changePartnership(input: $input) { __typename } }`,
      {
        input: {
          jurisdictionId: city.jurisdictionId,
          id: partner.id,
          expectedRevision: partner.revision,
          stage: "PAUSED",
        },
      },
    );
    expect((await cell("EVALUATOR"))?.state).toBe("GAP");
  });
});

describe("the map of a city", () => {
  test("has its open sites by name, a page at a time, and no other city's", async () => {
    const other = await makeCity(server, { name: "Elsewhere" });
    await other.openSite({ name: "Another Place" });
    await city.openSite({ name: "Zephyr Homes" });
    const first = await city.administrator.get<Page>(COVERAGE, { first: 1 });
    expect(first.partnerCoverage).toMatchObject({
      totalCount: 2,
      edges: [{ node: { siteName: "Anchor Court" } }],
    });
    const second = await city.administrator.get<Page>(COVERAGE, {
      first: 1,
      after: first.partnerCoverage.pageInfo.endCursor,
    });
    expect(second.partnerCoverage.edges.map(({ node }) => node.siteName)).toEqual(["Zephyr Homes"]);
    const codeFor = async (actor: TestActor) =>
      (await actor.ask(COVERAGE, { city: city.jurisdictionId })).errors?.[0]?.extensions?.code;
    expect(await codeFor(other.administrator)).toBe("FORBIDDEN");
    expect(await codeFor(await server.actor([{ role: "stateOfficial", stateCode: "OH" }]))).toBe("FORBIDDEN");
  });

  test("is not for an organization, to which the partnerships of others would look like gaps", async () => {
    const organizationId = await addOrganization("Granite");
    const staff = await server.actor([{ role: "partnerStaff", organizationId }]);
    const answer = await staff.ask(COVERAGE, { city: city.jurisdictionId });
    expect(answer.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});

describe("what hangs on whom", () => {
  test("counts the required roles by how they are covered, and those that one organization alone has", async () => {
    const { partnerNetwork } = await city.administrator.get<{
      partnerNetwork: Record<string, number> & {
        organizations: readonly { organizationName: string; soleCount: number; sites: readonly object[] }[];
      };
    }>(NETWORK, {});
    const {
      requiredCount = 0,
      coveredCount,
      startingCount,
      lapsingCount,
      undeliveredCount,
      gapCount,
    } = partnerNetwork;
    expect([coveredCount, startingCount, lapsingCount, undeliveredCount]).toEqual([1, 0, 1, 0]);
    expect(gapCount).toBe(requiredCount - 2);
    expect(partnerNetwork.organizations).toEqual(
      ["Bluebird", "Lantern"].map((organizationName) => ({
        organizationName,
        roleCount: 1,
        soleCount: 1,
        sites: [{ siteName: "Anchor Court", roleCount: 1, soleCount: 1 }],
      })),
    );
  });
});
