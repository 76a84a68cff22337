import { addDays, type PlainDate } from "@frontstep/domain/shared";

import type { SamplePerson } from "./sample-client.ts";
import {
  addEvidenceLink,
  changeItemStatus,
  openSite,
  saveComparisonArea,
  signOffItem,
} from "./sample-operations.ts";
import { launchOf, type SampleSite } from "./sample-places.ts";
import { sampleRandom } from "./sample-random.ts";

/** A site of the sample state that is open. */
export interface OpenedSite extends SampleSite {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly launchOn: PlainDate;
  /** What the release asks of its positions. */
  readonly design: SampleDesign;
}

/** The owner roles, positions and trainings of a release. */
export interface SampleDesign {
  readonly ownerRoles: readonly { readonly key: string }[];
  readonly positions: readonly { readonly key: string; readonly requiredTrainings: readonly string[] }[];
  readonly trainings: readonly { readonly key: string; readonly validMonths: number | null }[];
}

/** Where a site is opened, by whom, when, and the people who may be named. */
export interface SampleOpening {
  readonly person: SamplePerson;
  readonly jurisdictionId: string;
  readonly today: PlainDate;
  readonly nameOf: (seed: string) => string;
}

/** Opens a site from its template, with people for the owner roles and its adaptations. */
export async function openSampleSite(site: SampleSite, opening: SampleOpening): Promise<OpenedSite> {
  const { person, jurisdictionId, today, nameOf } = opening;
  const { release } = await person.ask<{ release: { id: string; content: SampleDesign } }>(
    `query ($key: String!, $version: String) { release(templateKey: $key, version: $version) { id content {
      ownerRoles { key } positions { key requiredTrainings } trainings { key validMonths } } } }`,
    { key: site.template, version: site.release },
  );
  const launchOn = launchOf(site, today);
  const roles = release.content.ownerRoles.filter(({ key }) => key !== "SC");
  const opened = await person.change<{ site: { id: string } }>(openSite, {
    jurisdictionId,
    releaseId: release.id,
    name: site.name,
    address: site.address,
    latitude: site.latitude,
    longitude: site.longitude,
    residentPopulation: site.residents,
    residentPopulationYear: Number(today.slice(0, 4)) - 1,
    residentPopulationSource: "Invented for the sample state",
    launchOn,
    owners: roles.map(({ key }) => ({ ownerRole: key, name: nameOf(`${site.name} ${key}`) })),
    adaptations: adaptationsOf(site),
  });
  if (site.comparedWith !== undefined)
    await person.change(saveComparisonArea, {
      siteId: opened.site.id,
      name: site.comparedWith,
      chosenBecause:
        "The same kind of housing, about as many residents and as much crime before launch, and no program of its own.",
    });
  return { ...site, id: opened.site.id, jurisdictionId, launchOn, design: release.content };
}

function adaptationsOf({ officersFewer }: SampleSite): object[] {
  if (officersFewer === undefined) return [];
  return [
    {
      section: "POSITIONS",
      key: "OFF-GEN",
      change: "CHANGED",
      field: "count",
      value: 3 - officersFewer,
      reasonCode: "RESOURCES",
      reason: "The city has eight officers for the site until the next budget year.",
    },
  ];
}

interface PlannedItem {
  readonly key: string;
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly isLaunchGate: boolean;
  readonly revision: number;
  readonly dependsOn: readonly { readonly key: string }[];
}

/** Brings the checklist of a site to where it would stand today: late here and there, gates signed off. */
export async function workSampleChecklist(site: OpenedSite, { person, today }: SampleOpening): Promise<void> {
  const { site: found } = await person.ask<{ site: { checklist: { items: PlannedItem[] }[] } }>(
    `query ($id: ID!) { site(id: $id) { checklist { items { key title dueOn isLaunchGate revision dependsOn { key } } } } }`,
    { id: site.id },
  );
  const random = sampleRandom(`${site.name} checklist`);
  const done = new Set<string>();
  const items = found.checklist
    .flatMap(({ items: members }) => members)
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1));
  for (const item of items) {
    const status = statusOf(item, { site, today, done, luck: random.next() });
    if (status === "NOT_STARTED") continue;
    const early = addDays(item.dueOn, -random.between(0, 9));
    const doneOn = status === "DONE" ? { doneOn: early < today ? early : today } : {};
    await person.change(changeItemStatus, {
      siteId: site.id,
      itemKey: item.key,
      expectedRevision: item.revision,
      status,
      ...doneOn,
    });
    if (status !== "DONE") continue;
    done.add(item.key);
    if (item.isLaunchGate) await signOff(site, item, person);
  }
}

interface Standing {
  readonly site: OpenedSite;
  readonly today: PlainDate;
  readonly done: ReadonlySet<string>;
  readonly luck: number;
}

function statusOf(item: PlannedItem, standing: Standing): string {
  const { site, today, done, luck } = standing;
  const isFree = item.dependsOn.every(({ key }) => done.has(key));
  const isHeld = site.isHeldAtGates === true && item.key === "B24";
  if (item.dueOn <= today && isFree && !isHeld) return isBehind(item, standing) ? "IN_PROGRESS" : "DONE";
  if (item.dueOn <= addDays(today, 21)) return luck > 0.5 ? "IN_PROGRESS" : "PLANNING";
  return item.dueOn <= addDays(today, 75) && luck > 0.4 ? "PLANNING" : "NOT_STARTED";
}

/** Some recent items are late; nothing that a launch waited for ever was. */
function isBehind({ isLaunchGate, dueOn }: PlannedItem, { site, today, luck }: Standing): boolean {
  const couldBe = site.launchOn > today || dueOn > site.launchOn;
  return couldBe && !isLaunchGate && luck > 0.88 && dueOn > addDays(today, -75);
}

/** Puts a link to its evidence beside a gate that is done, and signs it off. */
async function signOff(
  site: OpenedSite,
  { key, title, revision }: PlannedItem,
  person: SamplePerson,
): Promise<void> {
  const place = { siteId: site.id, itemKey: key };
  const url = `https://documents.example.org/${site.name.toLowerCase().replaceAll(" ", "-")}/${key.toLowerCase()}`;
  await person.change(addEvidenceLink, { ...place, url, label: title.slice(0, 100) });
  // Marking it as done was the one change of the item since it was read.
  await person.change(signOffItem, { ...place, expectedRevision: revision + 1 });
}
