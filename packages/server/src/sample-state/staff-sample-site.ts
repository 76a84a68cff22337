import { addDays, addMonths, type PlainDate } from "@frontstep/domain/shared";

import type { OpenedSite, SampleOpening } from "./open-sample-site.ts";
import type { SamplePerson } from "./sample-client.ts";
import { addOfficer, assignOfficer, endAssignment, recordTraining } from "./sample-operations.ts";
import { type SampleRandom, sampleRandom } from "./sample-random.ts";

interface Slot {
  readonly positionKey: string;
  readonly slot: number;
}

/** How long before launch the officers of a site are chosen. */
const CHOSEN_BEFORE = 80;

/** The share of full time given to positions that several sites share. */
const SHARES: Readonly<Record<string, number>> = { CMD: 0.2, DATA: 0.2, CERT: 0.5 };

const EXIT_REASONS = ["PROMOTION", "TRANSFER_ASKED", "RETIREMENT", "LONG_LEAVE"] as const;

/** Fills the slots of a site that is near its launch or past it, leaves some vacant, and lets some holders follow others. */
export async function staffSampleSite(site: OpenedSite, opening: SampleOpening): Promise<void> {
  const startsOn = addDays(site.launchOn, -CHOSEN_BEFORE);
  if (startsOn > opening.today) return;
  const { site: found } = await opening.person.ask<{ site: { roster: { slots: Slot[] } } }>(
    `query ($id: ID!) { site(id: $id) { roster { slots { positionKey slot } } } }`,
    { id: site.id },
  );
  const staffed = found.roster.slots.filter(({ positionKey }) =>
    /^(SGT|OFF-|CERT|COORD|DATA|CMD)/.test(positionKey),
  );
  for (const slot of staffed) await fillSlot({ slot, site, opening, startsOn });
}

interface Filling {
  readonly slot: Slot;
  readonly site: OpenedSite;
  readonly opening: SampleOpening;
  readonly startsOn: PlainDate;
}

async function fillSlot({ slot, site, opening, startsOn }: Filling): Promise<void> {
  const name = `${slot.positionKey} ${String(slot.slot)}`;
  const isVacant = site.vacant.includes(name);
  if (isVacant && site.launchInDays > 0) return;
  const random = sampleRandom(`${site.name} ${name}`);
  const hasLeft = isVacant || site.left.includes(name);
  const daysSince = random.between(20, Math.min(200, CHOSEN_BEFORE - site.launchInDays - 30));
  const leftOn = hasLeft ? addDays(opening.today, -daysSince) : null;
  await hold({ slot, site, opening, startsOn, random, seed: `${site.name} ${name}`, leftOn });
  if (leftOn === null || isVacant) return;
  const successor = { startsOn: addDays(leftOn, 14), seed: `${site.name} ${name} again`, leftOn: null };
  await hold({ slot, site, opening, random, ...successor });
}

interface Holding extends Filling {
  readonly random: SampleRandom;
  readonly seed: string;
  readonly leftOn: PlainDate | null;
}

async function hold({ slot, site, opening, startsOn, random, seed, leftOn }: Holding): Promise<void> {
  const { person, nameOf } = opening;
  const { jurisdictionId } = site;
  const languages = random.next() < 0.45 ? ["en", "es"] : ["en"];
  const { officer } = await person.change<{ officer: { id: string } }>(addOfficer, {
    jurisdictionId,
    name: nameOf(seed),
    rank: rankOf(slot.positionKey),
    languages,
    isAnotherPerson: true,
  });
  const { assignment } = await person.change<{ assignment: { id: string; revision: number } }>(
    assignOfficer,
    {
      ...slot,
      jurisdictionId,
      siteId: site.id,
      officerId: officer.id,
      startsOn,
      share: SHARES[slot.positionKey] ?? 1,
    },
  );
  await train({
    person,
    site,
    officerId: officer.id,
    positionKey: slot.positionKey,
    startsOn,
    random,
    today: opening.today,
  });
  if (leftOn === null) return;
  await person.change(endAssignment, {
    jurisdictionId,
    id: assignment.id,
    expectedRevision: assignment.revision,
    endedOn: leftOn,
    exitReason: random.pick(EXIT_REASONS),
  });
}

function rankOf(positionKey: string): string {
  if (positionKey === "SGT") return "Sergeant";
  if (positionKey === "CMD") return "Lieutenant";
  if (positionKey === "COORD") return "Site coordinator";
  return positionKey === "DATA" ? "Crime analyst" : "Police Officer III";
}

interface Training {
  readonly person: SamplePerson;
  readonly site: OpenedSite;
  readonly officerId: string;
  readonly positionKey: string;
  readonly startsOn: PlainDate;
  readonly random: SampleRandom;
  readonly today: PlainDate;
}

/** What the position asks for, some weeks after the start and again when it runs out; here and there one is missing. */
async function train({
  person,
  site,
  officerId,
  positionKey,
  startsOn,
  random,
  today,
}: Training): Promise<void> {
  const { jurisdictionId, design } = site;
  const required = design.positions.find(({ key }) => key === positionKey)?.requiredTrainings ?? [];
  for (const trainingKey of required) {
    const months = design.trainings.find(({ key }) => key === trainingKey)?.validMonths ?? null;
    const completedOn = latestCompletion({ startsOn, months, today, random });
    if (completedOn > today || random.next() < (trainingKey === "TRN-CORE" ? 0 : 0.09)) continue;
    await person.change(recordTraining, {
      jurisdictionId,
      siteId: site.id,
      officerId,
      trainingKey,
      completedOn,
    });
  }
}

function latestCompletion({
  startsOn,
  months,
  today,
  random,
}: Pick<Training, "startsOn" | "today" | "random"> & { readonly months: number | null }): PlainDate {
  const first = addDays(startsOn, random.between(20, 38));
  const isRenewed = months !== null && addMonths(first, months) < today;
  return isRenewed ? addDays(today, -random.between(15, months * 27)) : first;
}
