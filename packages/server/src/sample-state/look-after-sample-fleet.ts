import type { SamplePerson } from "./sample-client.ts";
import {
  decideUpgradeConsent,
  entrustTemplate,
  offerRelease,
  proposeAdaptation,
} from "./sample-operations.ts";

/** Who looks after the sites of the sample state, and the cities that decide about theirs. */
export interface SampleFleet {
  readonly official: SamplePerson;
  readonly steward: SamplePerson;
  /** The nonprofit whose authors look after the templates. */
  readonly nonprofitId: string;
  readonly cities: readonly {
    readonly key: string;
    readonly person: SamplePerson;
    readonly jurisdictionId: string;
    readonly siteIds: readonly string[];
  }[];
}

/** The cities that let the state upgrade their sites when nothing needs a decision. */
const AGREEING = ["averly", "saint-corwin"];

const NOTE =
  "The state's training in spring is made for this release. Take it when it suits you; nothing changes until you do.";

/** Templates in a nonprofit's care, a release on offer, cities that agree to upgrades by the state, and a change that one proposes. */
export async function lookAfterSampleFleet(fleet: SampleFleet): Promise<void> {
  const { official, cities } = fleet;
  await entrustTemplates(fleet);
  for (const { person, jurisdictionId } of cities.filter(({ key }) => AGREEING.includes(key))) {
    const consent = { allowsState: true, allowsTemplateOwner: false };
    await person.change(decideUpgradeConsent, { jurisdictionId, expectedRevision: 0, ...consent });
  }
  const { release } = await official.ask<{ release: { id: string } }>(
    `{ release(templateKey: "csp-public-housing") { id } }`,
  );
  await official.change(offerRelease, { releaseId: release.id, sites: {}, note: NOTE });
  for (const { person, siteIds } of cities) for (const siteId of siteIds) await proposeFirst(person, siteId);
}

async function entrustTemplates({ steward, nonprofitId }: SampleFleet): Promise<void> {
  const { templates } = await steward.ask<{
    templates: { edges: { node: { id: string; revision: number } }[] };
  }>(`{ templates { edges { node { id revision } } } }`);
  const reason = "The nonprofit trains the teams, and keeps the program's design with the cities.";
  for (const { node } of templates.edges) {
    const { id: templateId, revision: expectedRevision } = node;
    await steward.change(entrustTemplate, {
      templateId,
      expectedRevision,
      organizationId: nonprofitId,
      reason,
    });
  }
}

async function proposeFirst(person: SamplePerson, siteId: string): Promise<void> {
  const { site } = await person.ask<{ site: { adaptations: { id: string }[] } }>(
    `query ($id: ID!) { site(id: $id) { adaptations { id } } }`,
    { id: siteId },
  );
  const [difference] = site.adaptations;
  if (difference === undefined) return;
  const note =
    "A smaller city can begin with eight officers; with ten on paper and two seats empty it would not.";
  await person.change(proposeAdaptation, { siteId, adaptationId: difference.id, note });
}
