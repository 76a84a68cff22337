import { loadBuiltInCatalogue } from "@frontstep/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEST_SECRET } from "../support/database.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let steward: TestActor;
let viewer: TestActor;

const settings = (): { databaseUrl: string; secret: string } => ({
  databaseUrl: server.database.url,
  secret: TEST_SECRET,
});

beforeAll(async () => {
  server = await startTestServer();
  await loadBuiltInCatalogue(settings());
  steward = await server.actor([{ role: "platformSteward" }]);
  viewer = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
});
afterAll(() => server.close());

interface Document {
  release: string;
  template: string;
  name: { en: string; es?: string };
  goals: { title: { en: string }; targets: { indicator: string }[] }[];
}

const DOCUMENT = `query ($key: String!, $version: String) { release(templateKey: $key, version: $version) { document } }`;

async function documentOf(key: string, version?: string): Promise<Document> {
  const { release } = await viewer.get<{ release: { document: Document } }>(DOCUMENT, { key, version });
  // Without its longest sections a document is well below what a request may carry.
  return { ...release.document, guidance: [], partnerRoles: [], governanceBodies: [] } as unknown as Document;
}

const PUBLISH = `mutation ($input: PublishReleaseInput!) {
  publishRelease(input: $input) {
    __typename
    ... on ReleasePublished { release { version publishedBy } }
    ... on ReleaseUnchanged { release { version } }
    ... on ReleaseRefused { findings { code path message } }
  }
}`;

interface Published {
  readonly publishRelease: {
    readonly __typename: string;
    readonly findings?: readonly { readonly code: string }[];
  };
}

async function publish(
  actor: TestActor,
  document: object,
  organizationId?: string,
): Promise<Published["publishRelease"]> {
  return (await actor.get<Published>(PUBLISH, { input: { document, organizationId } })).publishRelease;
}

describe("the catalogue that comes with Frontstep", () => {
  test("shows three templates with both of their releases, newest first", async () => {
    const { templates } = await viewer.get<{ templates: { totalCount: number; edges: { node: object }[] } }>(
      `{ templates { totalCount edges { node { key siteKind organizationId releases { version publishedBy changes } } } } }`,
    );
    expect(templates.totalCount).toBe(3);
    expect(templates.edges.map(({ node }) => node)).toMatchObject([
      { key: "csp-neighborhood", siteKind: "NEIGHBORHOOD", organizationId: null },
      { key: "csp-park", releases: [{ version: "3.2.0", publishedBy: "Frontstep" }, { version: "3.1.0" }] },
      { key: "csp-public-housing" },
    ]);
  });

  test("loading it again changes nothing and leaves no record", async () => {
    expect(await loadBuiltInCatalogue(settings())).toEqual({
      indicatorsAdded: 0,
      indicatorsChanged: 0,
      releasesPublished: 0,
    });
    const { history } = await steward.get<{
      history: { edges: { node: { useCase: string; via: string } }[] };
    }>(`{ history(first: 100) { edges { node { useCase via } } } }`);
    const jobs = history.edges.filter(({ node }) => node.via === "JOB").map(({ node }) => node.useCase);
    expect(jobs.filter((useCase) => useCase !== "acceptInvitation").sort()).toEqual([
      "loadIndicators",
      ...Array<string>(6).fill("publishRelease"),
    ]);
  });

  test("opens a release section by section in the reader's language", async () => {
    const query = `{ release(templateKey: "csp-public-housing") { version template { name } content {
      positions { key title seats core isCore basis restsOn }
      checklistItems { key title dueOffsetDays isLaunchGate dependsOn }
      goals { key kind targets { kind indicator amount byMonth } }
      coreComponents { key isEssential looksLike { full } }
      adaptationRules { key decision } guidance { key } trainings { key outline } phases { key fromDay } } } }`;
    interface Content {
      release: {
        version: string;
        content: { positions: object[]; checklistItems: object[]; goals: object[] };
      };
    }
    const english = (await viewer.get<Content>(query)).release;
    expect(english.version).toBe("3.2.0");
    expect(english.content.positions[0]).toMatchObject({
      key: "SGT",
      seats: 1,
      isCore: true,
      basis: "PROPOSAL",
    });
    expect(english.content.checklistItems).toHaveLength(49);
    expect(english.content.goals[0]).toMatchObject({
      key: "O1",
      targets: [{ indicator: "TR-TRU", amount: 10, byMonth: 24 }],
    });

    const reader = await server.actor([{ role: "stateOfficial", stateCode: "OH" }], { language: "es" });
    const spanish = (await reader.get<Content>(query)).release;
    expect(spanish.content.positions[0]).toMatchObject({
      title: "Sargento del sitio, tiempo completo en el sitio",
    });
  });

  test("an older release stays readable, and one that never was is nothing", async () => {
    expect((await documentOf("csp-park", "3.1.0")).release).toBe("3.1.0");
    expect(await viewer.get(DOCUMENT, { key: "csp-park", version: "9.0.0" })).toEqual({ release: null });
    expect(await viewer.get(`{ template(key: "nothing") { key } }`)).toEqual({ template: null });
  });
});

