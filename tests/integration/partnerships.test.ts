import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import {
  ADD,
  CHANGE,
  CORRECT,
  dayFromToday,
  END,
  type Outcome,
  partnerCalls,
} from "../support/partner-calls.ts";
import { type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite();
});
afterAll(() => server.close());

const { addOrganization, begin, sign } = partnerCalls(() => ({ city, siteId }));

describe("a partnership", () => {
  test("is begun once in a role, even by ten requests at the same moment", async () => {
    const site = await city.openSite({ name: "Begun Once" });
    const organizationId = await addOrganization("Ten Times Asked");
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => begin({ siteId: site, organizationId })),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      ...Array<string>(9).fill("PartnershipAlreadyBegun"),
      "PartnershipBegun",
    ]);
    expect(new Set(outcomes.map(({ partnership }) => partnership.id)).size).toBe(1);
  });

  test("goes from stage to stage, ends on a day, and may be begun again", async () => {
    const site = await city.openSite({ name: "Stages" });
    const organizationId = await addOrganization("Stage by Stage");
    const { partnership } = await begin({ siteId: site, organizationId, stage: "ACTIVE" });
    expect(partnership.followingStages).toEqual(["PAUSED"]);
    const { jurisdictionId } = city;
    const key = { jurisdictionId, id: partnership.id, expectedRevision: partnership.revision };
    const back = await city.administrator.get<object>(CHANGE, { input: { ...key, stage: "IDENTIFIED" } });
    expect(back).toMatchObject({ changePartnership: { findings: [{ code: "STAGE_CANNOT_FOLLOW" }] } });
    const later = await city.administrator.get<object>(END, { input: { ...key, endedOn: "2999-01-01" } });
    expect(later).toMatchObject({ endPartnership: { findings: [{ code: "PARTNERSHIP_ENDS_LATER" }] } });
    const ended = await city.administrator.get<object>(END, { input: { ...key, endedOn: dayFromToday(-1) } });
    expect(ended).toMatchObject({
      endPartnership: { partnership: { stage: "ENDED", endedOn: dayFromToday(-1) } },
    });
    const stale = await city.administrator.ask(CHANGE, { input: { ...key, stage: "PAUSED" } });
    expect(stale.errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
    expect((await sign(partnership.id, "2026-01-01", null)).findings[0]?.code).toBe("PARTNERSHIP_ENDED");
    expect((await begin({ siteId: site, organizationId })).__typename).toBe("PartnershipBegun");
  });

  test("in a role that the design lacks, or with an agreement that ends before it starts, is refused", async () => {
    const organizationId = await addOrganization("Refused Partner");
    const { findings } = await begin({
      organizationId,
      partnerRoleKey: "NONE",
      deliverable: "x".repeat(501),
      agreement: { kind: "LETTER", startsOn: "2026-06-01", endsOn: "2026-05-31", noticeDays: -1 },
    });
    expect(findings.map(({ code }) => code)).toEqual([
      "PARTNER_ROLE_UNKNOWN",
      "DELIVERABLE_TOO_LONG",
      "AGREEMENT_ENDS_BEFORE_START",
      "NOTICE_OUT_OF_RANGE",
    ]);
  });
});

