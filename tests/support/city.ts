import { loadBuiltInCatalogue } from "@frontstep/server";
import { TEST_SECRET } from "./database.ts";
import type { TestActor, TestServer } from "./test-server.ts";

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

/** Makes a city through the public operations, as a steward and then its administrator would. */
export async function makeCity(
  server: TestServer,
  {
    name,
    stateCode = "OH",
    timeZone = "America/New_York",
    ori,
  }: { name: string; stateCode?: string; timeZone?: string; ori?: string },
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
  const { release } = await administrator.get<{ release: { id: string } }>(
    `{ release(templateKey: "csp-public-housing") { id } }`,
  );
  const input = {
    releaseId: release.id,
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
