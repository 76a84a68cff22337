import { describe, expect, it } from "vitest";
import { mapHeight, mapWidth, placeAt, projectionOf } from "./map-view.ts";
import { loadOutlines } from "./outlines.ts";

describe("a map to choose a point on", () => {
  it("gives the place back that it shows, however far it is enlarged", async () => {
    const outlines = await loadOutlines("CA");
    const watts = { latitude: 33.94, longitude: -118.24 };
    for (const zoom of [1, 16, 512]) {
      const projection = projectionOf(outlines, { zoom, center: watts });
      const spot = projection([watts.longitude, watts.latitude]);
      expect(spot?.[0]).toBeCloseTo(mapWidth / 2, 6);
      expect(spot?.[1]).toBeCloseTo(mapHeight / 2, 6);
      expect(placeAt(projection, spot ?? [0, 0])).toEqual(watts);
    }
  });

  it("shows a state with its counties, and the country where the state is not known", async () => {
    const ohio = await loadOutlines("OH");
    expect(ohio.area.features).toHaveLength(1);
    expect(ohio.inner.features).toHaveLength(88);
    expect((await loadOutlines("LK")).area.features).toHaveLength(49);
  });
});