describe("the indicator catalogue", () => {
  test("is paged, filtered by shelf and class, and found by code or by name in either language", async () => {
    const query = `query ($search: String, $theme: IndicatorTheme, $class: IndicatorClass, $first: Int, $after: String) {
      indicators(search: $search, theme: $theme, class: $class, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { code } } } }`;
    interface Found {
      indicators: {
        totalCount: number;
        pageInfo: { endCursor: string };
        edges: { node: { code: string } }[];
      };
    }
    const codes = async (variables: object): Promise<string[]> =>
      (await viewer.get<Found>(query, variables)).indicators.edges.map(({ node }) => node.code);
    const first = await viewer.get<Found>(query, { first: 3 });
    expect(first.indicators.totalCount).toBe(67);
    expect(await codes({ first: 2, after: first.indicators.pageInfo.endCursor })).toEqual([
      "CR-AGG",
      "CR-ROB",
    ]);
    expect(await codes({ search: "cl-" })).toEqual(["CL-HOM", "CL-VIOL", "CL-NFS"]);
    expect(await codes({ search: "brecha de confianza" })).toEqual(["TR-GAP"]);
    expect(await codes({ class: "FIDELITY" })).toEqual(["FD-SCORE", "FD-ADAPT", "IM-GATE"]);
    expect(await codes({ theme: "TRUST_AND_PLACE", search: "park" })).toEqual(["PK-USE", "PK-GIRL"]);
  });

  test("shows one with its caveats, whether it may be a goal, and the goals that use it", async () => {
    const query = `query ($code: String!) { indicator(code: $code) { code name measure { kind } denominator caveats mayBeGoal
      isHiddenForSites usedBy { templateKey goalKey } } }`;
    expect(await viewer.get(query, { code: "TR-TRU" })).toMatchObject({
      indicator: {
        mayBeGoal: true,
        measure: { kind: "SHARE" },
        usedBy: [{ goalKey: "O1" }, { goalKey: "O1" }, { goalKey: "O1" }],
      },
    });
    expect(await viewer.get(query, { code: "PA-ARRY" })).toMatchObject({
      indicator: { mayBeGoal: false, isHiddenForSites: true, usedBy: [] },
    });
    expect(await viewer.get(query, { code: "NOT-ONE" })).toEqual({ indicator: null });
  });
});

describe("publishing a release", () => {
  test("publishes the next number once; the same document again changes nothing", async () => {
    const document = { ...(await documentOf("csp-park")), release: "3.3.0" };
    expect(await publish(steward, document)).toMatchObject({
      __typename: "ReleasePublished",
      release: { version: "3.3.0" },
    });
    expect(await publish(steward, document)).toMatchObject({ __typename: "ReleaseUnchanged" });
    expect((await documentOf("csp-park")).release).toBe("3.3.0");
  });

  test("refuses to change what is published", async () => {
    const document = await documentOf("csp-neighborhood", "3.1.0");
    const refused = await publish(steward, { ...document, name: { en: "Renamed" } });
    expect(refused.findings?.map(({ code }) => code)).toEqual(["RELEASE_NOT_NEWER"]);
    const owner = new pg.Client(server.database.url);
    await owner.connect();
    await expect(owner.query("update release set version = '9.9.9'")).rejects.toThrow("never changed");
    await expect(owner.query("delete from release")).rejects.toThrow("never changed");
    await owner.end();
  });

  test("refuses arrests as a goal, and a document of another form, saying what to do", async () => {
    const document = { ...(await documentOf("csp-neighborhood")), release: "4.0.0" };
    document.goals[0]?.targets.splice(0, 1, {
      kind: "atLeast",
      value: 100,
      indicator: "PA-ARR",
      byMonth: 12,
    } as never);
    expect((await publish(steward, document)).findings?.map(({ code }) => code)).toEqual(["GOAL_REFUSED"]);
    expect((await publish(steward, { hello: "there" })).findings?.[0]?.code).toBe("TEMPLATE_FORM_INVALID");
  });

  test("an author checks and publishes the own organization's template, and no other", async () => {
    const organizationId = "0190f5fe-0000-7000-8000-000000000001";
    const author = await server.actor([{ role: "templateAuthor", organizationId }]);
    const own = { ...(await documentOf("csp-neighborhood")), template: "own-design", release: "1.0.0" };
    expect(
      await author.get(
        `query ($d: JSON!, $o: ID) { templateCheck(document: $d, organizationId: $o) { mayBePublished parts } }`,
        { d: own, o: organizationId },
      ),
    ).toMatchObject({ templateCheck: { mayBePublished: true } });
    expect(await publish(author, own, organizationId)).toMatchObject({ __typename: "ReleasePublished" });

    const theirs = { ...own, template: "csp-park", release: "9.0.0" };
    expect((await publish(author, theirs, organizationId)).findings?.map(({ code }) => code)).toEqual([
      "TEMPLATE_OF_OTHERS",
    ]);
    const asPlatform = await author.ask(PUBLISH, { input: { document: theirs } });
    expect(asPlatform.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});
