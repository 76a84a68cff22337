import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { apply, bringIn, check, readImport, undo, uploadFile } from "../support/import-file.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let other: TestCity;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Dayton" }));
  other = await makeCity(server, { name: "Akron" });
  await city.openSite();
});
afterAll(() => server.close());

const header = "Start date,Employee ID,Name,Rank,Site,Position,End date\n";
const ofRoster = (rows: string, of: TestCity = city) => ({
  bytes: `${header}${rows}`,
  fileName: "roster.csv",
  importer: "roster" as const,
  jurisdictionId: of.jurisdictionId,
});

interface Person {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly assignments: readonly { readonly startsOn: string; readonly endedOn: string | null }[];
}

async function people(of: TestCity = city, actor: TestActor = of.administrator): Promise<Person[]> {
  const { officers } = await actor.get<{ officers: { edges: { node: Person }[] } }>(
    `query ($id: ID!) { officers(jurisdictionId: $id, first: 100) {
      edges { node { id name revision assignments { startsOn endedOn } } } } }`,
    { id: of.jurisdictionId },
  );
  return officers.edges.map(({ node }) => node);
}

const ana = "2026-03-01,12739.0,Ana Ruiz,Officer II,Harbor Homes,OFF-QOL,\n";

describe("bringing a roster in", () => {
  test("a dry run counts what would happen and writes nothing", async () => {
    const checked = await check(server, city.administrator, ofRoster(ana));
    expect(checked).toMatchObject({ state: "CHECKED", summary: { rows: 1, added: 1, refused: 0 } });
    expect(await people()).toEqual([]);
  });

  test("what came in is undone whole: nobody is left", async () => {
    const applied = await bringIn(server, city.administrator, ofRoster(ana));
    expect(await people()).toMatchObject([{ name: "Ana Ruiz", assignments: [{ startsOn: "2026-03-01" }] }]);
    expect(await undo(city.administrator, applied.id)).toMatchObject({ state: "UNDONE" });
    expect(await people()).toEqual([]);
  });

  test("a second posting of the same number is of the same person, also in a later file", async () => {
    await bringIn(
      server,
      city.administrator,
      ofRoster("2024-03-01,12739,Ana Ruiz,Officer II,Harbor Homes,OFF-QOL,2025-02-28\n"),
    );
    const second = await bringIn(server, city.administrator, ofRoster(ana));
    expect(second.summary).toMatchObject({ added: 1 });
    const found = await people();
    expect(found).toHaveLength(1);
    expect(found[0]?.assignments).toHaveLength(2);
  });

  test("the same file a second time changes nothing, and is told so", async () => {
    const checked = await check(server, city.administrator, ofRoster(ana));
    expect(checked.summary).toMatchObject({ added: 0, leftAlone: 1 });
    expect(await apply(city.administrator, checked)).toMatchObject([{ code: "NOTHING_TO_BRING_IN" }]);
  });

  test("a known name under a new number is left for a person to decide", async () => {
    const rows = "2023-03-01,555,Ana Ruiz,Officer II,Harbor Homes,OFF-QOL,2023-12-31\n";
    const listed = await check(server, city.administrator, ofRoster(rows));
    expect(listed.findings.edges).toMatchObject([{ node: { code: "ROSTER_PERSON_MAYBE_KNOWN" } }]);
    const same = await check(server, city.administrator, {
      ...ofRoster(rows),
      mapping: { namesakes: "samePerson" },
    });
    expect(same.summary).toMatchObject({ added: 1, refused: 0 });
    expect(await people()).toHaveLength(1);
  });

  test("rows that cannot come in are each refused in words, and the others come in", async () => {
    const checked = await check(
      server,
      city.administrator,
      ofRoster(
        "2027-03-29,1,Bo Lee,Officer,Harbor Homes,OFF-QOL,2027-03-28\n" +
          ",2,Cy Fox,Officer,Harbor Homes,OFF-QOL,\n" +
          "2026-05-01,3,Di Gray,Officer,Nowhere,officer,\n" +
          "2026-05-01,4,Ed Hall,Officer,Harbor Homes,astronaut,\n" +
          "2026-05-01,12739,Ana Ruiz,Officer,Harbor Homes,OFF-QOL,\n" +
          "2026-05-01,5,,,Harbor Homes,OFF-QOL,\n" +
          "2026-05-01,6,Flo Ives,Officer,Harbor Homes,OFF-QOL,\n" +
          "2026-05-01,7,Jo Kim,Officer,Harbor Homes,,\n",
      ),
    );
    expect(checked.summary).toMatchObject({ rows: 8, added: 1, refused: 7 });
    expect(checked.findings.edges.map(({ node }) => node.code)).toEqual(
      expect.arrayContaining([
        "ROSTER_ENDS_BEFORE_START",
        "ROSTER_START_MISSING",
        "ROSTER_SITE_UNKNOWN",
        "ROSTER_POSITION_UNKNOWN",
        "ROSTER_POSITION_MISSING",
        "ROSTER_OVERLAPS",
        "ROSTER_PERSON_UNKNOWN",
      ]),
    );
  });

  test("undoing is refused where somebody has changed what came in since", async () => {
    const applied = await bringIn(
      server,
      city.administrator,
      ofRoster("2026-06-01,77,Gil Jones,Officer,Harbor Homes,OFF-QOL,\n"),
    );
    const gil = (await people()).find(({ name }) => name === "Gil Jones");
    await city.administrator.get(
      `mutation ($input: ChangeOfficerInput!) { changeOfficer(input: $input) { __typename } }`,
      {
        input: {
          jurisdictionId: city.jurisdictionId,
          id: gil?.id,
          expectedRevision: gil?.revision,
          name: "Gil Jones",
          rank: "Sergeant",
          languages: [],
          isPublished: false,
        },
      },
    );
    expect(await undo(city.administrator, applied.id)).toMatchObject([{ code: "ROSTER_TOUCHED_SINCE" }]);
    expect((await people()).map(({ name }) => name)).toContain("Gil Jones");
  });

  test("a file with what is never kept of a person is refused by column, and nothing of it stays", async () => {
    const answer = await uploadFile(server, city.administrator, {
      ...ofRoster(""),
      bytes: "Employee ID,Name,Race,Birth year,Notes\n1,Ana Ruiz,X,1984,late\n",
    });
    expect(answer).toMatchObject({ status: 422 });
    expect(answer.findings?.map(({ code }) => code)).toEqual(Array(3).fill("ROSTER_COLUMN_PROHIBITED"));
  });

  test("the first rows of the file are gone once it is in", async () => {
    const applied = await bringIn(
      server,
      city.administrator,
      ofRoster("2026-07-01,88,Hal King,Officer,Harbor Homes,SGT,\n"),
    );
    expect(JSON.stringify(await readImport(city.administrator, applied.id))).not.toContain("Hal King");
  });

  test("another city neither brings in nor undoes here, and a steward brings in no roster", async () => {
    const steward = await server.actor([{ role: "platformSteward" }]);
    expect(await uploadFile(server, other.administrator, ofRoster(ana))).toMatchObject({ status: 403 });
    expect(await uploadFile(server, steward, ofRoster(ana))).toMatchObject({ status: 403 });
    expect(await people(other)).toEqual([]);
  });
});
