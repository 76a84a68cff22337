import { geoBounds, geoContains } from "d3-geo";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Objects, Topology } from "topojson-specification";
import countiesFile from "us-atlas/counties-10m.json?url";
import statesFile from "us-atlas/states-10m.json?url";
import type { GeoPoint } from "./geo-point.ts";

type Area = Feature<Polygon | MultiPolygon, { name: string }>;

/** What lies where, as the Census Bureau draws it: states, and counties where they were asked for. */
export interface Outlines {
  readonly states: readonly Area[];
  readonly counties: readonly Area[];
}

/** How finely: counties are eight times as much to load. */
export type Detail = "states" | "counties";

type Atlas = Topology<Objects<{ name: string }>>;

const files: Readonly<Record<Detail, string>> = { states: statesFile, counties: countiesFile };
const loads = new Map<Detail, Promise<Outlines>>();

/** Loads outlines from our own server, once; what failed is asked for again the next time. */
export async function loadOutlines(detail: Detail): Promise<Outlines> {
  const load = loads.get(detail) ?? read(detail);
  loads.set(detail, load);
  return load.catch((error: unknown) => {
    loads.delete(detail);
    throw error;
  });
}

async function read(detail: Detail): Promise<Outlines> {
  const answer = await fetch(files[detail]);
  if (!answer.ok) throw new Error(`No outlines: ${String(answer.status)}`);
  const atlas = (await answer.json()) as Atlas;
  return { states: areasOf(atlas, "states"), counties: areasOf(atlas, "counties") };
}

function areasOf(atlas: Atlas, name: Detail): readonly Area[] {
  const geometries = atlas.objects[name];
  if (geometries === undefined) return [];
  return feature(atlas, geometries as GeometryCollection<{ name: string }>).features as Area[];
}

/** Where a point lies, by name. */
export interface NamedPlace {
  readonly stateFips: string;
  readonly state: string;
  readonly county: string | undefined;
}

/** The state and the county that a point lies in; undefined outside of all of them. */
export function placeAt({ states, counties }: Outlines, point: GeoPoint): NamedPlace | undefined {
  const state = states.find((each) => contains(each, point));
  if (state === undefined) return undefined;
  const stateFips = String(state.id);
  const county = counties.find((each) => String(each.id).startsWith(stateFips) && contains(each, point));
  return { stateFips, state: state.properties.name, county: county?.properties.name };
}

const bounds = new WeakMap<Area, ReturnType<typeof geoBounds>>();

/** The box around an area rules most of them out before its line is walked. */
function contains(area: Area, { latitude, longitude }: GeoPoint): boolean {
  const box = bounds.get(area) ?? geoBounds(area);
  bounds.set(area, box);
  const [[west, south], [east, north]] = box;
  const isBeside = west <= east && (longitude < west || longitude > east);
  if (isBeside || latitude < south || latitude > north) return false;
  return geoContains(area, [longitude, latitude]);
}
