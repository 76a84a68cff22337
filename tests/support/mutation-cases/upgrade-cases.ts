import { change, type MutationCase, type Stage } from "./mutation-case.ts";

const RELEASE = `query ($version: String) { release(templateKey: "csp-public-housing", version: $version) { id } }`;

async function releaseId({ city }: Stage, version: string): Promise<string> {
  return (await city.administrator.get<{ release: { id: string } }>(RELEASE, { version })).release.id;
}

/** A site of the older release, and the newer one that it may take. */
async function olderSite(stage: Stage): Promise<{ siteId: string; releaseId: string; decisions: object[] }> {
  const siteId = await stage.openSite({ releaseId: await releaseId(stage, "3.1.0") });
  return { siteId, releaseId: await releaseId(stage, "3.2.0"), decisions: [] };
}

/** A site's way to a newer release, and back. */
export const upgradeCases: Readonly<Record<string, MutationCase>> = {
  upgradeSite: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: { ...(await olderSite(stage)), expectedRevision: 1 } },
    }),
  },
  saveUpgradeDecisions: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: { ...(await olderSite(stage)), expectedRevision: 0 } },
    }),
  },
  rollBackUpgrade: {
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const input = { ...(await olderSite(stage)), expectedRevision: 1 };
      await change(administrator, "upgradeSite", { input });
      const reason = "The steering committee wants another year with the older release.";
      const { siteId } = input;
      return { actor: administrator, variables: { input: { siteId, expectedRevision: 2, reason } } };
    },
  },
};
