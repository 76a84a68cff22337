import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let steward: TestActor;

beforeAll(async () => {
  server = await startTestServer();
  steward = await server.actor([{ role: "platformSteward" }]);
});
afterAll(() => server.close());

const SAVE = `mutation ($input: SaveJurisdictionInput!) {
  saveJurisdiction(input: $input) {
    ... on JurisdictionSaved { jurisdiction { id name revision } }
    ... on JurisdictionRefused { findings { code path } }
  }
}`;

interface Saved {
  readonly saveJurisdiction: {
    readonly jurisdiction?: { readonly id: string; readonly name: string; readonly revision: number };
    readonly findings?: readonly { readonly code: string; readonly path: string }[];
  };
}

const dayton = {
  kind: "CITY",
  name: "Dayton",
  stateCode: "OH",
  timeZone: "America/New_York",
  isParticipating: true,
};

describe("the directory", () => {
  test("a steward adds a jurisdiction, everyone signed in finds it, and the record says who did it", async () => {
    const { saveJurisdiction } = await steward.get<Saved>(SAVE, { input: { ...dayton, ori: "OH0570200" } });
    expect(saveJurisdiction.jurisdiction).toMatchObject({ name: "Dayton", revision: 1 });

    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    const found = await official.get(
      `{ jurisdictions(search: "dayt") { totalCount edges { node { name } } } }`,
    );
    expect(found).toEqual({ jurisdictions: { totalCount: 1, edges: [{ node: { name: "Dayton" } }] } });

    const { history } = await steward.get<{ history: { edges: readonly { node: object }[] } }>(
      `{ history { edges { node { useCase via summary } } } }`,
    );
    expect(history.edges.map(({ node }) => node)).toContainEqual({
      useCase: "saveJurisdiction",
      via: "SCREEN",
      summary: { name: "Dayton" },
    });
  });

  test("an ORI that another jurisdiction has is refused with the field to put right", async () => {
    const { saveJurisdiction } = await steward.get<Saved>(SAVE, {
      input: { ...dayton, name: "Daytona", ori: "OH0570200" },
    });
    expect(saveJurisdiction.findings).toEqual([{ code: "JURISDICTION_ORI_TAKEN", path: "ori" }]);
  });

  test("the same call under one idempotency key has one effect, and another call under it is refused", async () => {
    const input = { ...dayton, name: "Akron", idempotencyKey: "akron" };
    const answers = await Promise.all([1, 2, 3].map(() => steward.get<Saved>(SAVE, { input })));
    const ids = new Set(answers.map(({ saveJurisdiction }) => saveJurisdiction.jurisdiction?.id));
    expect(ids.size).toBe(1);

    const reused = await steward.ask(SAVE, { input: { ...input, name: "Toledo" } });
    expect(reused.errors?.[0]?.extensions?.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  test("a change over a revision that has moved is refused, and the other change stays", async () => {
    const { saveJurisdiction } = await steward.get<Saved>(SAVE, { input: { ...dayton, name: "Lima" } });
    const id = saveJurisdiction.jurisdiction?.id;
    const change = (name: string): object => ({ input: { ...dayton, id, name, expectedRevision: 1 } });
    const both = await Promise.all([
      steward.ask(SAVE, change("Lima A")),
      steward.ask(SAVE, change("Lima B")),
    ]);
    const refused = both.filter(({ errors }) => errors?.[0]?.extensions?.code === "STALE_REVISION");
    expect(refused).toHaveLength(1);
    const now = await steward.get<{ jurisdiction: { revision: number } }>(
      `query ($id: ID!) { jurisdiction(id: $id) { revision } }`,
      { id },
    );
    expect(now.jurisdiction.revision).toBe(2);
  });

  test("a list is paged by cursor without gaps or doubles, and a page of 101 is refused", async () => {
    const page = `query ($after: String) { jurisdictions(first: 1, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } }`;
    const names: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { jurisdictions } = await steward.get<Paged>(page, { after });
      names.push(...jurisdictions.edges.map(({ node }) => node.name));
      more = jurisdictions.pageInfo.hasNextPage;
      after = jurisdictions.pageInfo.endCursor;
    }
    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
    const tooMany = await steward.ask(`{ jurisdictions(first: 101) { totalCount } }`);
    expect(tooMany.errors?.[0]?.message).toBe("Ask for between 1 and 100 rows at a time.");
  });

  test("nobody signed in reads nothing", async () => {
    const { errors } = await server.nobody.ask(`{ jurisdictions { totalCount } }`);
    expect(errors?.[0]?.extensions?.code).toBe("SIGNED_OUT");
  });
});

interface Paged {
  readonly jurisdictions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly name: string } }[];
  };
}
