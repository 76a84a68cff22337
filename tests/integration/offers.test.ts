import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { act, fleetOf, makeOwner, offersOf, type TestOwner } from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { partOf, previewOf, upgrade } from "../support/upgrade.ts";

let server: TestServer;
let dayton: TestCity;
let detroit: TestCity;
let owner: TestOwner;
let ohio: TestActor;
let sites: { plain: string; adapted: string; michigan: string; otherTemplate: string };
let next: string;

const because = { reasonCode: "RESOURCES", reason: "So decided with the residents here" };
const retitle = (en: string) => ({
  section: "CHECKLIST_ITEMS",
  key: "B04",
  change: "CHANGED",
  field: "title",
  value: { en },
  ...because,
});

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  dayton = await makeCity(server, { name: "Dayton" });
  detroit = await makeCity(server, { name: "Detroit", stateCode: "MI" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  ohio = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  const { releaseId } = owner;
  const launchOn = "2027-09-01";
  sites = {
    plain: await dayton.openSite({ name: "Plain Homes", releaseId, launchOn }),
    adapted: await dayton.openSite({
      name: "Adapted Homes",
      releaseId,
      launchOn,
      adaptations: [retitle("Ask every resident")],
    }),
    michigan: await detroit.openSite({ name: "Michigan Homes", releaseId, launchOn }),
    otherTemplate: await dayton.openSite({ name: "Other Homes", launchOn }),
  };
  next = await owner.publish("1.1.0", ({ checklistItems }) => {
    partOf(checklistItems, "B04")["title"] = { en: "List every body, program and critic" };
    partOf(checklistItems, "B06")["dueOffsetDays"] = -290;
  });
});
afterAll(() => server.close());

