import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import {
  ADD,
  CHANGE,
  CHANGE_ORGANIZATION,
  dayFromToday,
  partnerCalls,
  PARTNERS,
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

const { addOrganization, begin, partnersOf, sign, standingOfHost } = partnerCalls(() => ({ city, siteId }));

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

test("an organization's people do not see who else works at a site", async () => {
  const mine = await addOrganization("Looking In");
  await begin({ organizationId: mine, partnerRoleKey: "LEGAL" });
  const staff = await server.actor([{ role: "partnerStaff", organizationId: mine }]);
  const { data } = await staff.ask<{ site: { partners: null } }>(PARTNERS, { id: siteId });
  expect(JSON.stringify(data)).not.toContain("Lakeside");
});
