import { loadBuiltInCatalogue } from "@frontstep/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TEST_SECRET } from "../support/database.ts";
import { plantFigures } from "../support/plant-figures.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let official: TestActor;
let stranger: TestActor;
let akron: string;
let boise: string;

const SAVE = `mutation ($input: SaveJurisdictionInput!) {
  saveJurisdiction(input: $input) { ... on JurisdictionSaved { jurisdiction { id } } }
}`;

const COMPARE = `query ($indicator: String!, $places: [ID!]!, $years: [Int!]!) {
  comparison(indicator: $indicator, places: $places, years: $years) {
    indicator { code name per }
    comparability { grade reasons { code places } }
    places { name figures { period state value denominator compared lower upper monthsCovered marks isReference } }
  }
}`;

interface Figure {
  readonly period: string;
  readonly state: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly compared: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly monthsCovered: number | null;
  readonly marks: readonly string[];
}
interface Compared {
  readonly comparison: {
    readonly indicator: { readonly name: string; readonly per: number | null };
    readonly comparability: {
      readonly grade: string;
      readonly reasons: readonly { readonly code: string; readonly places: readonly string[] }[];
    };
    readonly places: readonly { readonly name: string; readonly figures: readonly Figure[] }[];
  };
}

async function addCity(steward: TestActor, name: string, stateCode: string): Promise<string> {
  const input = { kind: "CITY", name, stateCode, timeZone: "America/New_York", isParticipating: true };
  const saved = await steward.get<{ saveJurisdiction: { jurisdiction: { id: string } } }>(SAVE, { input });
  return saved.saveJurisdiction.jurisdiction.id;
}

beforeAll(async () => {
  server = await startTestServer();
  await loadBuiltInCatalogue({ databaseUrl: server.database.url, secret: TEST_SECRET });
  const steward = await server.actor([{ role: "platformSteward" }]);
  akron = await addCity(steward, "Akron", "OH");
  boise = await addCity(steward, "Boise", "ID");
  official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  stranger = await server.actor([{ role: "stateOfficial", stateCode: "MI" }]);
  const published = { indicator: "CR-VIOL", isReference: true } as const;
  await plantFigures(server.database.url, [
    {
      ...published,
      jurisdictionId: boise,
      period: "1975",
      value: 2383,
      denominator: 286_238,
      monthsCovered: 12,
    },
    {
      ...published,
      jurisdictionId: boise,
      period: "1976",
      value: 120,
      denominator: 286_238,
      monthsCovered: 10,
    },
    {
      ...published,
      jurisdictionId: boise,
      indicator: "CR-HOM",
      period: "1975",
      value: 5,
      denominator: 286_238,
      monthsCovered: 12,
    },
  ]);
  const own = { jurisdictionId: akron, indicator: "CR-VIOL", denominator: 190_000 } as const;
  const months = Array.from({ length: 9 }, (_, index) => ({
    ...own,
    period: `1976-0${String(index + 1)}`,
    value: 100 + index,
  }));
  const homicides = { jurisdictionId: akron, indicator: "CR-HOM", denominator: 190_000 } as const;
  await plantFigures(server.database.url, [
    { ...own, period: "1975-Q1", value: 400 },
    { ...own, period: "1975-Q2", value: 410 },
    { ...own, period: "1975-Q3", value: 420 },
    { ...own, period: "1975-Q4", value: 430, note: "Counted by victim" },
    ...months,
    { ...homicides, period: "1975-Q1", value: 4 },
    { ...homicides, period: "1975-Q2", value: 12 },
    { ...homicides, period: "1976", value: 31, monthsCovered: 12 },
    { ...homicides, period: "1976-01", value: 3 },
    { ...homicides, period: "1976-02", value: 28 },
    { ...homicides, period: "1977-Q1", value: 4 },
    { ...homicides, period: "1977-Q2", value: 17 },
    { ...homicides, period: "1977-Q3", value: 8 },
    { ...homicides, period: "1978-Q1", value: 1 },
    { ...homicides, period: "1978-Q2", value: 1 },
    { ...homicides, period: "1978-Q3", value: 30 },
  ]);
});
afterAll(() => server.close());

