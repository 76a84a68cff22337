import { setTimeout as wait } from "node:timers/promises";
import type { BenchCase } from "./bench-case.ts";
import type { Session } from "./running-product.ts";

const MANY = 500;

/** One run over five hundred sites of a city that agreed to it, and the page of the fleet that shows them. */
export const upgradeSites: BenchCase = async (product) => {
  const administrator = await product.signIn("admin@port-averly.example.org");
  const official = await product.signIn("state@sample.example.org");
  const { rows } = await product.database.query<{ id: string }>(
    "select s.jurisdiction_id as id from site s join jurisdiction j on j.id = s.jurisdiction_id where j.name ilike 'port averly%' limit 1",
  );
  const jurisdictionId = rows[0]?.id;
  await openOlder(administrator, jurisdictionId);
  await agree(administrator, jurisdictionId);
  const page = await secondsOf(() => showFleet(official, jurisdictionId));
  const run = await secondsOf(() => upgradeThem(official, jurisdictionId));
  return [
    { name: "A page of the fleet, 50 sites behind, merged", value: page, unit: "s", most: 2 },
    { name: `Upgrading ${MANY} sites in one run`, value: run, unit: "s", most: 120 },
  ];
};

async function openOlder(session: Session, jurisdictionId: string | undefined): Promise<void> {
  const lines = Array.from(
    { length: MANY },
    (_, index) => `Behind ${index},csp-public-housing,3.1.0,2027-06-01,1 Measured Street`,
  );
  const sites = ["name,template,release,launch_date,address", ...lines].join("\n");
  const { openSites } = await session.ask<{ openSites: { siteIds?: string[]; findings?: object[] } }>(
    `mutation ($input: OpenSitesInput!) { openSites(input: $input) {
      ... on SitesOpened { siteIds } ... on OpenSitesRefused { findings { message } } } }`,
    { input: { jurisdictionId, sites } },
  );
  if (openSites.siteIds?.length !== MANY) throw new Error(JSON.stringify(openSites.findings));
}

async function agree(session: Session, jurisdictionId: string | undefined): Promise<void> {
  const { upgradeConsent } = await session.ask<{ upgradeConsent: { revision: number } }>(
    `query ($id: ID!) { upgradeConsent(jurisdictionId: $id) { revision } }`,
    { id: jurisdictionId },
  );
  const input = {
    jurisdictionId,
    expectedRevision: upgradeConsent.revision,
    allowsState: true,
    allowsTemplateOwner: true,
  };
  await session.ask(
    `mutation ($input: DecideUpgradeConsentInput!) { decideUpgradeConsent(input: $input) { __typename } }`,
    { input },
  );
}

async function showFleet(session: Session, jurisdictionId: string | undefined): Promise<void> {
  const { fleet } = await session.ask<{ fleet: { edges: { node: { changeCount: number | null } }[] } }>(
    `query ($id: ID!) { fleet(jurisdictionId: $id, version: "3.1.0", sort: BEHIND, first: 50) {
      totalCount edges { node { id name version releasesBehind daysBehind changeCount questionCount } } } }`,
    { id: jurisdictionId },
  );
  if (fleet.edges.length !== 50 || fleet.edges.some(({ node }) => node.changeCount === null))
    throw new Error("The page does not say what each upgrade would change.");
}

interface Run {
  readonly id: string;
  readonly isFinished: boolean;
  readonly results: readonly { readonly result: string; readonly count: number }[];
}

async function upgradeThem(session: Session, jurisdictionId: string | undefined): Promise<void> {
  const { release } = await session.ask<{ release: { id: string } }>(
    `{ release(templateKey: "csp-public-housing", version: "3.2.0") { id } }`,
  );
  const { startUpgradeRun } = await session.ask<{ startUpgradeRun: { run?: Run } }>(
    `mutation ($input: StartUpgradeRunInput!) { startUpgradeRun(input: $input) {
      ... on UpgradeRunStarted { run { id isFinished results { result count } } } } }`,
    { input: { releaseId: release.id, sites: { jurisdictionId, search: "Behind" } } },
  );
  for (;;) {
    const { upgradeRun } = await session.ask<{ upgradeRun: Run }>(
      `query ($id: ID!) { upgradeRun(id: $id) { id isFinished results { result count } } }`,
      { id: startUpgradeRun.run?.id },
    );
    if (upgradeRun.isFinished) {
      const upgraded = upgradeRun.results.find(({ result }) => result === "UPGRADED")?.count;
      if (upgraded !== MANY) throw new Error(JSON.stringify(upgradeRun));
      return;
    }
    await wait(500);
  }
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}
