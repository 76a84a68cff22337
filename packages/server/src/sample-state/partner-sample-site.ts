import { addDays, addMonths, type PlainDate } from "@frontstep/domain/shared";

import { deliverSamplePledge } from "./deliver-sample-pledge.ts";
import type { OpenedSite, SampleOpening } from "./open-sample-site.ts";
import { addOrganization, beginPartnership, recordCertificate } from "./sample-operations.ts";
import type { SampleCity } from "./sample-places.ts";
import { type SampleRandom, sampleRandom } from "./sample-random.ts";

/** The organizations that may hold partner roles, by the key of the role. */
export type OrganizationsByRole = Readonly<Record<string, string>>;

/** Records an organization and gives its id. */
export async function recordOrganization(
  opening: Pick<SampleOpening, "person" | "jurisdictionId">,
  organization: {
    readonly legalName: string;
    readonly publicName: string;
    readonly website?: string;
    readonly contactEmail?: string;
  },
): Promise<string> {
  const { legalName, publicName, website, contactEmail } = organization;
  const recorded = await opening.person.change<{ organization: { id: string } }>(addOrganization, {
    jurisdictionId: opening.jurisdictionId,
    legalName,
    publicName,
    website,
    contactEmail,
    isAnotherOrganization: true,
  });
  return recorded.organization.id;
}

/** Records the public bodies of a city that its sites work with. */
export async function recordPublicBodies(
  city: SampleCity,
  opening: Pick<SampleOpening, "person" | "jurisdictionId">,
): Promise<OrganizationsByRole> {
  const bodies: readonly (readonly [string, string])[] = [
    ["POLICE", `${city.name} Police Department`],
    ["VP-OFFICE", `${city.name} Office of Violence Prevention`],
    ["SCHOOLS", `${city.name} School District`],
    ["HOST-publicHousing", `${city.name} Housing Authority`],
    ["HOST-park", `${city.name} Parks and Recreation`],
    ["HOST-neighborhood", `${city.name} Council Office`],
  ];
  const entries: [string, string][] = [];
  for (const [role, name] of bodies) {
    entries.push([
      role,
      await recordOrganization(opening, { legalName: `City of ${city.name}, ${name}`, publicName: name }),
    ]);
  }
  return Object.fromEntries(entries);
}

/** How far ahead or back the agreement of each role ends, where it is not the usual three years: about to lapse, or lapsed. */
const LAPSES: Readonly<Record<string, readonly { readonly role: string; readonly inDays: number }[]>> = {
  "Harbor Terrace": [{ role: "INTERVENTION", inDays: 25 }],
  "Millrace Homes": [
    { role: "SCHOOLS", inDays: 55 },
    { role: "YOUTH", inDays: 84 },
  ],
  "Tidewater Park": [{ role: "HOST", inDays: -12 }],
  Northside: [
    { role: "TRAINING", inDays: 71 },
    { role: "VP-OFFICE", inDays: -40 },
  ],
  "Foundry Row": [{ role: "YOUTH", inDays: 30 }],
};

/** Begins the partnerships of a site: agreed and active where it has come that far, in talks or open where not. */
export async function partnerSampleSite(
  site: OpenedSite,
  opening: SampleOpening,
  organizations: OrganizationsByRole,
): Promise<void> {
  const kind = { "csp-public-housing": "publicHousing", "csp-park": "park" }[site.template] ?? "neighborhood";
  const residents = await recordOrganization(opening, {
    legalName: `${site.name} Resident Council`,
    publicName: `${site.name} Resident Council`,
  });
  const holders: readonly (readonly [string, string | undefined])[] = [
    ["POLICE", organizations["POLICE"]],
    ["HOST", organizations[`HOST-${kind}`]],
    ["VP-OFFICE", organizations["VP-OFFICE"]],
    ["RESIDENTS", residents],
    ["INTERVENTION", organizations["INTERVENTION"]],
    ["TRAINING", organizations["TRAINING"]],
    ["YOUTH", organizations["YOUTH"]],
    ["SCHOOLS", organizations["SCHOOLS"]],
    ["EVALUATOR", organizations["EVALUATOR"]],
  ];
  const random = sampleRandom(`${site.name} partners`);
  for (const [role, organizationId] of holders) {
    if (organizationId === undefined) continue;
    await begin({ site, opening, role, organizationId, random });
  }
}

interface Beginning {
  readonly site: OpenedSite;
  readonly opening: SampleOpening;
  readonly role: string;
  readonly organizationId: string;
  readonly random: SampleRandom;
}

async function begin({ site, opening, role, organizationId, random }: Beginning): Promise<void> {
  const signedOn = addDays(site.launchOn, -random.between(120, 150));
  const isSigned = signedOn <= opening.today && (site.launchInDays < 0 || random.next() < 0.7);
  if (!isSigned && random.next() < 0.3) return;
  const stage = stageOf(site, isSigned, random);
  const { partnership } = await opening.person.change<{ partnership: { id: string } }>(beginPartnership, {
    jurisdictionId: site.jurisdictionId,
    siteId: site.id,
    organizationId,
    partnerRoleKey: role,
    stage,
    since: isSigned ? signedOn : addDays(opening.today, -random.between(5, 40)),
    ...(isSigned ? { agreement: agreementOf({ site, role, signedOn, today: opening.today }) } : {}),
  });
  const deliveries = {
    partnershipId: partnership.id,
    role,
    signedOn,
    random: sampleRandom(`${site.name} ${role} deliveries`),
  };
  if (stage !== "ACTIVE") return;
  await deliverSamplePledge(opening, deliveries);
  await recordSamplePapers(opening, partnership.id, role);
}

/** For how many days from today the papers of the organizations in some roles hold. */
const PAPERS: Readonly<Record<string, readonly { readonly kind: string; readonly days: number }[]>> = {
  INTERVENTION: [
    { kind: "INSURANCE", days: 210 },
    { kind: "BACKGROUND_CHECKS", days: 41 },
  ],
  YOUTH: [{ kind: "INSURANCE", days: 152 }],
};

async function recordSamplePapers(
  { person, jurisdictionId, today }: SampleOpening,
  partnershipId: string,
  role: string,
): Promise<void> {
  for (const { kind, days } of PAPERS[role] ?? []) {
    const validThrough = addDays(today, days);
    await person.change(recordCertificate, { jurisdictionId, partnershipId, kind, validThrough });
  }
}

function stageOf(site: OpenedSite, isSigned: boolean, random: SampleRandom): string {
  if (isSigned) return site.launchInDays < 0 ? "ACTIVE" : "AGREED";
  return random.next() < 0.6 ? "IN_TALKS" : "IDENTIFIED";
}

interface Signing {
  readonly site: OpenedSite;
  readonly role: string;
  readonly signedOn: PlainDate;
  readonly today: PlainDate;
}

function agreementOf({ site, role, signedOn, today }: Signing): object {
  const lapse = LAPSES[site.name]?.find((one) => one.role === role);
  const endsOn = lapse === undefined ? addMonths(signedOn, 60) : addDays(today, lapse.inDays);
  return {
    kind: role === "EVALUATOR" ? "CONTRACT" : "MEMORANDUM",
    startsOn: signedOn,
    endsOn,
    noticeDays: 30,
    renewalMonths: 24,
  };
}
