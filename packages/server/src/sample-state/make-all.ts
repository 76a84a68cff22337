import type { PlainDate } from "@frontstep/domain/shared";

import { importSampleFile } from "./import-sample-figures.ts";
import { lookAfterSampleFleet, type SampleFleet } from "./look-after-sample-fleet.ts";
import {
  openSampleSite,
  type OpenedSite,
  type SampleOpening,
  workSampleChecklist,
} from "./open-sample-site.ts";
import {
  type OrganizationsByRole,
  partnerSampleSite,
  recordOrganization,
  recordPublicBodies,
} from "./partner-sample-site.ts";
import { rateSampleSite } from "./rate-sample-site.ts";
import type { SamplePerson } from "./sample-client.ts";
import { cityFiguresCsv, siteFiguresCsv, surveyCsv } from "./sample-figures.ts";
import { saveJurisdiction } from "./sample-operations.ts";
import { becomeSteward, invite, type SampleHouse } from "./sample-people.ts";
import type { SampleAccount, SampleCity, SampleState } from "./sample-places.ts";
import { sampleRandom } from "./sample-random.ts";
import { staffSampleSite } from "./staff-sample-site.ts";

/** What the making works with. */
export interface Making extends SampleHouse {
  readonly state: SampleState;
  readonly today: PlainDate;
  readonly settings: SampleHouse["settings"] & { readonly say: (line: string) => void };
}

interface MadeCity {
  readonly opening: SampleOpening;
  readonly city: SampleCity;
  readonly sites: readonly OpenedSite[];
}

/** Makes the whole sample state, from its first steward to its last figure. */
export async function makeAll(making: Making): Promise<void> {
  const { state, settings } = making;
  settings.say("Making the sample state: an invented state with six cities …");
  const [stewardAccount, stateAccount, ...cityAccounts] = state.accounts;
  if (stewardAccount === undefined || stateAccount === undefined)
    throw new Error("The sample state names no steward");
  const steward = await becomeSteward(making, stewardAccount);
  const openings = await Promise.all(
    state.cities.map((city) => openCity(making, steward, { city, accounts: cityAccounts })),
  );
  const official = await invite(making, steward, {
    account: stateAccount,
    place: { stateCode: state.state.code },
  });
  const [first] = openings;
  if (first === undefined) throw new Error("The sample state has no city");
  const shared = await recordShared(making, first.opening);
  const cities = await Promise.all(
    openings.map(async (opened) => {
      const made = await fillCity(opened, shared);
      settings.say(
        `  ${made.city.name}, ${String(made.sites.length)} ${made.sites.length === 1 ? "site" : "sites"}`,
      );
      return made;
    }),
  );
  const [nonprofit] = state.organizations;
  const nonprofitId = shared[nonprofit?.key ?? ""];
  if (nonprofitId === undefined) throw new Error("The sample state has no nonprofit");
  await lookAfterSampleFleet({ official, steward, nonprofitId, cities: cities.map(decidingCity) });
  await inviteTheOthers(making, steward, { cities, shared });
}

function decidingCity({ city, opening, sites }: MadeCity): SampleFleet["cities"][number] {
  const { person, jurisdictionId } = opening;
  return { key: city.key, person, jurisdictionId, siteIds: sites.map(({ id }) => id) };
}

interface OpenedCity {
  readonly city: SampleCity;
  readonly opening: SampleOpening;
}

async function openCity(
  making: Making,
  steward: SamplePerson,
  { city, accounts }: { readonly city: SampleCity; readonly accounts: readonly SampleAccount[] },
): Promise<OpenedCity> {
  const { name, ori, population, timeZone } = city;
  const account = accounts.find(({ at }) => at === city.key);
  if (account === undefined) throw new Error(`${name} has no administrator`);
  const saved = await steward.change<{ jurisdiction: { id: string } }>(saveJurisdiction, {
    kind: "CITY",
    name,
    stateCode: making.state.state.code,
    ori,
    population,
    populationYear: Number(making.today.slice(0, 4)) - 1,
    populationSource: "Invented for the sample state",
    timeZone,
    isParticipating: true,
  });
  const jurisdictionId = saved.jurisdiction.id;
  const person = await invite(making, steward, { account, place: { jurisdictionId } });
  return { city, opening: { person, jurisdictionId, today: making.today, nameOf: nameMaker(making.state) } };
}

function nameMaker({ firstNames, lastNames }: SampleState): (seed: string) => string {
  return (seed) => {
    const random = sampleRandom(seed);
    return `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  };
}

/** The nonprofits and the university, which work in several cities. */
async function recordShared({ state }: Making, opening: SampleOpening): Promise<OrganizationsByRole> {
  const entries: [string, string][] = [];
  for (const organization of state.organizations) {
    const id = await recordOrganization(opening, organization);
    entries.push([organization.key, id], ...organization.roles.map((role): [string, string] => [role, id]));
  }
  const laboratory = `${state.state.name} State University Policy Laboratory`;
  entries.push([
    "EVALUATOR",
    await recordOrganization(opening, { legalName: laboratory, publicName: laboratory }),
  ]);
  return Object.fromEntries(entries);
}

async function fillCity({ city, opening }: OpenedCity, shared: OrganizationsByRole): Promise<MadeCity> {
  const organizations = { ...shared, ...(await recordPublicBodies(city, opening)) };
  const sites = await Promise.all(
    city.sites.map(async (described) => {
      const site = await openSampleSite(described, opening);
      await workSampleChecklist(site, opening);
      await staffSampleSite(site, opening);
      await partnerSampleSite(site, opening, organizations);
      await rateSampleSite(site, opening);
      return site;
    }),
  );
  await importFigures({ city, opening, sites });
  return { city, opening, sites };
}

async function importFigures({ city, opening, sites }: MadeCity): Promise<void> {
  const { person, jurisdictionId, today } = opening;
  const place = { jurisdictionId, source: "Invented for the sample state" };
  await importSampleFile(person, {
    ...place,
    name: `${city.key}-years.csv`,
    text: cityFiguresCsv(city, today),
    reportingSystem: "NIBRS",
  });
  await importSampleFile(person, {
    ...place,
    name: `${city.key}-sites.csv`,
    text: siteFiguresCsv(sites, today),
    reportingSystem: "NIBRS",
  });
  const survey = surveyCsv(sites, today);
  if (survey.trim().includes("\n"))
    await importSampleFile(person, { ...place, name: `${city.key}-surveys.csv`, text: survey });
}

async function inviteTheOthers(
  making: Making,
  steward: SamplePerson,
  { cities, shared }: { readonly cities: readonly MadeCity[]; readonly shared: OrganizationsByRole },
): Promise<void> {
  for (const account of making.state.accountsOnceSitesAreOpen) {
    const [key, siteName] = account.at.split("/");
    const made = cities.find(({ city }) => city.key === key);
    const jurisdictionId = made?.opening.jurisdictionId;
    const siteId = made?.sites.find(({ name }) => name === siteName)?.id;
    const place = made === undefined ? { organizationId: shared[account.at] } : { jurisdictionId, siteId };
    await invite(making, made?.opening.person ?? steward, { account, place });
  }
}
