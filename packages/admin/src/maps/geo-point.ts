/** A place on earth in degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** The point that two numbers say; undefined when one is missing or out of bounds. */
export function geoPointOf(latitude: unknown, longitude: unknown): GeoPoint | undefined {
  return isWithin(latitude, 90) && isWithin(longitude, 180) ? { latitude, longitude } : undefined;
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === "number" && Math.abs(value) <= most;
}
