import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCity, startCity, type TestCity } from "../support/city.ts";
import { bringIn, check } from "../support/import-file.ts";
import type { TestActor, TestServer } from "../support/test-server.ts";

const launchYear = new Date().getFullYear() - 3;

let server: TestServer;
let city: TestCity;
let siteId: string;

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite({ name: "Harbor Homes", launchOn: `${String(launchYear)}-01-01` });
});
afterAll(() => server.close());

const BECAUSE = "The same kind of housing, about as many residents, and no program of its own.";

const SAVE = `mutation ($input: SaveComparisonAreaInput!) { saveComparisonArea(input: $input) { __typename
  ... on SaveComparisonAreaRefused { findings { code } } } }`;
const READ = `query ($id: ID!) { site(id: $id) { comparisonArea { id name chosenBecause revision }
  goals { key targets { indicatorCode comparedWith reached state } } } }`;

interface Read {
  readonly comparisonArea: { readonly id: string; readonly name: string; readonly revision: number } | null;
  readonly goals: readonly {
    readonly key: string;
    readonly targets: readonly {
      readonly indicatorCode: string;
      readonly comparedWith: string | null;
      readonly reached: number | null;
    }[];
  }[];
}

async function read(actor: TestActor = city.administrator, id = siteId): Promise<Read> {
  return (await actor.get<{ site: Read }>(READ, { id })).site;
}

async function save(changes: object, actor: TestActor = city.administrator) {
  const input = { siteId, name: "Bayside Homes", chosenBecause: BECAUSE, ...changes };
  const { saveComparisonArea } = await actor.get<{
    saveComparisonArea: { __typename: string; findings?: { code: string }[] };
  }>(SAVE, { input });
  return saveComparisonArea;
}

async function violenceOf(actor?: TestActor) {
  const { goals } = await read(actor);
  return goals
    .find(({ key }) => key === "O7")
    ?.targets.find(({ indicatorCode }) => indicatorCode === "CR-VIOL");
}

/** Two figures a year and a place: three years before launch and two after. */
function file(places: Readonly<Record<string, readonly [before: number, after: number]>>): string {
  const rows = Object.entries(places).flatMap(([place, [before, after]]) =>
    [-3, -2, -1, 0, 1].flatMap((year) => {
      const each = year < 0 ? before : after;
      return ["Q1", "Q2", "Q3", "Q4"].map(
        (quarter) => `${place},${String(launchYear + year)}-${quarter},${String(each)}`,
      );
    }),
  );
  return ["site,period,CR-VIOL", ...rows].join("\n");
}

const MAPPING = {
  place: { by: "site", column: "site" },
  period: { by: "period", column: "period" },
  values: { layout: "wide", columns: [{ column: "CR-VIOL", indicator: "CR-VIOL" }] },
  source: "Police department",
};

const fileOf = (text: string) => ({
  bytes: text,
  jurisdictionId: city.jurisdictionId,
  mapping: MAPPING,
});

describe("the comparison area of a site", () => {
  test("is named with the reason why it was chosen, and named better over the revision that was read", async () => {
    expect((await read()).comparisonArea).toBeNull();
    expect(await save({})).toEqual({ __typename: "ComparisonAreaSaved" });
    expect((await read()).comparisonArea).toMatchObject({ name: "Bayside Homes", revision: 1 });
    expect(await save({ name: "Bayside Courts", expectedRevision: 1 })).toEqual({
      __typename: "ComparisonAreaSaved",
    });
    const late = await city.administrator.ask(SAVE, {
      input: { siteId, name: "Another", chosenBecause: BECAUSE, expectedRevision: 1 },
    });
    expect(late.errors?.[0]?.extensions?.code).toBe("STALE_REVISION");
    expect((await read()).comparisonArea?.name).toBe("Bayside Courts");
  });

  test.each([
    ["without a name", { name: "  " }, "COMPARISON_AREA_UNNAMED"],
    ["without a reason", { chosenBecause: "near" }, "COMPARISON_AREA_REASON_MISSING"],
    ["under the name of a site", { name: "harbor homes" }, "COMPARISON_AREA_NAME_TAKEN"],
  ])("is refused %s", async (_case, changes, code) => {
    const { revision } = (await read()).comparisonArea ?? {};
    const outcome = await save({ expectedRevision: revision, ...changes });
    expect(outcome.findings?.map((finding) => finding.code)).toEqual([code]);
  });

  test("belongs to one city: another one may use the name, and sees nothing of the first", async () => {
    const other = await makeCity(server, { name: "Alder Falls", stateCode: "MI" });
    const id = await other.openSite({ name: "Alder Homes" });
    expect(await save({ siteId: id, name: "Bayside Courts" }, other.administrator)).toEqual({
      __typename: "ComparisonAreaSaved",
    });
    expect((await read(other.administrator, id)).comparisonArea?.name).toBe("Bayside Courts");
  });
});

describe("figures of a comparison area", () => {
  test("come in with the site's in one file, and the site's change is held against the area's", async () => {
    expect((await violenceOf())?.comparedWith).toBe("JURISDICTION");
    const text = file({ "Harbor Homes": [40, 20], "Bayside Courts": [50, 40] });
    const brought = await bringIn(server, city.administrator, fileOf(text));
    expect(brought).toMatchObject({ summary: { added: 40, refused: 0 } });
    const violence = await violenceOf();
    expect(violence).toMatchObject({ comparedWith: "COMPARISON_AREA", state: "ON_TRACK" });
    expect(violence?.reached).toBeCloseTo((20 / 40 / (40 / 50) - 1) * 100, 6);
  });

  test("are seen by name in the list of figures, and judged for the state as for the city", async () => {
    const { observations } = await city.administrator.get<{
      observations: { edges: { node: { placeKind: string; placeName: string } }[] };
    }>(
      `query ($id: ID!) { observations(jurisdictionId: $id, first: 100) { edges { node { placeKind placeName } } } }`,
      { id: city.jurisdictionId },
    );
    const ofArea = observations.edges.filter(({ node }) => node.placeKind === "comparisonArea");
    expect(ofArea).toHaveLength(20);
    expect(new Set(ofArea.map(({ node }) => node.placeName))).toEqual(new Set(["Bayside Courts"]));
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    expect(await violenceOf(official)).toMatchObject({ comparedWith: "COMPARISON_AREA", state: "ON_TRACK" });
  });

  test("stay out of the comparison of cities", async () => {
    const { comparisonPlaces } = await city.administrator.get<{
      comparisonPlaces: { edges: { node: { name: string } }[] };
    }>(`{ comparisonPlaces(indicator: "CR-VIOL", first: 100) { edges { node { name } } } }`);
    expect(comparisonPlaces.edges.map(({ node }) => node.name)).not.toContain("Bayside Courts");
  });

  test("under a name that nobody gave are refused with the row", async () => {
    const text = file({ "Bayside Flats": [50, 40] });
    expect(await check(server, city.administrator, fileOf(text))).toMatchObject({
      summary: { added: 0, refused: 20 },
    });
  });
});
