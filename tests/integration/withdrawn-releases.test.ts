import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity, type TestCity } from "../support/city.ts";
import { typeCommand } from "../support/command-line.ts";
import { act, countsOf, fleetOf, makeOwner, offersOf, readRun, type TestOwner } from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { partOf, upgrade } from "../support/upgrade.ts";

let server: TestServer;
let dayton: TestCity;
let owner: TestOwner;
let ohio: TestActor;
let steward: TestActor;
let sites: { early: string; late: string };
let next: string;

const reason = "Item B06 names an agreement that the law does not know.";

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  dayton = await makeCity(server, { name: "Dayton", ori: "OH0570200" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  ohio = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  steward = await server.actor([{ role: "platformSteward" }]);
  const site = { releaseId: owner.releaseId, launchOn: "2027-09-01" };
  sites = {
    early: await dayton.openSite({ name: "Early Homes", ...site }),
    late: await dayton.openSite({ name: "Late Homes", ...site }),
  };
  next = await owner.publish("1.1.0", ({ checklistItems }) => {
    partOf(checklistItems, "B04")["title"] = { en: "List every body, program and critic" };
  });
  await upgrade(dayton.administrator, { siteId: sites.early, releaseId: next, expectedRevision: 1 });
  await act(ohio, "offerRelease", { releaseId: next, sites: {} });
});
afterAll(() => server.close());

interface Withdrawal {
  readonly reasonCode: string;
  readonly reason: string;
  readonly withdrawnBy: string;
}

interface Done {
  readonly __typename: string;
  readonly withdrawnOfferCount?: number;
  readonly stoppedRunCount?: number;
  readonly findings?: readonly { readonly code: string }[];
  readonly template?: { readonly releases: readonly { version: string; withdrawal: Withdrawal | null }[] };
}

const RELEASES = "template { releases { version withdrawal { reasonCode reason withdrawnBy } } }";
const FINDINGS = "... on WithdrawalRefused { findings { code message } }";
const MUTATIONS = {
  withdrawRelease: `mutation ($input: WithdrawReleaseInput!) { done: withdrawRelease(input: $input) { __typename
    ... on ReleaseWithdrawn { withdrawnOfferCount stoppedRunCount ${RELEASES} } ${FINDINGS} } }`,
  reinstateRelease: `mutation ($input: ReinstateReleaseInput!) { done: reinstateRelease(input: $input) { __typename
    ... on ReleaseReinstated { ${RELEASES} } ${FINDINGS} } }`,
};

/** The outcome of a withdrawal or of its end, or the code of the refusal as its name. */
async function call(actor: TestActor, name: keyof typeof MUTATIONS, input: object): Promise<Done> {
  const { data, errors } = await actor.ask<{ done: Done }>(MUTATIONS[name], { input });
  return data?.done ?? { __typename: errors?.[0]?.extensions?.code ?? "no answer" };
}

const withdraw = (actor: TestActor, input: object = {}) =>
  call(actor, "withdrawRelease", { releaseId: next, reasonCode: "LEGAL", reason, ...input });
const reinstate = (actor: TestActor, input: object = {}) =>
  call(actor, "reinstateRelease", { releaseId: next, reason: "The law knows it by now.", ...input });

async function siteOf(siteId: string) {
  const { site } = await dayton.administrator.get<{
    site: {
      revision: number;
      release: { version: string };
      releaseWithdrawal: Withdrawal | null;
      newerReleases: { version: string }[];
    };
  }>(
    `query ($id: ID!) { site(id: $id) { revision release { version } newerReleases { version }
      releaseWithdrawal { reasonCode reason withdrawnBy } } }`,
    { id: siteId },
  );
  return site;
}

const newestOf = async () =>
  (await ohio.get<{ release: { version: string } }>(`{ release(templateKey: "ssi-housing") { version } }`))
    .release.version;

/** Does something while the release is withdrawn, and takes it into use again. */
async function whileWithdrawn<T>(doing: () => Promise<T>): Promise<T> {
  expect((await withdraw(owner.author)).__typename).toBe("ReleaseWithdrawn");
  try {
    return await doing();
  } finally {
    await reinstate(owner.author);
  }
}

