import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { stateFips } from "./state-fips.ts";

/** What a map is drawn from: the area that it shows, and the lines inside it. */
export interface Outlines {
  readonly area: FeatureCollection;
  readonly inner: FeatureCollection;
}

/** Alaska, Hawaii and Puerto Rico are shown when they are asked for, not when the whole country is. */
const farAway = new Set(["02", "15", "60", "66", "69", "72", "78"]);

type Atlas = Topology<{ states: GeometryCollection; counties?: GeometryCollection }>;

function featuresOf(atlas: Atlas, name: "states" | "counties"): FeatureCollection["features"] {
  const collection = atlas.objects[name];
  return collection === undefined ? [] : feature<object>(atlas, collection).features;
}

function collection(features: FeatureCollection["features"]): FeatureCollection {
  return { type: "FeatureCollection", features };
}

/** The outlines of a state with its counties, or of the country with its states where the state is not known. */
export async function loadOutlines(stateCode: string | undefined): Promise<Outlines> {
  const fips = stateCode === undefined ? undefined : stateFips[stateCode];
  if (fips === undefined) {
    const atlas = (await import("us-atlas/states-10m.json")).default as unknown as Atlas;
    const states = featuresOf(atlas, "states").filter(({ id }) => !farAway.has(String(id)));
    return { area: collection(states), inner: collection([]) };
  }
  const atlas = (await import("us-atlas/counties-10m.json")).default as unknown as Atlas;
  return {
    area: collection(featuresOf(atlas, "states").filter(({ id }) => id === fips)),
    inner: collection(featuresOf(atlas, "counties").filter(({ id }) => String(id).startsWith(fips))),
  };
}
