import { geoCentroid, geoGraticule, geoMercator, type GeoPath, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, GeometryObject } from "geojson";
import type { GeoPoint } from "./geo-point.ts";
import type { Size, Spot } from "./map-view.ts";
import type { Outlines } from "./outlines.ts";

/** The ground of a map, drawn once for its size: its lines, and where each point of the earth is on it. */
export interface Ground {
  readonly states: string;
  /** The states that the map is about. */
  readonly own: string;
  readonly counties: string;
  readonly names: readonly AreaName[];
  /** A net of whole degrees, where no outline says where one is. */
  readonly net: string;
  readonly spotOf: (point: GeoPoint) => Spot;
  readonly pointAt: (spot: Spot) => GeoPoint;
  /** How many meters a pixel is in the middle. */
  readonly metersPerPixel: number;
}

/** The name of a county, in the middle of it, with how wide the county is. */
export interface AreaName {
  readonly key: string;
  readonly name: string;
  readonly spot: Spot;
  readonly width: number;
}

export interface GroundPlan {
  readonly outlines: Outlines;
  /** By the Census Bureau's digits. */
  readonly ownStates: readonly string[];
  /** What must be in sight when no outline of its own states is there. */
  readonly points: readonly GeoPoint[];
}

const metersOfDegree = 111_320;
const margin = 14;
/** At least this many degrees around points, so that a single one has some land about it. */
const leastDegrees = 0.75;

/** Lays out the ground so that its own states fill it; else its points; else all the states that touch. */
export function layGround({ outlines, ownStates, points }: GroundPlan, size: Size): Ground {
  const own = outlines.states.filter(({ id }) => ownStates.includes(String(id)));
  const counties = outlines.counties.filter(({ id }) => ownStates.includes(String(id).slice(0, 2)));
  const projection = projectionFor(own.length > 0 ? collectionOf(own) : boxOf(points), size);
  const path = geoPath(projection).digits(2);
  const draw = (features: readonly Feature[]) => path(collectionOf(features)) ?? "";
  const pointAt = ({ x, y }: Spot): GeoPoint => {
    const [longitude = 0, latitude = 0] = projection.invert?.([x, y]) ?? [];
    return { latitude, longitude };
  };
  const center = pointAt({ x: size.width / 2, y: size.height / 2 });
  const hasNet = own.length === 0 && points.length > 0;
  return {
    states: draw(outlines.states.filter((each) => !own.includes(each))),
    own: draw(own),
    counties: draw(counties),
    names: counties.map((county) => nameOf(county, path)),
    net: hasNet ? (path(netAround(center)) ?? "") : "",
    spotOf: ({ latitude, longitude }) => {
      const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
      return { x, y };
    },
    pointAt,
    metersPerPixel:
      (metersOfDegree * Math.cos((center.latitude * Math.PI) / 180)) / ((projection.scale() * Math.PI) / 180),
  };
}

function projectionFor(shown: FeatureCollection | GeometryObject, { width, height }: Size) {
  const [middle] = geoCentroid(shown);
  const inside: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  return geoMercator()
    .rotate([-middle, 0])
    .fitExtent(inside, shown)
    .clipExtent([
      [-width, -height],
      [2 * width, 2 * height],
    ]);
}

function nameOf(county: Outlines["counties"][number], path: GeoPath): AreaName {
  const [x, y] = path.centroid(county);
  const [[left], [right]] = path.bounds(county);
  return { key: String(county.id), name: county.properties.name, spot: { x, y }, width: right - left };
}

function collectionOf(features: readonly Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features: [...features] };
}

/** Two corners around points; around the states that touch when there are none. */
function boxOf(points: readonly GeoPoint[]): GeometryObject {
  const corners =
    points.length === 0
      ? [
          [-124.8, 24.4],
          [-66.9, 49.4],
        ]
      : cornersAround(points);
  return { type: "MultiPoint", coordinates: corners };
}

function cornersAround(points: readonly GeoPoint[]): number[][] {
  const spanOf = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const room = Math.max(leastDegrees, (most - least) * 0.2);
    return [least - room, most + room] as const;
  };
  const [west, east] = spanOf(points.map(({ longitude }) => longitude));
  const [south, north] = spanOf(points.map(({ latitude }) => latitude));
  return [
    [west, south],
    [east, north],
  ];
}

function netAround({ latitude, longitude }: GeoPoint): GeometryObject {
  const reach = 12;
  return geoGraticule()
    .step([1, 1])
    .extent([
      [longitude - reach, Math.max(-80, latitude - reach)],
      [longitude + reach, Math.min(80, latitude + reach)],
    ])();
}
