import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type TestCity } from "../support/city.ts";
import { plantFigures, type PlantedFigure } from "../support/plant-figures.ts";
import { type TestActor, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let city: TestCity;
let siteId: string;

const launchYear = new Date().getUTCFullYear() - 2;

interface Target {
  readonly indicatorCode: string;
  readonly targetKind: string;
  readonly state: string;
  readonly missing: string | null;
  readonly unit: string;
  readonly reached: number | null;
  readonly reachedLower: number | null;
  readonly reachedUpper: number | null;
  readonly baselineLevel: number | null;
  readonly soughtLevel: number | null;
  readonly comparedWith: string | null;
  readonly series: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly isProtected: boolean;
  }[];
}
interface Goals {
  readonly site: {
    readonly goals: readonly {
      readonly key: string;
      readonly title: string;
      readonly targets: readonly Target[];
    }[];
  };
}

const GOALS = `query ($id: ID!) { site(id: $id) { goals { key title kind targets {
  indicatorCode targetKind state missing unit reached reachedLower reachedUpper baselineLevel soughtLevel comparedWith
  series { period value isProtected } } } } }`;

async function targetOf(actor: TestActor, goal: string): Promise<Target> {
  const { site } = await actor.get<Goals>(GOALS, { id: siteId });
  const found = site.goals.find(({ key }) => key === goal)?.targets[0];
  if (found === undefined) throw new Error(`no goal ${goal}`);
  return found;
}

function quarters(
  indicator: string,
  fromYear: number,
  values: readonly number[],
  more: Partial<PlantedFigure> = {},
): PlantedFigure[] {
  return values.map((value, index) => ({
    jurisdictionId: city.jurisdictionId,
    placeKind: "site",
    placeId: siteId,
    indicator,
    period: `${String(fromYear + Math.floor(index / 4))}-Q${String((index % 4) + 1)}`,
    value,
    ...more,
  }));
}

const steady = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

beforeAll(async () => {
  ({ server, city } = await startCity({ name: "Harborview" }));
  siteId = await city.openSite({ launchOn: `${String(launchYear)}-01-01` });
  const wholeCity = { placeKind: "jurisdiction", placeId: city.jurisdictionId } as const;
  await plantFigures(server.database.url, [
    ...quarters("CR-VIOL", launchYear - 3, [...steady(12, 40), ...steady(7, 20)]),
    ...quarters("CR-VIOL", launchYear - 3, [...steady(12, 900), ...steady(7, 890)], wholeCity),
    ...quarters("CR-SHOT", launchYear - 3, [...steady(12, 4), ...steady(7, 2)]),
    ...quarters("TR-TRU", launchYear - 1, [50], {
      period: `${String(launchYear - 1)}-Q4`,
      numerator: 175,
      denominator: 350,
    }),
    ...quarters("TR-TRU", launchYear + 1, [70], { numerator: 245, denominator: 350 }),
  ]);
});
afterAll(() => server.close());

describe("goals of a site", () => {
  test("are those of its design, each with the figure that it lacks", async () => {
    const { site } = await city.administrator.get<Goals>(GOALS, { id: siteId });
    expect(site.goals).toHaveLength(15);
    expect(await targetOf(city.administrator, "O3")).toMatchObject({
      state: "NO_DATA",
      missing: "LATEST",
      series: [],
    });
    expect(await targetOf(city.administrator, "O10")).toMatchObject({
      state: "NO_DATA",
      missing: "LOCAL_NUMBER",
    });
  });

  test("on counts are held against the whole city, with an interval", async () => {
    const violence = await targetOf(city.administrator, "O7");
    expect(violence).toMatchObject({
      indicatorCode: "CR-VIOL",
      state: "ON_TRACK",
      unit: "PERCENT_OF_COMPARISON",
      comparedWith: "JURISDICTION",
    });
    expect(violence.reached).toBeCloseTo((0.5 / (890 / 900) - 1) * 100, 6);
    expect(violence.reachedUpper).toBeLessThan(-10);
    expect(violence.series).toHaveLength(19);
    expect(violence.baselineLevel).toBeCloseTo(40, 9);
  });

  test("on shares of answers are told in points with their interval", async () => {
    const trust = await targetOf(city.administrator, "O1");
    expect(trust).toMatchObject({ state: "ON_TRACK", unit: "POINTS" });
    expect(trust.reached).toBeCloseTo(20, 9);
    expect(trust.soughtLevel).toBeCloseTo(60, 9);
  });

  test("of small counts are open to the city and protected from everyone else", async () => {
    expect(await targetOf(city.administrator, "O8")).toMatchObject({ unit: "EVENTS", missing: null });
    const official = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
    const shootings = await targetOf(official, "O8");
    expect(shootings).toMatchObject({ state: "NO_DATA", missing: "PROTECTED", reached: null });
    expect(shootings.series.every(({ value, isProtected }) => value === null && isProtected)).toBe(true);
    expect(await targetOf(official, "O7")).toMatchObject({ state: "ON_TRACK" });
  });

  test("come in the reader's language", async () => {
    const reader = await server.actor([{ role: "cityViewer", jurisdictionId: city.jurisdictionId }], {
      language: "es",
    });
    const { site } = await reader.get<Goals>(GOALS, { id: siteId });
    expect(site.goals[0]?.title).toMatch(/^Los /);
  });
});
