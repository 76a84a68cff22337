import { loadBuiltInCatalogue } from "@frontstep/server";
import { TEST_SECRET } from "./database.ts";
import { startTestServer, type TestActor, type TestServer } from "./test-server.ts";

/** A city that uses Frontstep, with somebody who runs it. */
export interface TestCity {
  readonly jurisdictionId: string;
  readonly administrator: TestActor;
  /** Opens a site from the template for public housing; gives its id. */
  openSite(changes?: object): Promise<string>;
}

const SAVE_JURISDICTION = `mutation ($input: SaveJurisdictionInput!) {
  saveJurisdiction(input: $input) {
    ... on JurisdictionSaved { jurisdiction { id } }
    ... on JurisdictionRefused { findings { message } }
  }
}`;

const OPEN_SITE = `mutation ($input: OpenSiteInput!) {
  openSite(input: $input) {
    ... on SiteOpened { site { id } }
    ... on OpenSiteRefused { findings { message } }
  }
}`;

/** Puts the built-in catalogue in place: once a server, before its first site. */
export async function loadCatalogue(server: TestServer): Promise<void> {
  await loadBuiltInCatalogue({ databaseUrl: server.database.url, secret: TEST_SECRET });
}

/** What a city is to be: in Ohio, on Eastern time, unless said otherwise. */
interface CityWanted {
  readonly name: string;
  readonly stateCode?: string;
  readonly timeZone?: string;
  readonly ori?: string;
}

/** A server of its own with the built-in catalogue and one city on it; the caller closes the server. */
export async function startCity(wanted: CityWanted): Promise<{ server: TestServer; city: TestCity }> {
  const server = await startTestServer();
  await loadCatalogue(server);
  return { server, city: await makeCity(server, wanted) };
}

/** The id of the newest release for public housing. */
export async function publicHousingRelease(actor: TestActor): Promise<string> {
  const { release } = await actor.get<{ release: { id: string } }>(
    `{ release(templateKey: "csp-public-housing") { id } }`,
  );
  return release.id;
}

/** Makes a city through the public operations, as a steward and then its administrator would. */
export async function makeCity(
  server: TestServer,
  { name, stateCode = "OH", timeZone = "America/New_York", ori }: CityWanted,
): Promise<TestCity> {
  const steward = await server.actor([{ role: "platformSteward" }]);
  const input = { kind: "CITY", name, stateCode, timeZone, ori, isParticipating: true };
  const { saveJurisdiction } = await steward.get<{ saveJurisdiction: { jurisdiction: { id: string } } }>(
    SAVE_JURISDICTION,
    { input },
  );
  const jurisdictionId = saveJurisdiction.jurisdiction.id;
  const administrator = await server.actor([{ role: "cityAdministrator", jurisdictionId }]);
  return {
    jurisdictionId,
    administrator,
    openSite: (changes) => openSite(administrator, jurisdictionId, changes),
  };
}

async function openSite(
  administrator: TestActor,
  jurisdictionId: string,
  changes: object = {},
): Promise<string> {
  const input = {
    releaseId: await publicHousingRelease(administrator),
    jurisdictionId,
    name: "Harbor Homes",
    address: "1 Harbor Street",
    launchOn: "2026-01-05",
    ...changes,
  };
  const { openSite: opened } = await administrator.get<{
    openSite: { site?: { id: string }; findings?: readonly { message: string }[] };
  }>(OPEN_SITE, { input });
  if (opened.site === undefined) throw new Error(opened.findings?.map(({ message }) => message).join("\n"));
  return opened.site.id;
}
