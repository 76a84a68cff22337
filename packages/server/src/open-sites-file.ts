import type { Membership } from "@frontstep/domain/access";
import { type Finding, hasErrors } from "@frontstep/domain/shared";

import { asJob } from "./job-context.ts";
import { type Jurisdiction, jurisdictionByOri } from "./modules/jurisdictions/index.ts";
import {
  inOrder,
  makeSites,
  planSites,
  type PlannedSites,
  type ReadSitesFile,
  readSitesFile,
  type SitesFile,
} from "./modules/sites/index.ts";
import type { Databases } from "./persistence/database.ts";

/** What opening the sites of a file comes to. */
export type SitesFileOutcome =
  /** Nothing was opened. */
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  /** Everything that would be opened, city by city. */
  | {
      readonly kind: "checked";
      readonly cities: readonly PlannedSites[];
      readonly findings: readonly Finding[];
    }
  | { readonly kind: "opened"; readonly cities: readonly OpenedCity[]; readonly findings: readonly Finding[] }
  /** The cities before this one were opened; this one and those after it were not. */
  | { readonly kind: "stopped"; readonly cities: readonly OpenedCity[]; readonly at: Jurisdiction };

/** A city of the file whose sites have been opened. */
export interface OpenedCity {
  readonly jurisdiction: Jurisdiction;
  readonly siteIds: readonly string[];
  readonly alreadyThere: readonly string[];
}

export interface OpenSitesFile extends SitesFile {
  readonly isDryRun: boolean;
  /** Told of each city as soon as its sites stand, in case a later one breaks off; the next city waits for it. */
  readonly onOpened?: (city: OpenedCity) => unknown;
}

const JOB = { actorName: "Operator at the command line", via: "cli" } as const;
const STEWARD: Membership = { role: "platformSteward", scope: { kind: "platform" } };

/**
 * Opens the sites of a file. Every row of every city is checked before anything is written. No grant
 * reaches more than one city, so that each city's sites are then opened in a transaction of their own;
 * a run that broke off is repeated with the same file, for what a city has already is left as it is.
 */
export async function openSitesFile(databases: Databases, wish: OpenSitesFile): Promise<SitesFileOutcome> {
  const read = await readSitesFile(wish);
  const found = await findCities(databases, read);
  const cities: PlannedSites[] = [];
  for (const { id: jurisdictionId, ori } of found.cities) {
    const rows = read.rows.filter(({ city }) => city === ori);
    cities.push(await asCity(databases, jurisdictionId, (ctx) => planSites(ctx, { jurisdictionId, rows })));
  }
  const inCities = cities.flatMap(({ findings }) => findings);
  const findings = inOrder([...read.findings, ...found.findings, ...inCities]);
  if (hasErrors(findings)) return { kind: "refused", findings };
  if (wish.isDryRun) return { kind: "checked", cities, findings };
  return await openCities(databases, { cities, findings, onOpened: wish.onOpened });
}

async function openCities(
  databases: Databases,
  wish: Pick<OpenSitesFile, "onOpened"> & {
    readonly cities: readonly PlannedSites[];
    readonly findings: readonly Finding[];
  },
): Promise<SitesFileOutcome> {
  const opened: OpenedCity[] = [];
  for (const city of wish.cities) {
    const { jurisdiction, alreadyThere } = city;
    const outcome = await asCity(databases, jurisdiction.id, (ctx) => makeSites(ctx, city));
    if (outcome.kind === "nameTaken") return { kind: "stopped", cities: opened, at: jurisdiction };
    const openedCity = { jurisdiction, siteIds: outcome.siteIds, alreadyThere };
    opened.push(openedCity);
    await wish.onOpened?.(openedCity);
  }
  return { kind: "opened", cities: opened, findings: wish.findings };
}

/** The cities that the rows name, each looked up once, in the order of the file. */
async function findCities(
  databases: Databases,
  { rows }: ReadSitesFile,
): Promise<{ cities: Jurisdiction[]; findings: Finding[] }> {
  const firstRows = new Map<string, number>();
  for (const { city, row } of rows) if (city !== null && !firstRows.has(city)) firstRows.set(city, row);
  return await asJob(databases, { ...JOB, membership: STEWARD }, async (ctx) => {
    const cities: Jurisdiction[] = [];
    const findings: Finding[] = [];
    for (const [ori, row] of firstRows) {
      const city = await jurisdictionByOri(ctx, ori);
      if (city) cities.push(city);
      else findings.push(cityUnknown(ori, row));
    }
    return { cities, findings };
  });
}

function cityUnknown(ori: string, row: number): Finding {
  const message = `The directory has no jurisdiction with the identifier "${ori}". Look it up in the directory.`;
  return { code: "SITES_CITY_UNKNOWN", severity: "error", path: `row ${String(row)}, city`, message };
}

function asCity<T>(
  databases: Databases,
  jurisdictionId: string,
  act: Parameters<typeof asJob<T>>[2],
): Promise<T> {
  const membership: Membership = {
    role: "cityAdministrator",
    scope: { kind: "jurisdiction", jurisdictionId },
  };
  return asJob(databases, { ...JOB, membership }, act);
}