describe("withdrawing a release", () => {
  test("is its owner's alone: no city, no state, no other organization, no steward", async () => {
    const other = await makeOwner(server, dayton, { name: "Another Institute", templateKey: "another" });
    const staff = await server.actor([{ role: "partnerStaff", organizationId: owner.organizationId }]);
    for (const actor of [dayton.administrator, ohio, staff, other.author, steward])
      expect((await withdraw(actor)).__typename).toBe("FORBIDDEN");
    const { release } = await ohio.get<{ release: { id: string } }>(
      `{ release(templateKey: "csp-park", version: "3.1.0") { id } }`,
    );
    expect((await withdraw(owner.author, { releaseId: release.id })).__typename).toBe("FORBIDDEN");
    expect((await withdraw(server.nobody)).__typename).toBe("SIGNED_OUT");
    expect(await newestOf()).toBe("1.1.0");
  });

  test("needs a reason that sites can read", async () => {
    for (const short of ["", "  a ", "x".repeat(2_001)]) {
      const outcome = await withdraw(owner.author, { reason: short });
      expect(outcome.findings?.[0]?.code).toBe("WITHDRAWAL_REASON_MISSING");
    }
  });

  test("takes back every open offer of it, whoever made it, and says who withdrew it and why", async () => {
    const done = await withdraw(owner.author);
    expect(done).toMatchObject({
      __typename: "ReleaseWithdrawn",
      withdrawnOfferCount: 1,
      stoppedRunCount: 0,
    });
    expect(done.template?.releases).toMatchObject([
      { version: "1.1.0", withdrawal: { reasonCode: "LEGAL", reason } },
      { version: "1.0.0", withdrawal: null },
    ]);
    expect(await offersOf(dayton.administrator, sites.late)).toMatchObject([{ state: "WITHDRAWN" }]);
  });

  test("stands in one change set with the offers that it took back", async () => {
    const database = new pg.Client(server.database.url);
    await database.connect();
    const { rows } = await database.query<{ tables: string; reason: string; organization: string }>(
      `select string_agg(c.table_name, ' ' order by c.table_name) as tables, s.reason, s.organization_id as organization
       from change_set s join change c on c.jurisdiction_id = s.jurisdiction_id and c.change_set_id = s.id
       where s.use_case = 'withdrawRelease' group by s.id, s.reason, s.organization_id`,
    );
    await database.end();
    expect(rows).toEqual([
      { tables: "release_withdrawal site_offer", reason, organization: owner.organizationId },
    ]);
  });

  test("a second time is said to be done already", async () => {
    expect((await withdraw(owner.author)).findings?.[0]?.code).toBe("RELEASE_WITHDRAWN_BEFORE");
  });

  test("leaves the site that has it as it is, and tells it why", async () => {
    const site = await siteOf(sites.early);
    expect(site).toMatchObject({
      release: { version: "1.1.0" },
      releaseWithdrawal: { reasonCode: "LEGAL", reason },
    });
    expect((await siteOf(sites.late)).releaseWithdrawal).toBeNull();
  });

  test("leaves it out of what is newest, newer and behind", async () => {
    expect(await newestOf()).toBe("1.0.0");
    expect((await siteOf(sites.late)).newerReleases).toEqual([]);
    const rows = (await fleetOf(owner.author)).rows;
    expect(
      rows.map(({ name, version, newestVersion, releasesBehind }) => [
        name,
        version,
        newestVersion,
        releasesBehind,
      ]),
    ).toEqual([
      ["Early Homes", "1.1.0", "1.0.0", 0],
      ["Late Homes", "1.0.0", "1.0.0", 0],
    ]);
    const { fleetReleases } = await owner.author.get<{
      fleetReleases: { version: string; isWithdrawn: boolean; newestVersion: string; siteCount: number }[];
    }>(`{ fleetReleases { version isWithdrawn newestVersion siteCount } }`);
    expect(fleetReleases).toEqual([
      { version: "1.1.0", isWithdrawn: true, newestVersion: "1.0.0", siteCount: 1 },
      { version: "1.0.0", isWithdrawn: false, newestVersion: "1.0.0", siteCount: 1 },
    ]);
  });

  test("keeps it from being offered, run towards, taken, or opened from", async () => {
    for (const [actor, mutation] of [
      [ohio, "offerRelease"],
      [owner.author, "offerRelease"],
      [ohio, "startUpgradeRun"],
    ] as const) {
      const outcome = await act(actor, mutation, { releaseId: next, sites: {} });
      expect(outcome.findings?.[0]?.code).toBe("RELEASE_WITHDRAWN");
    }
    const taking = { siteId: sites.late, releaseId: next, expectedRevision: 1, decisions: [] };
    const { errors } = await dayton.administrator.ask(
      `mutation ($input: UpgradeSiteInput!) { upgradeSite(input: $input) { __typename } }`,
      { input: taking },
    );
    expect(errors?.[0]?.message).toContain("Release 1.1.0 was withdrawn by its authors");
    await expect(
      dayton.openSite({ name: "New Homes", releaseId: next, launchOn: "2027-09-01" }),
    ).rejects.toThrow();
    const { siteOpeningPreview } = await dayton.administrator.get<{
      siteOpeningPreview: { canOpen: boolean; findings: { code: string }[] };
    }>(`query ($input: OpenSiteInput!) { siteOpeningPreview(input: $input) { canOpen findings { code } } }`, {
      input: {
        releaseId: next,
        jurisdictionId: dayton.jurisdictionId,
        name: "New Homes",
        launchOn: "2027-09-01",
      },
    });
    expect(siteOpeningPreview.canOpen).toBe(false);
    expect(siteOpeningPreview.findings[0]?.code).toBe("SITE_RELEASE_WITHDRAWN");
  });

  test("is said at the command line as well", async () => {
    const { said, code } = await typeCommand(
      server,
      ...["upgrade-sites", "--template", "ssi-housing", "--to", "1.1.0"],
    );
    expect(code).toBe(1);
    expect(said).toContain(reason);
  }, 60_000);

  test("does not keep a later release from being taken, across it", async () => {
    const later = await owner.publish("1.2.0", ({ checklistItems }) => {
      partOf(checklistItems, "B06")["dueOffsetDays"] = -290;
    });
    expect((await siteOf(sites.late)).newerReleases).toEqual([{ version: "1.2.0" }]);
    const done = await upgrade(dayton.administrator, {
      siteId: sites.late,
      releaseId: later,
      expectedRevision: 1,
    });
    expect(done).toMatchObject({ __typename: "SiteUpgraded", site: { release: { version: "1.2.0" } } });
    expect((await siteOf(sites.late)).releaseWithdrawal).toBeNull();
  });

  test("still lets a site that took another go back to it", async () => {
    const { administrator } = dayton;
    const { release } = await ohio.get<{ release: { id: string } }>(
      `{ release(templateKey: "ssi-housing", version: "1.2.0") { id } }`,
    );
    const { revision } = await siteOf(sites.early);
    await upgrade(administrator, { siteId: sites.early, releaseId: release.id, expectedRevision: revision });
    const { rollBackUpgrade } = await administrator.get<{ rollBackUpgrade: { __typename: string } }>(
      `mutation ($input: RollBackUpgradeInput!) { rollBackUpgrade(input: $input) { __typename } }`,
      {
        input: {
          siteId: sites.early,
          expectedRevision: revision + 1,
          reason: "The committee wants another year.",
        },
      },
    );
    expect(rollBackUpgrade.__typename).toBe("UpgradeRolledBack");
    expect(await siteOf(sites.early)).toMatchObject({
      release: { version: "1.1.0" },
      releaseWithdrawal: { reasonCode: "LEGAL" },
    });
  });
});

