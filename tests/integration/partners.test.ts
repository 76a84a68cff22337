import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  city = await makeCity(server, { name: "Harborview" });
  siteId = await city.openSite();
});
afterAll(() => server.close());

const REFUSED = `... on PartnerChangeRefused { findings { code path } }`;
const PARTNERSHIP = `id revision stage followingStages siteName jurisdictionName endedOn organization { id publicName }
  agreements { id revision kind startsOn endsOn noticeDays } standing { kind on daysLeft within }`;
const ADD = `mutation ($input: AddOrganizationInput!) { addOrganization(input: $input) { __typename
  ... on OrganizationAdded { organization { id publicName formerNames isClaimed mayChange revision } }
  ... on OrganizationMaybeKnown { organizations { id publicName } } ${REFUSED} } }`;
const CHANGE_ORGANIZATION = `mutation ($input: ChangeOrganizationInput!) { changeOrganization(input: $input) { __typename
  ... on OrganizationChanged { organization { id publicName revision mayChange } } ${REFUSED} } }`;
const BEGIN = `mutation ($input: BeginPartnershipInput!) { beginPartnership(input: $input) { __typename
  ... on PartnershipBegun { partnership { ${PARTNERSHIP} } }
  ... on PartnershipAlreadyBegun { partnership { ${PARTNERSHIP} } } ${REFUSED} } }`;
const CHANGE = `mutation ($input: ChangePartnershipInput!) { changePartnership(input: $input) { __typename
  ... on PartnershipChanged { partnership { ${PARTNERSHIP} } } ${REFUSED} } }`;
const END = `mutation ($input: EndPartnershipInput!) { endPartnership(input: $input) { __typename
  ... on PartnershipEnded { partnership { ${PARTNERSHIP} } } ${REFUSED} } }`;
const SIGN = `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { __typename
  ... on AgreementSigned { partnership { ${PARTNERSHIP} } }
  ... on AgreementOverlaps { other { id startsOn } } ${REFUSED} } }`;
const CORRECT = `mutation ($input: CorrectAgreementInput!) { correctAgreement(input: $input) { __typename
  ... on AgreementCorrected { partnership { ${PARTNERSHIP} } }
  ... on AgreementOverlaps { other { id } } ${REFUSED} } }`;
const PARTNERS = `query ($id: ID!) { site(id: $id) { partners {
  requiredCount heldCount gapCount lapsingCount
  roles { partnerRoleKey title requirement standing partnerships { id organization { publicName } } } } } }`;

interface Partnership {
  readonly id: string;
  readonly revision: number;
  readonly stage: string;
  readonly followingStages: readonly string[];
  readonly agreements: readonly {
    readonly id: string;
    readonly revision: number;
    readonly startsOn: string;
  }[];
  readonly standing: { readonly kind: string; readonly on: string | null; readonly daysLeft: number | null };
}

interface Outcome {
  readonly __typename: string;
  readonly partnership: Partnership;
  readonly findings: readonly { readonly code: string }[];
}

interface SitePartners {
  readonly requiredCount: number;
  readonly heldCount: number;
  readonly gapCount: number;
  readonly lapsingCount: number;
  readonly roles: readonly {
    readonly partnerRoleKey: string;
    readonly title: string;
    readonly standing: string;
  }[];
}

const millisecondsPerDay = 86_400_000;

/** A day some days from today in a time zone. */
function dayFromToday(days: number, timeZone = "America/New_York"): string {
  const instant = new Date(Date.now() + days * millisecondsPerDay);
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
}

async function addOrganization(publicName: string, actor: TestActor = city.administrator): Promise<string> {
  const input = { jurisdictionId: city.jurisdictionId, legalName: `${publicName}, Inc.`, publicName };
  const { addOrganization: added } = await actor.get<{ addOrganization: { organization: { id: string } } }>(
    ADD,
    { input },
  );
  return added.organization.id;
}

async function begin(changes: object, actor: TestActor = city.administrator): Promise<Outcome> {
  const input = {
    jurisdictionId: city.jurisdictionId,
    siteId,
    partnerRoleKey: "HOST",
    stage: "IDENTIFIED",
    ...changes,
  };
  return (await actor.get<{ beginPartnership: Outcome }>(BEGIN, { input })).beginPartnership;
}

