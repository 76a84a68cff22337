import type { Finding } from "@frontstep/domain/shared";

import type { SaveJurisdiction } from "./save-jurisdiction.ts";

/** What must be put right before a jurisdiction can be saved. */
export function checkJurisdiction(input: SaveJurisdiction): Finding[] {
  const checks: readonly (readonly [boolean, string, string, string])[] = [
    [input.name.trim().length > 0, "JURISDICTION_NAME_MISSING", "name", "Give the jurisdiction its name."],
    [input.name.length <= 200, "JURISDICTION_NAME_TOO_LONG", "name", "Shorten the name to 200 characters."],
    [
      /^[A-Z]{2}$/.test(input.stateCode),
      "JURISDICTION_STATE_UNKNOWN",
      "stateCode",
      "Write the state with its two postal letters, as in CA.",
    ],
    [
      isOri(input.ori),
      "JURISDICTION_ORI_MALFORMED",
      "ori",
      "An ORI has nine letters and digits, as in CA0194200.",
    ],
    [
      (input.population ?? 0) >= 0,
      "JURISDICTION_POPULATION_NEGATIVE",
      "population",
      "A population is zero or more.",
    ],
    [
      isTimeZone(input.timeZone),
      "JURISDICTION_TIME_ZONE_UNKNOWN",
      "timeZone",
      "Choose a time zone by its name, as in America/Los_Angeles.",
    ],
  ];
  return checks
    .filter(([isMet]) => !isMet)
    .map(([, code, path, message]) => ({ code, severity: "error" as const, path, message }));
}

function isOri(ori: string | null | undefined): boolean {
  return ori === null || ori === undefined || /^[A-Z0-9]{9}$/.test(ori);
}

function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}
