import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { act, makeOwner, type TestOwner } from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { partOf, previewOf, upgrade } from "../support/upgrade.ts";

let server: TestServer;
let dayton: TestCity;
let owner: TestOwner;
const sites: string[] = [];

const retitle = (en: string, reasonCode: string) => ({
  section: "CHECKLIST_ITEMS",
  key: "B04",
  change: "CHANGED",
  field: "title",
  value: { en },
  reasonCode,
  reason: "So decided with the residents here",
});

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  dayton = await makeCity(server, { name: "Dayton" });
  const detroit = await makeCity(server, { name: "Detroit", stateCode: "MI" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  const { releaseId } = owner;
  const site = { releaseId, launchOn: "2027-09-01" };
  const open = async (city: TestCity, name: string, adaptations: readonly object[]) =>
    sites.push(await city.openSite({ name, adaptations, ...site }));
  await open(dayton, "One", [retitle("Ask every resident", "CULTURE")]);
  await open(dayton, "Two", [retitle(" ask every  Resident", "RESOURCES")]);
  await open(detroit, "Three", [retitle("Ask every resident", "CULTURE")]);
  await open(dayton, "Four", [retitle("Ask every shopkeeper", "CULTURE")]);
  await open(dayton, "Five", []);
});
afterAll(() => server.close());

async function differences(siteId: string): Promise<{ id: string; key: string }[]> {
  const { site } = await dayton.administrator.get<{ site: { adaptations: { id: string; key: string }[] } }>(
    `query ($id: ID!) { site(id: $id) { adaptations { id key } } }`,
    { id: siteId },
  );
  return site.adaptations;
}

async function propose(site: number, note?: string): ReturnType<typeof act> {
  const siteId = sites[site] ?? "";
  const [difference] = await differences(siteId);
  return await act(dayton.administrator, "proposeAdaptation", { siteId, adaptationId: difference?.id, note });
}

interface Group {
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly siteCount: number;
  readonly siteTotal: number;
  readonly reasons: readonly { reasonCode: string; count: number }[];
  readonly proposals: readonly {
    id: string;
    siteName: string;
    jurisdictionName: string;
    note: string | null;
  }[];
}

async function proposalsOf(actor: TestActor): Promise<readonly Group[]> {
  const { proposals } = await actor.get<{ proposals: Group[] }>(
    `{ proposals { title before after siteCount siteTotal reasons { reasonCode count }
      proposals { id siteName jurisdictionName note } } }`,
  );
  return proposals;
}

const answersOf = async (siteId: string) =>
  (
    await dayton.administrator.get<{ site: { ownProposals: { status: string; answer: string | null }[] } }>(
      `query ($id: ID!) { site(id: $id) { ownProposals { status answer } } }`,
      { id: siteId },
    )
  ).site.ownProposals;

describe("a proposal", () => {
  test("reaches the template's owner with what it changes, in words", async () => {
    expect((await propose(0, "Residents asked for it.")).__typename).toBe("AdaptationProposed");
    expect((await propose(3)).__typename).toBe("AdaptationProposed");
    const [first, second] = await proposalsOf(owner.author);
    expect(first).toMatchObject({
      after: "Ask every resident",
      proposals: [{ siteName: "One", jurisdictionName: "Dayton", note: "Residents asked for it." }],
    });
    expect(first?.before).not.toBeNull();
    expect(second).toMatchObject({ after: "Ask every shopkeeper", siteCount: 1 });
  });

  test("says how many sites made the very same change, however they typed it, and why", async () => {
    const [first] = await proposalsOf(owner.author);
    expect(first).toMatchObject({ siteCount: 3, siteTotal: 5 });
    expect(first?.reasons.toSorted((one, other) => other.count - one.count)).toEqual([
      { reasonCode: "CULTURE", count: 2 },
      { reasonCode: "RESOURCES", count: 1 },
    ]);
  });

  test("of two cities for one change stands once, with both", async () => {
    await propose(1);
    const [first] = await proposalsOf(owner.author);
    expect(first?.proposals.map(({ siteName }) => siteName)).toEqual(["One", "Two"]);
  });

  test("is made once until it is answered", async () => {
    const outcome = await propose(0);
    expect(outcome).toMatchObject({ __typename: "ProposalRefused", findings: [{ code: "PROPOSED_BEFORE" }] });
  });

  test("is kept from the owners of other templates, and from those who only look", async () => {
    const other = await makeOwner(server, dayton, {
      name: "Another Institute",
      templateKey: "another-housing",
    });
    expect(await proposalsOf(other.author)).toEqual([]);
    const steward = await server.actor([{ role: "platformSteward" }]);
    expect(await proposalsOf(steward)).toEqual([]);
    const [first] = await proposalsOf(owner.author);
    const input = { proposalIds: first?.proposals.map(({ id }) => id), answer: "This is not ours to say." };
    expect((await act(other.author, "declineProposals", input)).__typename).toBe("NOT_FOUND");
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    expect((await act(official, "declineProposals", input)).__typename).toBe("FORBIDDEN");
  });

  test("for a template of the platform goes to its steward, who sees the change and no site else", async () => {
    const siteId = await dayton.openSite({
      name: "Built in",
      launchOn: "2027-09-01",
      adaptations: [retitle("Ask every resident", "CULTURE")],
    });
    sites.push(siteId);
    await propose(5);
    const steward = await server.actor([{ role: "platformSteward" }]);
    expect(await proposalsOf(steward)).toMatchObject([
      { siteCount: 1, siteTotal: 1, proposals: [{ siteName: "Built in" }] },
    ]);
  });

  test("is declined with an answer that its city reads", async () => {
    const groups = await proposalsOf(owner.author);
    const declined = groups.find(({ after }) => after === "Ask every shopkeeper");
    const input = { proposalIds: declined?.proposals.map(({ id }) => id) };
    const short = await act(owner.author, "declineProposals", { ...input, answer: "" });
    expect(short.findings?.[0]?.code).toBe("PROPOSAL_ANSWER_MISSING");
    const answer = "Shopkeepers come with the next release.";
    expect(await act(owner.author, "declineProposals", { ...input, answer })).toMatchObject({
      declinedCount: 1,
    });
    expect(await answersOf(sites[3] ?? "")).toEqual([{ status: "DECLINED", answer }]);
    expect((await proposalsOf(owner.author)).map(({ after }) => after)).not.toContain("Ask every shopkeeper");
  });

  test("dissolves into the release that has it: nothing to decide, and no difference left", async () => {
    const next = await owner.publish("1.1.0", ({ checklistItems }) => {
      partOf(checklistItems, "B04")["title"] = { en: "Ask every resident" };
    });
    const siteId = sites[0] ?? "";
    expect(await differences(siteId)).toHaveLength(1);
    expect((await previewOf(dayton.administrator, siteId, next)).conflicts).toEqual([]);
    const done = await upgrade(dayton.administrator, { siteId, releaseId: next, expectedRevision: 1 });
    expect(done.__typename).toBe("SiteUpgraded");
    expect(await differences(siteId)).toEqual([]);
  });
});