async function sign(
  partnershipId: string,
  startsOn: string,
  endsOn: string | null,
  actor = city.administrator,
): Promise<Outcome> {
  const input = { jurisdictionId: city.jurisdictionId, partnershipId, kind: "MEMORANDUM", startsOn, endsOn };
  return (await actor.get<{ signAgreement: Outcome }>(SIGN, { input })).signAgreement;
}

async function partnersOf(id: string, actor: TestActor = city.administrator): Promise<SitePartners> {
  return (await actor.get<{ site: { partners: SitePartners } }>(PARTNERS, { id })).site.partners;
}

async function standingOfHost(id: string): Promise<string | undefined> {
  return (await partnersOf(id)).roles.find(({ partnerRoleKey }) => partnerRoleKey === "HOST")?.standing;
}

describe("the roles of a site", () => {
  test("come gaps first, and a signed agreement closes one", async () => {
    const site = await city.openSite({ name: "Gaps First" });
    const before = await partnersOf(site);
    expect(before.heldCount).toBe(0);
    expect(before.gapCount).toBe(before.requiredCount);
    expect(before.roles[0]?.standing).toBe("GAP");

    const organizationId = await addOrganization("Lakeside Housing Authority");
    const begun = await begin({ siteId: site, organizationId });
    expect(begun.partnership).toMatchObject({ stage: "IDENTIFIED", standing: { kind: "UNSIGNED" } });
    const signed = await sign(begun.partnership.id, dayFromToday(-10), dayFromToday(400));
    expect(signed.partnership).toMatchObject({
      stage: "AGREED",
      standing: { kind: "CURRENT", on: dayFromToday(400) },
    });
    const after = await partnersOf(site);
    expect([after.heldCount, after.gapCount]).toEqual([1, before.gapCount - 1]);
    expect(after.roles.find(({ partnerRoleKey }) => partnerRoleKey === "HOST")?.standing).toBe("HELD");
  });

  test("an agreement that ends today still holds the role, one that ended yesterday does not", async () => {
    const organizationId = await addOrganization("Day by Day");
    const lastDay = async (name: string, days: number) => {
      const site = await city.openSite({ name });
      const agreement = { kind: "LETTER", startsOn: dayFromToday(-100), endsOn: dayFromToday(days) };
      await begin({ siteId: site, organizationId, stage: "ACTIVE", agreement });
      return await standingOfHost(site);
    };
    expect(await lastDay("Ends Today", 0)).toBe("LAPSING");
    expect(await lastDay("Ended Yesterday", -1)).toBe("GAP");
  });

  test("each site's own time zone says whether an agreement still holds", async () => {
    const organizationId = await addOrganization("Around the World");
    const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];
    const [ahead, behind] = zones.map((zone) => dayFromToday(0, zone));
    expect(ahead).not.toBe(behind);
    const standings: unknown[] = [];
    for (const timeZone of zones) {
      const site = await city.openSite({ name: `In ${timeZone}`, timeZone });
      await begin({
        siteId: site,
        organizationId,
        stage: "ACTIVE",
        agreement: { kind: "LETTER", startsOn: "2026-01-01", endsOn: behind },
      });
      standings.push(await standingOfHost(site));
    }
    expect(standings).toEqual(["GAP", "LAPSING"]);
  });

  test("a paused partnership leaves a gap", async () => {
    const site = await city.openSite({ name: "Paused" });
    const organizationId = await addOrganization("Pausing Partner");
    const { partnership } = await begin({
      siteId: site,
      organizationId,
      stage: "ACTIVE",
      agreement: { kind: "GRANT", startsOn: "2026-01-01" },
    });
    expect(await standingOfHost(site)).toBe("HELD");
    const { jurisdictionId } = city;
    const input = {
      jurisdictionId,
      id: partnership.id,
      expectedRevision: partnership.revision,
      stage: "PAUSED",
    };
    await city.administrator.get(CHANGE, { input });
    expect(await standingOfHost(site)).toBe("GAP");
  });

  test("are named in the reader's language", async () => {
    const lector = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }], {
      language: "es",
    });
    const { roles } = await partnersOf(siteId, lector);
    expect(roles.map(({ title }) => title)).toContain("Organismo anfitrión");
  });
});

