import { adaptedSite, change, inDays, type MutationCase, newName, type Stage } from "./mutation-case.ts";

const WHY = { reasonCode: "RESOURCES", reason: "The city has money for fewer officers in this year." };

async function newDraft({ city }: Stage): Promise<{ id: string; revision: number }> {
  const { jurisdictionId, administrator } = city;
  const { draft } = await change<{ draft: { id: string; revision: number } }>(
    administrator,
    "saveSiteDraft",
    {
      input: { jurisdictionId, form: { name: newName("Half a site") } },
      wanted: "... on SiteDraftSaved { draft { id revision } }",
    },
  );
  return draft;
}

/** Sites: opening, describing, adapting. */
export const siteCases: Readonly<Record<string, MutationCase>> = {
  openSite: {
    prepare: async ({ city: { jurisdictionId, administrator } }) => {
      const { release } = await administrator.get<{ release: { id: string } }>(
        `{ release(templateKey: "csp-park") { id } }`,
      );
      const form = { name: newName("Park"), address: "1 Park Way", launchOn: inDays(400) };
      return {
        actor: administrator,
        variables: { input: { releaseId: release.id, jurisdictionId, ...form } },
      };
    },
  },
  openSites: {
    recordedAs: "openSite",
    prepare: ({ city: { jurisdictionId, administrator } }) => {
      const row = [newName("Park"), "csp-park", "3.2.0", inDays(400), "1 Park Way"].join(",");
      const input = { jurisdictionId, sites: `name,template,release,launch_date,address\n${row}\n` };
      return Promise.resolve({ actor: administrator, variables: { input } });
    },
  },
  adaptSite: {
    prepare: async (stage) => {
      const siteId = await stage.openSite();
      const fewer = { section: "POSITIONS", key: "OFF-GEN", change: "CHANGED", field: "count", value: 1 };
      const input = { siteId, expectedRevision: 1, adaptations: [{ ...fewer, ...WHY }] };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  saveComparisonArea: {
    prepare: async (stage) => {
      const siteId = await stage.openSite();
      const chosenBecause = "The same kind of housing, and no program of its own.";
      const area = { siteId, name: newName("Bayside Homes"), chosenBecause };
      await change(stage.city.administrator, "saveComparisonArea", { input: area });
      const input = { ...area, expectedRevision: 1, name: newName("Bayside Courts") };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  saveOwnPart: {
    prepare: async (stage) => {
      const siteId = await stage.openSite();
      const value = { title: { en: newName("Community cook") }, count: 1, employer: "civilian" };
      const input = { siteId, expectedRevision: 1, section: "POSITIONS", value, ...WHY };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  explainAdaptation: {
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const { adaptationId, siteId } = await adaptedSite(stage);
      const input = { siteId, adaptationId, expectedRevision: 1, ...WHY };
      return { actor: administrator, variables: { input } };
    },
  },
  revertAdaptation: {
    prepare: async (stage) => {
      const { adaptationId, siteId } = await adaptedSite(stage);
      const input = { siteId, adaptationId, expectedRevision: 1 };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  describeSite: {
    prepare: async (stage) => {
      const siteId = await stage.openSite();
      const input = { siteId, expectedRevision: 1, name: newName("Renamed"), address: "2 Harbor Street" };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  nameSiteOwner: {
    prepare: async (stage) => {
      const input = { siteId: await stage.openSite(), ownerRole: "CL", name: "Rosa Delgado" };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  saveSiteDraft: {
    prepare: async (stage) => {
      const { id, revision } = await newDraft(stage);
      const { jurisdictionId, administrator } = stage.city;
      const input = { jurisdictionId, id, expectedRevision: revision, form: { name: "Three quarters" } };
      return { actor: administrator, variables: { input } };
    },
  },
  discardSiteDraft: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { id: (await newDraft(stage)).id },
    }),
  },
  changeLaunchDate: {
    prepare: async (stage) => {
      const reason = "The building is ready six weeks later.";
      const input = { siteId: await stage.openSite(), expectedRevision: 1, launchOn: inDays(542), reason };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
};