describe("taking a withdrawn release into use again", () => {
  test("is its owner's alone, and needs a reason", async () => {
    for (const actor of [dayton.administrator, ohio, steward])
      expect((await reinstate(actor)).__typename).toBe("FORBIDDEN");
    const short = await reinstate(owner.author, { reason: " " });
    expect(short.findings?.[0]?.code).toBe("WITHDRAWAL_REASON_MISSING");
  });

  test("offers it again, and gives no offer back that was withdrawn with it", async () => {
    const done = await reinstate(owner.author);
    expect(done.template?.releases.map(({ withdrawal }) => withdrawal)).toEqual([null, null, null]);
    expect((await siteOf(sites.early)).releaseWithdrawal).toBeNull();
    expect((await offersOf(ohio, sites.late)).map(({ state }) => state)).toEqual(["WITHDRAWN"]);
    expect((await reinstate(owner.author)).findings?.[0]?.code).toBe("RELEASE_NOT_WITHDRAWN");
  });

  test("keeps what was: both withdrawals stand in the list of them", async () => {
    await whileWithdrawn(() => Promise.resolve());
    const database = new pg.Client(server.database.url);
    await database.connect();
    const { rows } = await database.query<{ ended: boolean }>(
      "select ended_at is not null as ended from release_withdrawal order by withdrawn_at",
    );
    await database.end();
    expect(rows).toEqual([{ ended: true }, { ended: true }]);
  });
});