describe("an organization", () => {
  test("that is probably known already is proposed before another is added", async () => {
    const known = await addOrganization("Northside Youth Alliance");
    const add = async (changes: object) => {
      const input = {
        jurisdictionId: city.jurisdictionId,
        legalName: "Nórthside Youth Aliance",
        publicName: "NYA",
        ...changes,
      };
      return (await city.administrator.get<{ addOrganization: object }>(ADD, { input })).addOrganization;
    };
    expect(await add({})).toMatchObject({
      __typename: "OrganizationMaybeKnown",
      organizations: [{ id: known }],
    });
    expect(await add({ legalName: "Brand New", formerNames: ["Northside Youth Alliance"] })).toMatchObject({
      organizations: [{ id: known }],
    });
    expect(await add({ isAnotherOrganization: true })).toMatchObject({ __typename: "OrganizationAdded" });
    expect(await add({ legalName: "", website: "javascript:alert(1)", contactEmail: "me" })).toMatchObject({
      findings: [{ path: "legalName" }, { path: "website" }, { path: "contactEmail" }],
    });
  });

  test("is shared by all cities, and kept by the city that recorded it", async () => {
    const id = await addOrganization("Kept by Harborview");
    const elsewhere = await makeCity(server, { name: "Elsewhere", stateCode: "MI" });
    const list = await elsewhere.administrator.get<{ partnerOrganizations: { edges: object[] } }>(
      `{ partnerOrganizations(search: "kept by") { edges { node { id mayChange } } } }`,
    );
    expect(list.partnerOrganizations.edges).toEqual([{ node: { id, mayChange: false } }]);
    const input = { id, expectedRevision: 1, legalName: "Taken", publicName: "Taken" };
    const { errors } = await elsewhere.administrator.ask(CHANGE_ORGANIZATION, { input });
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    const own = await city.administrator.get<object>(CHANGE_ORGANIZATION, {
      input: { ...input, publicName: "Renamed" },
    });
    expect(own).toMatchObject({
      changeOrganization: { organization: { publicName: "Renamed", revision: 2 } },
    });
  });

  test("is changed by its own people too, who see their partnerships in all cities and nobody else's", async () => {
    const mine = await addOrganization("Bridges Across Cities");
    const other = await addOrganization("Somebody Else Entirely");
    const elsewhere = await makeCity(server, { name: "Far Town", stateCode: "MI" });
    const there = await elsewhere.openSite({ name: "Far Park" });
    await begin({
      organizationId: mine,
      partnerRoleKey: "HOST",
      agreement: { kind: "LETTER", startsOn: "2026-01-01", endsOn: dayFromToday(20) },
    });
    await begin({ organizationId: other, partnerRoleKey: "SCHOOLS" });
    await begin(
      { jurisdictionId: elsewhere.jurisdictionId, siteId: there, organizationId: mine },
      elsewhere.administrator,
    );

    const staff = await server.actor([{ role: "partnerStaff", organizationId: mine }]);
    const { partnerships } = await staff.get<{
      partnerships: { totalCount: number; edges: { node: object }[] };
    }>(
      `{ partnerships { totalCount edges { node { siteName jurisdictionName organization { id } standing { kind daysLeft } } } } }`,
    );
    expect(partnerships.totalCount).toBe(2);
    expect(partnerships.edges.map(({ node }) => node)).toEqual([
      {
        siteName: "Harbor Homes",
        jurisdictionName: "Harborview",
        organization: { id: mine },
        standing: { kind: "LAPSING", daysLeft: 20 },
      },
      {
        siteName: "Far Park",
        jurisdictionName: "Far Town",
        organization: { id: mine },
        standing: { kind: "UNSIGNED", daysLeft: null },
      },
    ]);

    const change = { id: mine, expectedRevision: 1, legalName: "Bridges", publicName: "Bridges" };
    const changed = await staff.get<object>(CHANGE_ORGANIZATION, { input: change });
    expect(changed).toMatchObject({
      changeOrganization: { organization: { publicName: "Bridges", mayChange: true } },
    });
    const foreign = await staff.ask(CHANGE_ORGANIZATION, { input: { ...change, id: other } });
    expect(foreign.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    await expect(begin({ organizationId: mine, partnerRoleKey: "SCHOOLS" }, staff)).rejects.toThrow(
      /You may not change partnerships/,
    );
  });
});

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

test("an organization's people do not see who else works at a site", async () => {
  const mine = await addOrganization("Looking In");
  await begin({ organizationId: mine, partnerRoleKey: "LEGAL" });
  const staff = await server.actor([{ role: "partnerStaff", organizationId: mine }]);
  const { data } = await staff.ask<{ site: { partners: null } }>(PARTNERS, { id: siteId });
  expect(JSON.stringify(data)).not.toContain("Lakeside");
});
