import { describe, expect, test } from "vitest";
import { geoPointOf } from "./geo-point.ts";
import { layGround } from "./ground.ts";
import { type Outlines, placeAt } from "./outlines.ts";

/** A square of land by its south-west corner; d3 wants its corners clockwise. */
function square(
  id: string,
  name: string,
  { west, south, side }: { west: number; south: number; side: number },
) {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return {
    type: "Feature" as const,
    id,
    properties: { name },
    geometry: { type: "Polygon" as const, coordinates: [ring] },
  };
}

const outlines: Outlines = {
  states: [
    square("39", "Ohio", { west: -84, south: 39, side: 3 }),
    square("18", "Indiana", { west: -88, south: 39, side: 3 }),
  ],
  counties: [
    square("39113", "Montgomery", { west: -84, south: 39, side: 1 }),
    square("18097", "Marion", { west: -87, south: 39, side: 1 }),
  ],
};
const size = { width: 600, height: 400 };

describe("where a point lies", () => {
  test("is said by county and state", () => {
    expect(placeAt(outlines, { latitude: 39.5, longitude: -83.5 })).toEqual({
      stateFips: "39",
      state: "Ohio",
      county: "Montgomery",
    });
  });

  test("is said by state alone where no county is known", () => {
    expect(placeAt(outlines, { latitude: 41.5, longitude: -83.5 })?.county).toBeUndefined();
  });

  test("is nowhere when the two numbers are the wrong way round", () => {
    expect(placeAt(outlines, { latitude: -83.5, longitude: 39.5 })).toBeUndefined();
  });
});

describe("the ground", () => {
  const ground = layGround({ outlines, ownStates: ["39"], points: [] }, size);

  test("is filled by its own state, with that state's counties alone", () => {
    const north = ground.spotOf({ latitude: 42, longitude: -82.5 });
    const south = ground.spotOf({ latitude: 39, longitude: -82.5 });
    expect(south.y - north.y).toBeGreaterThan(size.height * 0.9);
    expect(ground.names.map(({ name }) => name)).toEqual(["Montgomery"]);
    expect(ground.net).toBe("");
  });

  test("gives back the point that a spot was made of", () => {
    const point = ground.pointAt(ground.spotOf({ latitude: 40.25, longitude: -82.75 }));
    expect(point.latitude).toBeCloseTo(40.25, 6);
    expect(point.longitude).toBeCloseTo(-82.75, 6);
  });

  test("goes by its points, with a net of degrees, where its state has no outline", () => {
    const points = [
      { latitude: 43, longitude: -127 },
      { latitude: 44, longitude: -126 },
    ];
    const sea = layGround({ outlines, ownStates: [], points }, size);
    expect(sea.own).toBe("");
    expect(sea.net).not.toBe("");
    for (const { x, y } of points.map((point) => sea.spotOf(point))) {
      expect(x > 0 && x < size.width && y > 0 && y < size.height).toBe(true);
    }
  });
});

test("two numbers are a point only within the bounds of the earth", () => {
  expect(geoPointOf(33.94, -118.25)).toEqual({ latitude: 33.94, longitude: -118.25 });
  expect(geoPointOf(-118.25, 33.94)).toBeUndefined();
  expect(geoPointOf(33.94, null)).toBeUndefined();
});