describe("a withdrawal in the middle of things", () => {
  test("of two at once, one is told that the other was quicker", async () => {
    const both = await Promise.all([withdraw(owner.author), withdraw(owner.author)]);
    await reinstate(owner.author);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      "ReleaseWithdrawn",
      "WithdrawalRefused",
    ]);
  });

  test("takes an offer back that stands again because its site went back", async () => {
    const site = { releaseId: owner.releaseId, launchOn: "2027-09-01" };
    const siteId = await dayton.openSite({ name: "Third Homes", ...site });
    await act(ohio, "offerRelease", { releaseId: next, sites: { siteIds: [siteId] } });
    await upgrade(dayton.administrator, { siteId, releaseId: next, expectedRevision: 1 });
    await whileWithdrawn(async () => {
      expect(await offersOf(ohio, siteId)).toMatchObject([{ state: "TAKEN" }]);
      await dayton.administrator.get(
        `mutation ($input: RollBackUpgradeInput!) { rollBackUpgrade(input: $input) { __typename } }`,
        { input: { siteId, expectedRevision: 2, reason: "The release was withdrawn." } },
      );
      expect(await offersOf(ohio, siteId)).toMatchObject([{ state: "WITHDRAWN", changeCount: null }]);
      const [row] = (await fleetOf(ohio, { search: "Third" })).rows;
      expect(row).toMatchObject({ isOffered: false });
    });
  });

  test("stops a run towards the release: no site is taken any further", async () => {
    const launchOn = "2027-09-01";
    for (const name of ["Run One", "Run Two"])
      await dayton.openSite({ name, releaseId: owner.releaseId, launchOn });
    await act(dayton.administrator, "decideUpgradeConsent", {
      jurisdictionId: dayton.jurisdictionId,
      expectedRevision: 0,
      allowsState: true,
      allowsTemplateOwner: true,
    });
    // A server that has the lease and is not there: the run waits, as in the middle of its work.
    const database = new pg.Client(server.database.url);
    await database.connect();
    await database.query(
      "create function hold() returns trigger language plpgsql as $$ begin new.lease_until = now() + interval '1 hour'; return new; end $$",
    );
    await database.query(
      "create trigger hold before insert on upgrade_run for each row execute function hold()",
    );
    const { run } = await act(ohio, "startUpgradeRun", { releaseId: next, sites: { search: "Run" } });
    await database.query("drop trigger hold on upgrade_run");
    const done = await withdraw(owner.author);
    expect(done).toMatchObject({ stoppedRunCount: 1 });
    // Also where the word to stop was lost, the run goes to no further site.
    await database.query("set session_replication_role = replica");
    await database.query(
      "update upgrade_run set lease_until = now() - interval '1 second', is_cancel_asked = false",
    );
    await database.end();
    await expect
      .poll(() => readRun(ohio, run?.id ?? ""), { timeout: 20_000 })
      .toMatchObject({ isFinished: true });
    expect(countsOf(await readRun(ohio, run?.id ?? ""))).toEqual({});
    expect((await fleetOf(ohio, { search: "Run" })).rows.map(({ version }) => version)).toEqual([
      "1.0.0",
      "1.0.0",
    ]);
    await reinstate(owner.author);
  }, 40_000);

  test("of a built-in release is the steward's", async () => {
    const { release } = await ohio.get<{ release: { id: string } }>(
      `{ release(templateKey: "csp-park", version: "3.2.0") { id } }`,
    );
    const done = await withdraw(steward, { releaseId: release.id, reasonCode: "MISTAKE" });
    expect(done).toMatchObject({ __typename: "ReleaseWithdrawn" });
    const { templates } = await ohio.get<{ templates: { edges: { node: { key: string } }[] } }>(
      `{ templates { edges { node { key } } } }`,
    );
    expect(templates.edges.map(({ node }) => node.key)).toContain("csp-park");
  });

  test("of every release leaves the last to look at, and the sites in the fleet", async () => {
    const lonely = await makeOwner(server, dayton, { name: "Lonely Institute", templateKey: "lonely" });
    await dayton.openSite({ name: "Lonely Homes", releaseId: lonely.releaseId, launchOn: "2027-09-01" });
    await withdraw(lonely.author, { releaseId: lonely.releaseId });
    const { release } = await ohio.get<{ release: { version: string; withdrawal: object | null } }>(
      `{ release(templateKey: "lonely") { version withdrawal { reason } } }`,
    );
    expect(release).toEqual({ version: "1.0.0", withdrawal: { reason } });
    expect((await fleetOf(lonely.author)).rows).toMatchObject([
      { name: "Lonely Homes", newestVersion: "1.0.0", releasesBehind: 0, next: null },
    ]);
  });
});

test("the release itself is not touched: its content and its hash are what they were", async () => {
  const READ = `{ release(templateKey: "ssi-housing", version: "1.1.0") { contentHash document } }`;
  const before = await ohio.get(READ);
  await whileWithdrawn(async () => {
    expect(await ohio.get(READ)).toEqual(before);
  });
});
