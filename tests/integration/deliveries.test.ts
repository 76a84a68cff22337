import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { dayFromToday, partnerCalls } from "../support/partner-calls.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOrganization, begin } = partnerCalls(() => ({ city, siteId }));

interface Report {
  readonly id: string;
  readonly reportNumber: number;
  readonly amount: number;
  readonly status: string;
  readonly isByCity: boolean;
  readonly returnReason: string | null;
  readonly revision: number;
}

interface Pledge {
  readonly id: string;
  readonly revision: number;
  readonly periods: readonly {
    readonly period: string;
    readonly standing: string;
    readonly delivered: number | null;
    readonly reports: readonly Report[];
  }[];
}

interface Outcome {
  readonly __typename: string;
  readonly pledge: Pledge;
  readonly findings: readonly { readonly code: string }[];
}

const PLEDGE = `id revision periods { period standing delivered
  reports { id reportNumber amount status isByCity returnReason revision } }`;
const PLEDGES = `query ($city: ID!, $id: ID!) { partnership(jurisdictionId: $city, id: $id) { mayReport pledges { ${PLEDGE} } } }`;
const written = {
  addPledge: "PledgeAdded",
  changePledge: "PledgeChanged",
  reportDelivery: "DeliveryReported",
  decideDelivery: "DeliveryDecided",
};