describe("agreements", () => {
  test("are renewed without a gap, never overlap, and are put right", async () => {
    const organizationId = await addOrganization("Renewing Partner");
    const { partnership } = await begin({
      organizationId,
      partnerRoleKey: "YOUTH",
      stage: "ACTIVE",
      agreement: { kind: "CONTRACT", startsOn: "2026-01-01", endsOn: dayFromToday(30) },
    });
    expect(partnership.standing).toMatchObject({ kind: "LAPSING", daysLeft: 30 });
    expect(await sign(partnership.id, dayFromToday(30), null)).toMatchObject({
      __typename: "AgreementOverlaps",
      other: { id: partnership.agreements[0]?.id },
    });
    const renewed = await sign(partnership.id, dayFromToday(31), dayFromToday(400));
    expect(renewed.partnership.standing).toMatchObject({ kind: "CURRENT", on: dayFromToday(400) });

    const [renewal] = renewed.partnership.agreements;
    const input = {
      jurisdictionId: city.jurisdictionId,
      id: renewal?.id,
      kind: "CONTRACT",
      startsOn: dayFromToday(40),
      endsOn: null,
    };
    const { correctAgreement } = await city.administrator.get<{ correctAgreement: Outcome }>(CORRECT, {
      input: { ...input, expectedRevision: 1 },
    });
    expect(correctAgreement.partnership.standing).toMatchObject({ kind: "LAPSING", daysLeft: 30 });
    const stale = await city.administrator.ask(CORRECT, { input: { ...input, expectedRevision: 1 } });
    expect(stale.errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
  });

  test("signed by five requests at the same moment for the same days are signed once", async () => {
    const organizationId = await addOrganization("Signed at Once");
    const { partnership } = await begin({ organizationId, partnerRoleKey: "HEALTH", stage: "ACTIVE" });
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => sign(partnership.id, "2026-01-01", null)));
    const kinds = outcomes.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual([...Array<string>(4).fill("AgreementOverlaps"), "AgreementSigned"]);
  });

  test("that lapse soon are listed for the city, the nearest first, a page at a time", async () => {
    const far = await makeCity(server, { name: "Lapsing Town" });
    const site = await far.openSite({ name: "Lapsing Park" });
    const ends = { "Pear Tree Clinic": 80, Ropemakers: -3, "Old Mill Library": 200, "Sunrise Kitchen": 15 };
    for (const [name, days] of Object.entries(ends)) {
      const organizationId = await addOrganization(name);
      const agreement = { kind: "LETTER", startsOn: "2026-01-01", endsOn: dayFromToday(days) };
      await begin(
        { jurisdictionId: far.jurisdictionId, siteId: site, organizationId, stage: "ACTIVE", agreement },
        far.administrator,
      );
    }
    const list = `query ($city: ID!, $after: String) { partnerships(jurisdictionId: $city, lapsesWithinDays: 90, first: 2, after: $after) {
      totalCount pageInfo { endCursor hasNextPage } edges { node { standing { daysLeft } } } } }`;
    interface Listed {
      readonly partnerships: {
        readonly totalCount: number;
        readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
        readonly edges: readonly { readonly node: { readonly standing: { readonly daysLeft: number } } }[];
      };
    }
    const daysOf = ({ partnerships }: Listed): number[] =>
      partnerships.edges.map(({ node }) => node.standing.daysLeft);
    const first = await far.administrator.get<Listed>(list, { city: far.jurisdictionId });
    expect([first.partnerships.totalCount, ...daysOf(first)]).toEqual([3, -3, 15]);
    const second = await far.administrator.get<Listed>(list, {
      city: far.jurisdictionId,
      after: first.partnerships.pageInfo.endCursor,
    });
    expect(daysOf(second)).toEqual([80]);
    expect(second.partnerships.pageInfo.hasNextPage).toBe(false);
  });
});

test("a coordinator signs partners at the own site only", async () => {
  const own = await city.openSite({ name: "Coordinated" });
  const coordinator = await server.actor([
    { role: "siteCoordinator", jurisdictionId: city.jurisdictionId, siteId: own },
  ]);
  const input = {
    jurisdictionId: city.jurisdictionId,
    siteId: own,
    legalName: "Added by Coordinator",
    publicName: "Added by Coordinator",
  };
  const { addOrganization: added } = await coordinator.get<{
    addOrganization: { organization: { id: string } };
  }>(ADD, { input });
  const organizationId = added.organization.id;
  const agreement = { kind: "LETTER", startsOn: "2026-01-01" };
  expect((await begin({ siteId: own, organizationId, agreement }, coordinator)).__typename).toBe(
    "PartnershipBegun",
  );
  await expect(begin({ organizationId }, coordinator)).rejects.toThrow(/another place/);
});