describe("an offer", () => {
  test("goes to the sites of the state that makes it, and no further", async () => {
    const note = "Two items are clearer now.";
    const outcome = await act(ohio, "offerRelease", { releaseId: next, sites: {}, note });
    expect(outcome).toMatchObject({ __typename: "ReleaseOffered", offeredCount: 2, alreadyOfferedCount: 0 });
    expect(await offersOf(detroit.administrator, sites.michigan)).toEqual([]);
    expect(await offersOf(dayton.administrator, sites.otherTemplate)).toEqual([]);
  });

  test("says what would change at this very site, as its preview does", async () => {
    for (const siteId of [sites.plain, sites.adapted]) {
      const [offer] = await offersOf(dayton.administrator, siteId);
      const preview = await previewOf(dayton.administrator, siteId, next);
      expect(offer).toMatchObject({
        version: "1.1.0",
        offeredFor: "OH",
        state: "OPEN",
        note: "Two items are clearer now.",
        changeCount: preview.changes.filter(({ kind }) => kind !== "KEPT").length,
        questionCount: preview.conflicts.length,
      });
    }
    const [plain, adapted] = await Promise.all(
      [sites.plain, sites.adapted].map((siteId) => offersOf(dayton.administrator, siteId)),
    );
    expect([plain?.[0]?.questionCount, adapted?.[0]?.questionCount]).toEqual([0, 1]);
  });

  test("counts the same for the state and the template's owner as for the city", async () => {
    const counted = async (actor: TestActor) => {
      const { rows } = await fleetOf(actor, {
        jurisdictionId: dayton.jurisdictionId,
        templateKey: "ssi-housing",
      });
      return rows.map(({ name, changeCount, questionCount, isOffered }) => [
        name,
        changeCount,
        questionCount,
        isOffered,
      ]);
    };
    const mine = await counted(dayton.administrator);
    expect(mine).toEqual([
      ["Adapted Homes", expect.any(Number), 1, true],
      ["Plain Homes", expect.any(Number), 0, true],
    ]);
    expect(await counted(ohio)).toEqual(mine);
    expect(await counted(owner.author)).toEqual(mine);
  });

  test("is made to a site once, by whomever", async () => {
    const outcome = await act(owner.author, "offerRelease", { releaseId: next, sites: {} });
    expect(outcome).toMatchObject({ __typename: "ReleaseOffered", offeredCount: 1, alreadyOfferedCount: 2 });
    expect(await offersOf(detroit.administrator, sites.michigan)).toMatchObject([
      { offeredFor: "Safe Streets Institute", state: "OPEN" },
    ]);
  });

  test("of another's template is refused to an author, and any to a city", async () => {
    const other = await makeOwner(server, dayton, {
      name: "Another Institute",
      templateKey: "another-housing",
    });
    const input = { releaseId: next, sites: {} };
    expect((await act(other.author, "offerRelease", input)).__typename).toBe("FORBIDDEN");
    expect((await act(dayton.administrator, "offerRelease", input)).__typename).toBe("FORBIDDEN");
    const { release } = await dayton.administrator.get<{ release: { id: string } }>(
      `{ release(templateKey: "csp-public-housing") { id } }`,
    );
    const platform = await act(other.author, "offerRelease", { ...input, releaseId: release.id });
    expect(platform.__typename).toBe("FORBIDDEN");
  });

  test("to sites that have the release already has nobody to go to", async () => {
    const outcome = await act(ohio, "offerRelease", { releaseId: owner.releaseId, sites: {} });
    expect(outcome).toMatchObject({
      __typename: "OfferRefused",
      findings: [{ code: "OFFER_NO_SITE_BELOW" }],
    });
  });

  test("waits among what needs those who may answer it, and not others", async () => {
    const waiting = async (actor: TestActor) =>
      (
        await actor.get<{ offersWaiting: { edges: { node: { siteName: string } }[] } }>(
          `{ offersWaiting { edges { node { siteName } } } }`,
        )
      ).offersWaiting.edges.map(({ node }) => node.siteName);
    const { jurisdictionId } = dayton;
    const coordinator = await server.actor([
      { role: "siteCoordinator", jurisdictionId, siteId: sites.plain },
    ]);
    expect((await waiting(dayton.administrator)).toSorted()).toEqual(["Adapted Homes", "Plain Homes"]);
    expect(await waiting(coordinator)).toEqual(["Plain Homes"]);
    expect(await waiting(detroit.administrator)).toEqual(["Michigan Homes"]);
  });

  test("is declined with a reason that whoever made it reads", async () => {
    const [offer] = await offersOf(dayton.administrator, sites.adapted);
    const input = { siteId: sites.adapted, offerId: offer?.id, expectedRevision: offer?.revision };
    const short = await act(dayton.administrator, "declineOffer", { ...input, reason: " " });
    expect(short.findings?.[0]?.code).toBe("OFFER_REASON_MISSING");
    const reason = "We take the spring release instead.";
    expect((await act(ohio, "declineOffer", { ...input, reason })).__typename).toBe("FORBIDDEN");
    expect((await act(dayton.administrator, "declineOffer", { ...input, reason })).__typename).toBe(
      "OfferDeclined",
    );
    expect(await offersOf(ohio, sites.adapted)).toMatchObject([{ state: "DECLINED", declineReason: reason }]);
    const [row] = (await fleetOf(owner.author, { search: "Adapted" })).rows;
    expect(row).toMatchObject({ isOffered: false, declined: { version: "1.1.0", reason } });
    const again = await act(dayton.administrator, "declineOffer", { ...input, expectedRevision: 2, reason });
    expect(again.findings?.[0]?.code).toBe("OFFER_NOT_OPEN");
  });

  test("may be made anew after it was declined", async () => {
    const outcome = await act(ohio, "offerRelease", { releaseId: next, sites: { siteIds: [sites.adapted] } });
    expect(outcome).toMatchObject({ offeredCount: 1 });
    expect((await offersOf(ohio, sites.adapted)).map(({ state }) => state)).toEqual(["OPEN", "DECLINED"]);
    const [row] = (await fleetOf(owner.author, { search: "Adapted" })).rows;
    expect(row).toMatchObject({ isOffered: true, declined: null });
  });

  test("is taken when the site has the release, and stands again when it goes back", async () => {
    const { administrator } = dayton;
    const upgraded = await upgrade(administrator, {
      siteId: sites.plain,
      releaseId: next,
      expectedRevision: 1,
    });
    expect(upgraded.__typename).toBe("SiteUpgraded");
    expect(await offersOf(ohio, sites.plain)).toMatchObject([{ state: "TAKEN", changeCount: null }]);
    await administrator.get(
      `mutation ($input: RollBackUpgradeInput!) { rollBackUpgrade(input: $input) { __typename } }`,
      { input: { siteId: sites.plain, expectedRevision: 2, reason: "The committee wants another year." } },
    );
    expect(await offersOf(ohio, sites.plain)).toMatchObject([{ state: "OPEN" }]);
  });

  test("is withdrawn by whoever made it, with their others of the release", async () => {
    const reason = "A mistake in one item is being put right.";
    const outcome = await act(ohio, "withdrawOffers", { releaseId: next, reason });
    expect(outcome).toMatchObject({ __typename: "OffersWithdrawn", withdrawnCount: 2 });
    expect(await offersOf(dayton.administrator, sites.plain)).toMatchObject([{ state: "WITHDRAWN" }]);
    expect(await offersOf(detroit.administrator, sites.michigan)).toMatchObject([{ state: "OPEN" }]);
  });
});
