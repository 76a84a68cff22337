import { addDays, daysBetween, parsePlainDate, plainDateOf, type Finding } from "@frontstep/domain/shared";
import type { ContentParts } from "@frontstep/domain/templates";

import type { OpenSite } from "./plan-site.ts";
import type { SiteOwner } from "./site.store.ts";

/** What a person says of a site itself, apart from its plan. */
export type SiteDescription = Pick<
  OpenSite,
  | "name"
  | "address"
  | "latitude"
  | "longitude"
  | "residentPopulation"
  | "residentPopulationYear"
  | "residentPopulationSource"
>;

type Check = readonly [isMet: boolean, code: string, path: string, message: string];

const furthestLaunchDays = 3650;

function failed(checks: readonly Check[]): Finding[] {
  return checks
    .filter(([isMet]) => !isMet)
    .map(([, code, path, message]) => ({ code, severity: "error", path, message }));
}

function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

function isWithin(value: number | null | undefined, least: number, most: number): boolean {
  return typeof value !== "number" || (value >= least && value <= most);
}

function hasBoth(description: SiteDescription): boolean {
  return (
    typeof description.latitude === typeof description.longitude ||
    (!description.latitude && !description.longitude)
  );
}

function placeChecks(description: SiteDescription): Check[] {
  const hasPlace = Boolean(description.address?.trim()) || typeof description.latitude === "number";
  return [
    [hasPlace, "SITE_PLACE_MISSING", "address", "Give an address, or a point on the map."],
    [
      (description.address ?? "").length <= 300,
      "SITE_ADDRESS_TOO_LONG",
      "address",
      "Shorten the address to 300 characters.",
    ],
    [
      hasBoth(description),
      "SITE_POINT_INCOMPLETE",
      "latitude",
      "A point has a latitude and a longitude. Give both, or neither.",
    ],
    [
      isWithin(description.latitude, -90, 90),
      "SITE_LATITUDE_OUT_OF_RANGE",
      "latitude",
      "A latitude is between -90 and 90.",
    ],
    [
      isWithin(description.longitude, -180, 180),
      "SITE_LONGITUDE_OUT_OF_RANGE",
      "longitude",
      "A longitude is between -180 and 180.",
    ],
  ];
}

function populationChecks(description: SiteDescription): Check[] {
  const hasPopulation = typeof description.residentPopulation === "number";
  const thisYear = new Date().getUTCFullYear();
  return [
    [
      isWithin(description.residentPopulation, 0, 10_000_000),
      "SITE_POPULATION_OUT_OF_RANGE",
      "residentPopulation",
      "Give the number of residents as a whole number, zero or more.",
    ],
    [
      !hasPopulation || Boolean(description.residentPopulationSource?.trim()),
      "SITE_POPULATION_SOURCE_MISSING",
      "residentPopulationSource",
      "Say where the number of residents comes from, such as the housing authority or the census.",
    ],
    [
      !hasPopulation || typeof description.residentPopulationYear === "number",
      "SITE_POPULATION_YEAR_MISSING",
      "residentPopulationYear",
      "Say of which year the number of residents is.",
    ],
    [
      isWithin(description.residentPopulationYear, 1900, thisYear + 1),
      "SITE_POPULATION_YEAR_OUT_OF_RANGE",
      "residentPopulationYear",
      `Give a year from 1900 to ${String(thisYear + 1)}.`,
    ],
    [
      (description.residentPopulationSource ?? "").length <= 300,
      "SITE_POPULATION_SOURCE_TOO_LONG",
      "residentPopulationSource",
      "Shorten the source to 300 characters.",
    ],
  ];
}

/** What must be put right in what was said of a site itself. */
export function checkDescription(description: SiteDescription): Finding[] {
  const nameLength = description.name.trim().length;
  return failed([
    [nameLength > 0, "SITE_NAME_MISSING", "name", "Give the site its name."],
    [nameLength <= 200, "SITE_NAME_TOO_LONG", "name", "Shorten the name to 200 characters."],
    ...placeChecks(description),
    ...populationChecks(description),
  ]);
}

/** What must be put right in a launch date. */
export function checkLaunchDate(launchOn: string): Finding[] {
  const date = parsePlainDate(launchOn);
  if (date === undefined)
    return failed([[false, "SITE_LAUNCH_DATE_MISSING", "launchOn", "Choose the launch date."]]);
  const today = plainDateOf(new Date().toISOString().slice(0, 10));
  const isNear = Math.abs(daysBetween(today, date)) <= furthestLaunchDays;
  const first = addDays(today, -furthestLaunchDays);
  const last = addDays(today, furthestLaunchDays);
  return failed([
    [isNear, "SITE_LAUNCH_DATE_TOO_FAR", "launchOn", `Choose a launch date between ${first} and ${last}.`],
  ]);
}

/** What must be put right in who fills an owner role. */
export function checkOwner(owner: SiteOwner, content: ContentParts): Finding[] {
  const path = `owners.${owner.ownerRole}`;
  const isKnown = content.ownerRoles.some(({ key }) => key === owner.ownerRole);
  const email = owner.email ?? "";
  return failed([
    [
      isKnown,
      "SITE_OWNER_ROLE_UNKNOWN",
      path,
      `The template has no owner role "${owner.ownerRole}". Choose one of its own.`,
    ],
    [
      owner.name.trim().length > 0,
      "SITE_OWNER_NAME_MISSING",
      path,
      "Give the person's name, or leave the role open.",
    ],
    [owner.name.length <= 200, "SITE_OWNER_NAME_TOO_LONG", path, "Shorten the name to 200 characters."],
    [
      email === "" || (email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)),
      "SITE_OWNER_EMAIL_MALFORMED",
      path,
      "Write the e-mail address as in name@example.org.",
    ],
  ]);
}

function checkOwners(owners: readonly SiteOwner[], content: ContentParts): Finding[] {
  const roles = owners.map(({ ownerRole }) => ownerRole);
  const twice = roles.filter((role, index) => roles.indexOf(role) !== index);
  const repeated = failed(
    [...new Set(twice)].map((role) => [
      false,
      "SITE_OWNER_TWICE",
      `owners.${role}`,
      `"${role}" has two people. Name one of them.`,
    ]),
  );
  return [...owners.flatMap((owner) => checkOwner(owner, content)), ...repeated];
}

/** What must be put right before a site can be opened, apart from its plan. */
export function checkSite(input: OpenSite & { readonly timeZone: string }, content: ContentParts): Finding[] {
  const isZone = isTimeZone(input.timeZone);
  return [
    ...checkDescription(input),
    ...checkLaunchDate(input.launchOn),
    ...failed([
      [
        isZone,
        "SITE_TIME_ZONE_UNKNOWN",
        "timeZone",
        "Choose a time zone by its name, as in America/Los_Angeles.",
      ],
    ]),
    ...checkOwners(input.owners ?? [], content),
  ];
}