async function compare(
  actor: TestActor,
  indicator: string,
  years: readonly number[],
): Promise<Compared["comparison"]> {
  return (await actor.get<Compared>(COMPARE, { indicator, places: [boise, akron], years })).comparison;
}

describe("cities side by side", () => {
  test("come by name with rates per 100,000, exact intervals, and what stands behind them", async () => {
    const { indicator, places } = await compare(official, "CR-VIOL", [1975]);
    expect(indicator.per).toBe(100_000);
    expect(places.map(({ name }) => name)).toEqual(["Akron, OH", "Boise, ID"]);
    const [akronFigure, boiseFigure] = places.map(({ figures }) => figures[0]);
    expect(boiseFigure).toMatchObject({
      value: 2383,
      denominator: 286_238,
      monthsCovered: 12,
      marks: [],
      state: "SHOWN",
    });
    expect(boiseFigure?.compared).toBeCloseTo(832.523983538174, 9);
    expect(boiseFigure?.lower).toBeCloseTo(799.4302, 3);
    expect(boiseFigure?.upper).toBeCloseTo(866.6359, 3);
    expect(akronFigure).toMatchObject({ value: 1660, denominator: 190_000, monthsCovered: 12 });
  });

  test("keep a part of a year a part of a year, and say why they cannot be compared", async () => {
    const { places, comparability } = await compare(official, "CR-VIOL", [1975, 1976]);
    expect(places[0]?.figures[1]).toMatchObject({ value: 936, monthsCovered: 9, marks: ["PARTIAL_PERIOD"] });
    expect(places[0]?.figures[1]?.compared).toBeCloseTo((936 / 190_000) * 100_000, 6);
    expect(comparability.grade).toBe("NOT_COMPARABLE");
    expect(comparability.reasons).toContainEqual({
      code: "MONTHS_MISSING",
      places: ["Akron, OH", "Boise, ID"],
    });
    expect(comparability.reasons).toContainEqual({ code: "DEFINITIONS_DIFFER", places: ["Akron, OH"] });
  });

  test("show a year without figures as missing and never as zero", async () => {
    const { places } = await compare(official, "CR-VIOL", [1990]);
    expect(places.map(({ figures }) => figures[0])).toEqual([
      expect.objectContaining({ state: "MISSING", value: null, compared: null }),
      expect.objectContaining({ state: "MISSING" }),
    ]);
  });

  test("protect a year of which a small count could be worked out, and show what its source published", async () => {
    const { places } = await compare(official, "CR-HOM", [1975, 1976]);
    const [akronHomicides, boiseHomicides] = places.map(({ figures }) => figures);
    expect(
      akronHomicides?.map(({ state, value, compared, lower }) => [state, value, compared, lower]),
    ).toEqual([
      ["PROTECTED", null, null, null],
      ["PROTECTED", null, null, null],
    ]);
    expect(boiseHomicides?.[0]).toMatchObject({ state: "SHOWN", value: 5, marks: ["FEW_EVENTS"] });
  });

  test("tell a year of which two small counts cannot be told apart", async () => {
    const { places } = await compare(official, "CR-HOM", [1977]);
    expect(places[0]?.figures[0]).toMatchObject({ state: "SHOWN", value: 29, monthsCovered: 9 });
    const { places: extreme } = await compare(official, "CR-HOM", [1978]);
    expect(extreme[0]?.figures[0]).toMatchObject({ state: "PROTECTED", value: null });
    const hidden = await compare(stranger, "CR-HOM", [1977]);
    expect(hidden.places[0]?.figures[0]?.state).toBe("MISSING");
  });

  test("of another state show published figures and nothing of a city's own", async () => {
    const { places } = await compare(stranger, "CR-VIOL", [1975]);
    expect(places.map(({ name, figures }) => [name, figures[0]?.state])).toEqual([
      ["Akron, OH", "MISSING"],
      ["Boise, ID", "SHOWN"],
    ]);
  });

  test("are bounded", async () => {
    const none = await official.ask(COMPARE, { indicator: "CR-VIOL", places: [], years: [1975] });
    expect(none.errors?.[0]?.message).toBe("Choose between 1 and 100 places.");
    const never = await official.ask(COMPARE, { indicator: "CR-VIOL", places: [akron], years: [75] });
    expect(never.errors?.[0]?.message).toBe("Choose between 1 and 50 years, written as in 2026.");
    const unknown = await official.ask(COMPARE, { indicator: "NO-SUCH", places: [akron], years: [1975] });
    expect(unknown.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  });
});

describe("what can be compared", () => {
  test("are the indicators that have figures and the places that have figures of them", async () => {
    const { comparisonIndicators } = await official.get<{ comparisonIndicators: { code: string }[] }>(
      `{ comparisonIndicators { code } }`,
    );
    expect(comparisonIndicators.map(({ code }) => code)).toEqual(["CR-VIOL", "CR-HOM"]);
    const found = await official.get(
      `{ comparisonPlaces(indicator: "CR-VIOL", search: "boi") { totalCount edges { node { name siteKind firstYear lastYear } } } }`,
    );
    expect(found).toEqual({
      comparisonPlaces: {
        totalCount: 1,
        edges: [{ node: { name: "Boise, ID", siteKind: null, firstYear: 1975, lastYear: 1976 } }],
      },
    });
  });

  test("are paged by cursor", async () => {
    const page = `query ($after: String) { comparisonPlaces(indicator: "CR-VIOL", first: 1, after: $after) { pageInfo { hasNextPage endCursor } edges { node { name } } } }`;
    interface Places {
      readonly comparisonPlaces: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        readonly edges: readonly { readonly node: { readonly name: string } }[];
      };
    }
    const first = await official.get<Places>(page);
    const second = await official.get<Places>(page, { after: first.comparisonPlaces.pageInfo.endCursor });
    expect([first, second].map(({ comparisonPlaces }) => comparisonPlaces.edges[0]?.node.name)).toEqual([
      "Akron, OH",
      "Boise, ID",
    ]);
    expect(second.comparisonPlaces.pageInfo.hasNextPage).toBe(false);
  });
});

