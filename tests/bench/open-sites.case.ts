import type { BenchCase } from "./bench-case.ts";
import type { Session } from "./running-product.ts";

const OPEN = `mutation ($input: OpenSiteInput!) {
  openSite(input: $input) { ... on SiteOpened { site { id } } ... on OpenSiteRefused { findings { message } } }
}`;
const MANY = 500;
const AT_ONCE = 4;

/** Opening one site from a template, and five hundred, through the API. */
export const openSites: BenchCase = async (product) => {
  const session = await product.signIn("admin@port-averly.example.org");
  const { rows } = await product.database.query<{ id: string }>(
    "select s.jurisdiction_id as id from site s join jurisdiction j on j.id = s.jurisdiction_id where j.name ilike 'port averly%' limit 1",
  );
  const { release } = await session.ask<{ release: { id: string } }>(
    `{ release(templateKey: "csp-public-housing") { id } }`,
  );
  const open = async (name: string): Promise<void> => {
    const input = {
      releaseId: release.id,
      jurisdictionId: rows[0]?.id,
      name,
      address: "1 Measured Street",
      launchOn: "2027-06-01",
    };
    const { openSite } = await session.ask<{ openSite: { site?: object; findings?: object[] } }>(OPEN, {
      input,
    });
    if (openSite.site === undefined) throw new Error(JSON.stringify(openSite.findings));
  };
  await open("Measured 0");
  const one = await secondsOf(() => open("Measured 1"));
  let next = 2;
  const worker = async (): Promise<void> => {
    while (next < MANY + 2) await open(`Measured ${next++}`);
  };
  const many = await secondsOf(() => Promise.all(Array.from({ length: AT_ONCE }, worker)));
  const ofFile = await secondsOf(() => openFile(session, rows[0]?.id));
  return [
    { name: "Opening one site", value: one, unit: "s" },
    { name: `Opening ${MANY} sites, ${AT_ONCE} at a time`, value: many, unit: "s", most: 60 },
    { name: `Opening ${MANY} sites from one file`, value: ofFile, unit: "s", most: 60 },
  ];
};

async function openFile(session: Session, jurisdictionId: string | undefined): Promise<void> {
  const lines = Array.from(
    { length: MANY },
    (_, index) => `From a file ${index},csp-public-housing,3.2.0,2027-06-01,1 Measured Street`,
  );
  const sites = ["name,template,release,launch_date,address", ...lines].join("\n");
  const { openSites: opened } = await session.ask<{ openSites: { siteIds?: string[]; findings?: object[] } }>(
    `mutation ($input: OpenSitesInput!) { openSites(input: $input) {
      ... on SitesOpened { siteIds } ... on OpenSitesRefused { findings { message } } } }`,
    { input: { jurisdictionId, sites } },
  );
  if (opened.siteIds?.length !== MANY) throw new Error(JSON.stringify(opened.findings));
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}
