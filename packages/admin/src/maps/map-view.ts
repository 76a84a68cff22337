import { geoMercator, type GeoProjection } from "d3-geo";
import type { Outlines } from "./outlines.ts";

/** A place on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What part of a map is shown: how far it is enlarged, and what stands in its middle. */
export interface MapView {
  readonly zoom: number;
  readonly center: Point | null;
}

export const mapWidth = 640;
export const mapHeight = 400;
export const closestZoom = 512;
const margin = 8;

/** Lays a view of some outlines onto the map's own surface. */
export function projectionOf({ area }: Outlines, { zoom, center }: MapView): GeoProjection {
  const corners: [[number, number], [number, number]] = [
    [margin, margin],
    [mapWidth - margin, mapHeight - margin],
  ];
  const whole = geoMercator().fitExtent(corners, area);
  const middle = center === null ? null : whole([center.longitude, center.latitude]);
  const [x, y] = middle ?? [mapWidth / 2, mapHeight / 2];
  const [left, top] = whole.translate();
  return whole
    .scale(whole.scale() * zoom)
    .translate([mapWidth / 2 - (x - left) * zoom, mapHeight / 2 - (y - top) * zoom]);
}

/** The place under a spot of the map, to about a yard; nothing outside the world. */
export function placeAt(projection: GeoProjection, [x, y]: readonly [number, number]): Point | null {
  const place = projection.invert?.([x, y]);
  if (!place) return null;
  const [longitude, latitude] = place;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude: rounded(latitude), longitude: rounded(longitude) } : null;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
