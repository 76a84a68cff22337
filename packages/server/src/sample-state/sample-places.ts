import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { addDays, type PlainDate, plainDateOf } from "@frontstep/domain/shared";

import { rootFolder } from "#server/root-folder.ts";

/** A site of the sample state, as its file describes it. */
export interface SampleSite {
  readonly name: string;
  readonly template: string;
  readonly release: string;
  /** From the day on which the sample state is made; negative when it launched before. */
  readonly launchInDays: number;
  readonly residents: number;
  readonly address: string;
  /** In the sea off the coast, where no real place is taken for an invented one. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Violent offenses in a month before the program. */
  readonly monthlyViolent: number;
  /** Slots that nobody holds, as "OFF-GEN 3". */
  readonly vacant: readonly string[];
  /** Slots whose first holder left and was followed by another. */
  readonly left: readonly string[];
  /** Its launch day has come and a gate is still open. */
  readonly isHeldAtGates?: boolean;
  /** The area that its change is held against, by name. */
  readonly comparedWith?: string;
  /** How many officers fewer than the release it plans, as a recorded adaptation. */
  readonly officersFewer?: number;
}

export interface SampleCity {
  readonly key: string;
  readonly name: string;
  readonly ori: string;
  readonly population: number;
  readonly timeZone: string;
  readonly violentPer100k: number;
  readonly sites: readonly SampleSite[];
}

export interface SampleOrganization {
  readonly key: string;
  readonly legalName: string;
  readonly publicName: string;
  readonly website: string;
  readonly contactEmail: string;
  readonly roles: readonly string[];
}

export interface SampleAccount {
  readonly key: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The key of a city, a site ("city/site"), an organization; or "state", "platform". */
  readonly at: string;
}

/** Everything invented of the sample state. */
export interface SampleState {
  readonly state: { readonly name: string; readonly code: string };
  readonly cities: readonly SampleCity[];
  readonly organizations: readonly SampleOrganization[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly accounts: readonly SampleAccount[];
  readonly accountsOnceSitesAreOpen: readonly SampleAccount[];
}

/** Reads what is invented from `prisma/seed/sample-state`. */
export async function readSampleState(): Promise<SampleState> {
  const folder = join(rootFolder(), "prisma", "seed", "sample-state");
  const [places, people] = await Promise.all(
    ["places", "people"].map(
      async (name) => JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as object,
    ),
  );
  return { ...places, ...people } as SampleState;
}

/** The day on which the sample state is made; every date of it lies before or after this one. */
export function sampleToday(): PlainDate {
  return plainDateOf(new Date(Date.now() - 24 * 3600 * 1000).toISOString().slice(0, 10));
}

export function launchOf(site: SampleSite, today: PlainDate): PlainDate {
  return addDays(today, site.launchInDays);
}
