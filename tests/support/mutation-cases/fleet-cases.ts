import pg from "pg";
import type { TestActor } from "../test-server.ts";
import { publishNext } from "../upgrade.ts";
import {
  adaptedSite,
  change,
  type MutationCase,
  newName,
  newOrganization,
  type Stage,
} from "./mutation-case.ts";

const RELEASE = `query ($version: String) { release(templateKey: "csp-public-housing", version: $version) { id } }`;

async function releaseId({ city }: Stage, version: string): Promise<string> {
  return (await city.administrator.get<{ release: { id: string } }>(RELEASE, { version })).release.id;
}

async function stateOfficial({ server }: Stage): Promise<TestActor> {
  return await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
}

/** A site of the older release, a state official, and the newer release that may be offered. */
async function olderSite(stage: Stage) {
  const siteId = await stage.openSite({ releaseId: await releaseId(stage, "3.1.0") });
  const official = await stateOfficial(stage);
  return { siteId, official, releaseId: await releaseId(stage, "3.2.0"), sites: { siteIds: [siteId] } };
}

async function offered(stage: Stage) {
  const older = await olderSite(stage);
  const { official, releaseId: offeredId, sites } = older;
  await change(official, "offerRelease", { input: { releaseId: offeredId, sites } });
  return older;
}

/** Waits until the latest run is over. */
async function finished(actor: TestActor, stage: Stage): Promise<void> {
  for (;;) {
    const { upgradeRuns } = await actor.get<{ upgradeRuns: { edges: { node: { isFinished: boolean } }[] } }>(
      `{ upgradeRuns(first: 1) { edges { node { isFinished } } } }`,
    );
    if (upgradeRuns.edges.every(({ node }) => node.isFinished)) return;
    await stage.server.inject({ method: "GET", url: "/healthz" });
  }
}

/** Has a run that is over go on, as far as anybody can tell, at another server. */
async function goOn({ server }: Stage, runId: string): Promise<void> {
  const owner = new pg.Client(server.database.url);
  await owner.connect();
  await owner.query(
    "update upgrade_run set finished_at = null, lease_until = now() + interval '1 hour' where id = $1",
    [runId],
  );
  await owner.end();
}

/** What goes beyond one site: offers, consent, runs, proposals. */
export const fleetCases: Readonly<Record<string, MutationCase>> = {
  offerRelease: {
    prepare: async (stage) => {
      const { official, releaseId: offeredId, sites } = await olderSite(stage);
      return {
        actor: official,
        variables: { input: { releaseId: offeredId, sites, note: "It is clearer." } },
      };
    },
  },
  withdrawOffers: {
    prepare: async (stage) => {
      const { official, releaseId: offeredId } = await offered(stage);
      const reason = "A mistake is being put right.";
      return { actor: official, variables: { input: { releaseId: offeredId, reason } } };
    },
  },
  declineOffer: {
    prepare: async (stage) => {
      const { siteId } = await offered(stage);
      const { administrator } = stage.city;
      const { site } = await administrator.get<{ site: { offers: { id: string; revision: number }[] } }>(
        `query ($id: ID!) { site(id: $id) { offers { id revision } } }`,
        { id: siteId },
      );
      const [offer] = site.offers;
      const input = {
        siteId,
        offerId: offer?.id,
        expectedRevision: offer?.revision,
        reason: "Not this year.",
      };
      return { actor: administrator, variables: { input } };
    },
  },
  decideUpgradeConsent: {
    prepare: ({ city: { jurisdictionId, administrator } }) => {
      const input = { jurisdictionId, expectedRevision: 0, allowsState: false, allowsTemplateOwner: true };
      return Promise.resolve({ actor: administrator, variables: { input } });
    },
  },
  startUpgradeRun: {
    prepare: async (stage) => {
      const { official, releaseId: wantedId, sites } = await olderSite(stage);
      const variables = { input: { releaseId: wantedId, sites } };
      return { actor: official, variables, settled: () => finished(official, stage) };
    },
  },
  cancelUpgradeRun: {
    prepare: async (stage) => {
      const { official, releaseId: wantedId, sites } = await olderSite(stage);
      const { run } = await change<{ run: { id: string } }>(official, "startUpgradeRun", {
        input: { releaseId: wantedId, sites },
        wanted: "... on UpgradeRunStarted { run { id } }",
      });
      await finished(official, stage);
      await goOn(stage, run.id);
      return { actor: official, variables: { input: { runId: run.id } } };
    },
  },
  proposeAdaptation: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: { ...(await adaptedSite(stage)), note: "It works well here." } },
    }),
  },
  takeProposals: {
    prepare: async (stage) => {
      const organizationId = await newOrganization(stage);
      const author = await stage.server.actor([{ role: "templateAuthor", organizationId }]);
      const templateKey = newName("taken").replace(" ", "-");
      const releaseId = await publishNext(
        author,
        { templateKey: "csp-public-housing", organizationId },
        (document) => {
          document.template = templateKey;
          document.release = "1.0.0";
        },
      );
      const input = await adaptedSite(stage, { releaseId });
      await change(stage.city.administrator, "proposeAdaptation", { input });
      const { proposals } = await author.get<{ proposals: { proposals: { id: string }[] }[] }>(
        `{ proposals { proposals { id } } }`,
      );
      const proposalIds = proposals.flatMap((group) => group.proposals.map(({ id }) => id));
      return { actor: author, variables: { input: { proposalIds, answer: "It comes with the next." } } };
    },
  },
  declineProposals: {
    prepare: async (stage) => {
      await change(stage.city.administrator, "proposeAdaptation", { input: await adaptedSite(stage) });
      const { proposals } = await stage.steward.get<{ proposals: { proposals: { id: string }[] }[] }>(
        `{ proposals { proposals { id } } }`,
      );
      const proposalIds = proposals.flatMap((group) => group.proposals.map(({ id }) => id));
      return { actor: stage.steward, variables: { input: { proposalIds, answer: "Three is the floor." } } };
    },
  },
};