function document(name: keyof typeof written): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
    ... on ${written[name]} { pledge { ${PLEDGE} } } ... on DeliveryRefused { findings { code } } } }`;
}

async function act(actor: TestActor, name: keyof typeof written, input: object): Promise<Outcome> {
  const answer = await actor.get<Record<string, Outcome>>(document(name), {
    input: { jurisdictionId: city.jurisdictionId, ...input },
  });
  const outcome = answer[name];
  if (outcome === undefined) throw new Error(`${name} answered nothing`);
  return outcome;
}

async function codeOf(actor: TestActor, name: keyof typeof written, input: object) {
  const answer = await actor.ask(document(name), {
    input: { jurisdictionId: city.jurisdictionId, ...input },
  });
  return answer.errors?.[0]?.extensions?.code;
}

const PROMISE = {
  title: "Evening workshops for parents",
  unit: "workshops",
  amountPerPeriod: 12,
  periodKind: "MONTH",
};

const NAMES =
  "Quarry,Lantern,Orchard,Bluebird,Ferry,Granite,Juniper,Meadowlark,Copper,Willow,Saffron,Trellis,Harbinger,Oxbow,Pinnacle".split(
    ",",
  );
let named = 0;

/** An active partnership with a promise of twelve workshops a month, and somebody of the organization. */
async function promised(changes: object = {}) {
  named += 1;
  const organizationId = await addOrganization(NAMES[named] ?? "");
  const { partnership } = await begin({ organizationId, stage: "ACTIVE", partnerRoleKey: "HOST" });
  const { pledge } = await act(city.administrator, "addPledge", {
    partnershipId: partnership.id,
    ...PROMISE,
    startsOn: dayFromToday(-130),
    ...changes,
  });
  const staff = await server.actor([{ role: "partnerStaff", organizationId }]);
  return { organizationId, partnership, pledge, staff };
}

describe("a promise", () => {
  test("shows each period that is over as due or missing, never as zero", async () => {
    const { pledge } = await promised();
    expect(pledge.periods.length).toBeGreaterThanOrEqual(3);
    expect(new Set(pledge.periods.map(({ delivered }) => delivered))).toEqual(new Set([null]));
    expect(pledge.periods[0]?.standing).toBe("DUE");
    expect(pledge.periods.at(-1)?.standing).toBe("MISSING");
  });

  test("is refused without words, an amount and a whole period", async () => {
    const { partnership } = await promised();
    const refused = await act(city.administrator, "addPledge", {
      partnershipId: partnership.id,
      ...PROMISE,
      title: " ",
      amountPerPeriod: 0,
      startsOn: "2026-02-02",
      endsOn: "2026-02-27",
    });
    expect(refused.findings.map(({ code }) => code)).toEqual([
      "PLEDGE_TITLE",
      "PLEDGE_AMOUNT",
      "PLEDGE_WITHOUT_PERIOD",
    ]);
  });

  test("keeps its terms once something was reported, and may still end", async () => {
    const { pledge, staff } = await promised();
    const period = pledge.periods[0]?.period;
    const reported = await act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount: 3 });
    const key = { id: pledge.id, expectedRevision: reported.pledge.revision, ...PROMISE };
    const startsOn = dayFromToday(-130);
    const more = await act(city.administrator, "changePledge", { ...key, startsOn, amountPerPeriod: 20 });
    expect(more.findings.map(({ code }) => code)).toEqual(["PLEDGE_IN_USE"]);
    const early = await act(city.administrator, "changePledge", {
      ...key,
      startsOn,
      endsOn: dayFromToday(-60),
    });
    expect(early.findings.map(({ code }) => code)).toEqual(["PLEDGE_ENDS_BEFORE_REPORT"]);
    const ended = await act(city.administrator, "changePledge", {
      ...key,
      startsOn,
      endsOn: dayFromToday(30),
    });
    expect(ended.__typename).toBe("PledgeChanged");
    expect(await codeOf(city.administrator, "changePledge", { ...key, startsOn })).toBe("STALE_REVISION");
  });
});

describe("a delivery", () => {
  test("is reported by the organization, returned, reported anew, confirmed, and reported once more", async () => {
    const { pledge, staff } = await promised();
    const period = pledge.periods[1]?.period;
    const now = async (outcome: Promise<Outcome>) => {
      const { pledge: seen } = await outcome;
      return seen.periods.find((one) => one.period === period);
    };
    const report = (amount: number) => act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount });
    const decide = (of: Report | undefined, answer: object) =>
      act(city.administrator, "decideDelivery", { id: of?.id, expectedRevision: of?.revision, ...answer });

    const first = await now(report(40));
    expect(first).toMatchObject({ standing: "WAITING", delivered: null });
    const withoutReason = await decide(first?.reports[0], { isConfirmed: false, reason: "no" });
    expect(withoutReason.findings[0]?.code).toBe("RETURN_REASON");
    const reason = "Forty is more than the hall has evenings. Count each evening once.";
    const returned = await now(decide(first?.reports[0], { isConfirmed: false, reason }));
    expect(returned).toMatchObject({
      standing: "RETURNED",
      delivered: null,
      reports: [{ returnReason: reason }],
    });

    const second = await now(report(11));
    const confirmed = await now(decide(second?.reports[0], { isConfirmed: true }));
    expect(confirmed).toMatchObject({ standing: "CONFIRMED", delivered: 11 });
    const again = await decide(confirmed?.reports[0], { isConfirmed: true });
    expect(again.findings[0]?.code).toBe("DELIVERY_DECIDED");

    const third = await now(report(12));
    expect(third).toMatchObject({ standing: "WAITING", delivered: 11 });
    expect(third?.reports.map(({ reportNumber, amount, status }) => [reportNumber, amount, status])).toEqual([
      [3, 12, "REPORTED"],
      [2, 11, "CONFIRMED"],
      [1, 40, "RETURNED"],
    ]);
  });

  test("of zero is zero, and the city may record one for an organization that does not sign in", async () => {
    const { pledge } = await promised();
    const period = pledge.periods[0]?.period;
    const recorded = await act(city.administrator, "reportDelivery", {
      pledgeId: pledge.id,
      period,
      amount: 0,
    });
    expect(recorded.pledge.periods[0]).toMatchObject({
      standing: "CONFIRMED",
      delivered: 0,
      reports: [{ isByCity: true, status: "CONFIRMED" }],
    });
  });

  test("of a period that is not over, or outside the promise, or below zero, is refused", async () => {
    const { pledge, staff } = await promised();
    const report = async (period: string, amount: number) =>
      (await act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount })).findings.map(
        ({ code }) => code,
      );
    expect(await report(dayFromToday(0).slice(0, 7), 1)).toEqual(["DELIVERY_PERIOD"]);
    expect(await report("2019-01", 1)).toEqual(["DELIVERY_PERIOD"]);
    expect(await report("2019", -1)).toEqual(["DELIVERY_PERIOD", "DELIVERY_AMOUNT"]);
  });

  test("reported by six requests at the same moment gets six numbers or a refusal, never the same number", async () => {
    const { pledge, staff } = await promised();
    const period = pledge.periods[0]?.period;
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((amount) =>
        act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount }),
      ),
    );
    const refused = outcomes.filter(({ __typename }) => __typename === "DeliveryRefused");
    expect(refused.every(({ findings }) => findings[0]?.code === "DELIVERY_REPORTED_MEANWHILE")).toBe(true);
    const after = await act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount: 7 });
    const numbers = after.pledge.periods[0]?.reports.map(({ reportNumber }) => reportNumber) ?? [];
    expect(numbers).toHaveLength(outcomes.length - refused.length + 1);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("that a newer report replaces is not answered any longer", async () => {
    const { pledge, staff } = await promised();
    const period = pledge.periods[0]?.period;
    const first = await act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount: 5 });
    const [old] = first.pledge.periods[0]?.reports ?? [];
    await act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount: 6 });
    const answer = { id: old?.id, expectedRevision: old?.revision, isConfirmed: true };
    expect((await act(city.administrator, "decideDelivery", answer)).findings[0]?.code).toBe(
      "DELIVERY_REPLACED",
    );
  });
});

describe("what waits", () => {
  const DUE = `query ($first: Int, $after: String) { deliveriesDue(first: $first, after: $after) { totalCount
    pageInfo { hasNextPage endCursor } edges { node { id partnershipId siteName organizationName title period
      dueOn daysLeft standing } } } }`;
  interface Due {
    readonly deliveriesDue: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly edges: readonly {
        readonly node: {
          readonly partnershipId: string;
          readonly period: string;
          readonly daysLeft: number;
          readonly standing: string;
        };
      }[];
    };
  }
  const COUNTS = `query ($city: ID!, $id: ID!) { partnership(jurisdictionId: $city, id: $id) { deliveryCounts {
    promiseCount confirmedCount waitingCount owedCount deliveredThrough } } }`;

  test("for an organization is what it has to report, the longest overdue first and a page at a time", async () => {
    const { pledge, staff } = await promised();
    const all = await staff.get<Due>(DUE, {});
    const owed = pledge.periods.filter(({ standing }) => standing === "DUE" || standing === "MISSING");
    expect(all.deliveriesDue.edges.map(({ node }) => node.period)).toEqual(
      owed.map(({ period }) => period).toReversed(),
    );
    expect(all.deliveriesDue.edges[0]?.node).toMatchObject({ standing: "MISSING" });
    expect(all.deliveriesDue.edges[0]?.node.daysLeft).toBeLessThan(0);
    const first = await staff.get<Due>(DUE, { first: 1 });
    const rest = await staff.get<Due>(DUE, { after: first.deliveriesDue.pageInfo.endCursor });
    expect([...first.deliveriesDue.edges, ...rest.deliveriesDue.edges]).toEqual(all.deliveriesDue.edges);
    await act(staff, "reportDelivery", { pledgeId: pledge.id, period: owed[0]?.period, amount: 2 });
    expect((await staff.get<Due>(DUE, {})).deliveriesDue.totalCount).toBe(owed.length - 1);
  });

  test("for a city is what it has to answer, and is gone when it has", async () => {
    const far = await makeCity(server, { name: "Hillside" });
    const { pledge, partnership, staff } = await promised();
    const period = pledge.periods[0]?.period;
    const mine = async () =>
      (await city.administrator.get<Due>(DUE, { first: 100 })).deliveriesDue.edges
        .map(({ node }) => node)
        .filter(({ partnershipId }) => partnershipId === partnership.id);
    expect(await mine()).toEqual([]);
    const reported = await act(staff, "reportDelivery", { pledgeId: pledge.id, period, amount: 4 });
    expect(await mine()).toMatchObject([{ period, standing: "WAITING" }]);
    expect((await far.administrator.get<Due>(DUE, {})).deliveriesDue.totalCount).toBe(0);
    const [report] = reported.pledge.periods[0]?.reports ?? [];
    await act(city.administrator, "decideDelivery", {
      id: report?.id,
      expectedRevision: report?.revision,
      isConfirmed: true,
    });
    expect(await mine()).toEqual([]);
    const { partnership: counted } = await city.administrator.get<{ partnership: object }>(COUNTS, {
      city: city.jurisdictionId,
      id: partnership.id,
    });
    expect(counted).toMatchObject({
      deliveryCounts: {
        promiseCount: 1,
        confirmedCount: 1,
        waitingCount: 0,
        owedCount: pledge.periods.length - 1,
      },
    });
  });
});

describe("who", () => {
  test("another organization sees no promise and reports none; an organization does not answer itself", async () => {
    const { pledge, partnership, staff } = await promised();
    const other = await promised();
    const seen = await other.staff.get<{ partnership: unknown }>(PLEDGES, {
      city: city.jurisdictionId,
      id: partnership.id,
    });
    expect(seen.partnership).toBeNull();
    const period = pledge.periods[0]?.period;
    const input = { pledgeId: pledge.id, period, amount: 1 };
    expect(await codeOf(other.staff, "reportDelivery", input)).toBe("NOT_FOUND");
    const own = await act(staff, "reportDelivery", input);
    const [report] = own.pledge.periods[0]?.reports ?? [];
    const answer = { id: report?.id, expectedRevision: report?.revision, isConfirmed: true };
    expect(await codeOf(staff, "decideDelivery", answer)).toBe("FORBIDDEN");
  });

  test("another city and a viewer report and answer nothing here", async () => {
    const { pledge, partnership } = await promised();
    const far = await makeCity(server, { name: "Millbrook" });
    const viewer = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }]);
    const input = { pledgeId: pledge.id, period: pledge.periods[0]?.period, amount: 1 };
    expect(await codeOf(far.administrator, "reportDelivery", input)).toBe("NOT_FOUND");
    expect(await codeOf(viewer, "reportDelivery", input)).toBe("FORBIDDEN");
    const { partnership: seen } = await viewer.get<{
      partnership: { mayReport: boolean; pledges: unknown[] };
    }>(PLEDGES, { city: city.jurisdictionId, id: partnership.id });
    expect(seen).toMatchObject({ mayReport: false, pledges: [{ id: pledge.id }] });
  });
});