describe("one number traced back", () => {
  const ORIGINS = `query ($place: ID!, $year: Int!, $indicator: String!) {
    figureOrigins(indicator: $indicator, placeId: $place, year: $year) { period value revision source recordedBy isProtected isReference }
  }`;

  test("names every entry with its source, revision and who brought it in", async () => {
    const { figureOrigins } = await official.get<{ figureOrigins: unknown[] }>(ORIGINS, {
      indicator: "CR-VIOL",
      place: akron,
      year: 1975,
    });
    expect(figureOrigins).toHaveLength(4);
    expect(figureOrigins[0]).toEqual({
      period: "1975-Q1",
      value: 400,
      revision: 1,
      source: "Test source",
      recordedBy: "Planted",
      isProtected: false,
      isReference: false,
    });
  });

  test("hides the value of every entry of a year in which one is protected", async () => {
    const { figureOrigins } = await official.get<{ figureOrigins: { value: number | null }[] }>(ORIGINS, {
      indicator: "CR-HOM",
      place: akron,
      year: 1976,
    });
    expect(figureOrigins.map(({ value }) => value)).toEqual([null, null, null]);
  });
});

describe("a comparison as files", () => {
  const EXPORT = `query ($indicator: String!, $places: [ID!]!, $years: [Int!]!) {
    comparisonExport(indicator: $indicator, places: $places, years: $years) { fileName csv dictionary }
  }`;
  interface Exported {
    readonly comparisonExport: {
      readonly fileName: string;
      readonly csv: string;
      readonly dictionary: string;
    };
  }

  test("has a row for each place and year, marks what is protected, and explains every column", async () => {
    const { comparisonExport } = await official.get<Exported>(EXPORT, {
      indicator: "CR-HOM",
      places: [akron, boise],
      years: [1975],
    });
    const [header = "", ...rows] = comparisonExport.csv.trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('CR-HOM,"Akron, OH",1975,protected,,,,,100000,,,6,');
    expect(rows[1]).toContain('CR-HOM,"Boise, ID",1975,shown,5,,286238,');
    const explained = comparisonExport.dictionary
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
    expect(explained).toEqual(header.replace("\uFEFF", "").split(","));
  });

  test("is for those who may export", async () => {
    const steward = await server.actor([{ role: "platformSteward" }]);
    const { errors } = await steward.ask(EXPORT, { indicator: "CR-HOM", places: [akron], years: [1975] });
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});
