import type { TestCity } from "./city.ts";
import type { TestActor } from "./test-server.ts";

export const REFUSED = `... on PartnerChangeRefused { findings { code path } }`;
export const PARTNERSHIP = `id revision stage followingStages siteName jurisdictionName endedOn organization { id publicName }
  agreements { id revision kind startsOn endsOn noticeDays } standing { kind on daysLeft within }`;
export const ADD = `mutation ($input: AddOrganizationInput!) { addOrganization(input: $input) { __typename
  ... on OrganizationAdded { organization { id publicName formerNames isClaimed mayChange revision } }
  ... on OrganizationMaybeKnown { organizations { id publicName } } ${REFUSED} } }`;
export const CHANGE_ORGANIZATION = `mutation ($input: ChangeOrganizationInput!) { changeOrganization(input: $input) { __typename
  ... on OrganizationChanged { organization { id publicName revision mayChange } } ${REFUSED} } }`;
export const BEGIN = `mutation ($input: BeginPartnershipInput!) { beginPartnership(input: $input) { __typename
  ... on PartnershipBegun { partnership { ${PARTNERSHIP} } }
  ... on PartnershipAlreadyBegun { partnership { ${PARTNERSHIP} } } ${REFUSED} } }`;
export const CHANGE = `mutation ($input: ChangePartnershipInput!) { changePartnership(input: $input) { __typename
  ... on PartnershipChanged { partnership { ${PARTNERSHIP} } } ${REFUSED} } }`;
export const END = `mutation ($input: EndPartnershipInput!) { endPartnership(input: $input) { __typename
  ... on PartnershipEnded { partnership { ${PARTNERSHIP} } } ${REFUSED} } }`;
export const SIGN = `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { __typename
  ... on AgreementSigned { partnership { ${PARTNERSHIP} } }
  ... on AgreementOverlaps { other { id startsOn } } ${REFUSED} } }`;
export const CORRECT = `mutation ($input: CorrectAgreementInput!) { correctAgreement(input: $input) { __typename
  ... on AgreementCorrected { partnership { ${PARTNERSHIP} } }
  ... on AgreementOverlaps { other { id } } ${REFUSED} } }`;
export const PARTNERS = `query ($id: ID!) { site(id: $id) { partners {
  requiredCount heldCount gapCount lapsingCount
  roles { partnerRoleKey title requirement standing partnerships { id organization { publicName } } } } } }`;

/** A partnership as a client reads it. */
export interface Partnership {
  readonly id: string;
  readonly revision: number;
  readonly stage: string;
  readonly followingStages: readonly string[];
  readonly agreements: readonly {
    readonly id: string;
    readonly revision: number;
    readonly startsOn: string;
  }[];
  readonly standing: { readonly kind: string; readonly on: string | null; readonly daysLeft: number | null };
}

/** What became of a partnership. */
export interface Outcome {
  readonly __typename: string;
  readonly partnership: Partnership;
  readonly findings: readonly { readonly code: string }[];
}

/** The partner roles of a site. */
export interface SitePartners {
  readonly requiredCount: number;
  readonly heldCount: number;
  readonly gapCount: number;
  readonly lapsingCount: number;
  readonly roles: readonly {
    readonly partnerRoleKey: string;
    readonly title: string;
    readonly standing: string;
  }[];
}

const millisecondsPerDay = 86_400_000;

/** A day some days from today in a time zone. */
export function dayFromToday(days: number, timeZone = "America/New_York"): string {
  const instant = new Date(Date.now() + days * millisecondsPerDay);
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
}

/** Calls about the partners of one site, by its city's administrator unless said otherwise. */
export function partnerCalls(at: () => { readonly city: TestCity; readonly siteId: string }) {
  async function addOrganization(
    publicName: string,
    actor: TestActor = at().city.administrator,
  ): Promise<string> {
    const input = { jurisdictionId: at().city.jurisdictionId, legalName: `${publicName}, Inc.`, publicName };
    const { addOrganization: added } = await actor.get<{ addOrganization: { organization: { id: string } } }>(
      ADD,
      { input },
    );
    return added.organization.id;
  }

  async function begin(changes: object, actor: TestActor = at().city.administrator): Promise<Outcome> {
    const input = {
      jurisdictionId: at().city.jurisdictionId,
      siteId: at().siteId,
      partnerRoleKey: "HOST",
      stage: "IDENTIFIED",
      ...changes,
    };
    return (await actor.get<{ beginPartnership: Outcome }>(BEGIN, { input })).beginPartnership;
  }

  async function sign(
    partnershipId: string,
    startsOn: string,
    endsOn: string | null,
    actor = at().city.administrator,
  ): Promise<Outcome> {
    const input = {
      jurisdictionId: at().city.jurisdictionId,
      partnershipId,
      kind: "MEMORANDUM",
      startsOn,
      endsOn,
    };
    return (await actor.get<{ signAgreement: Outcome }>(SIGN, { input })).signAgreement;
  }

  async function partnersOf(id: string, actor: TestActor = at().city.administrator): Promise<SitePartners> {
    return (await actor.get<{ site: { partners: SitePartners } }>(PARTNERS, { id })).site.partners;
  }

  async function standingOfHost(id: string): Promise<string | undefined> {
    return (await partnersOf(id)).roles.find(({ partnerRoleKey }) => partnerRoleKey === "HOST")?.standing;
  }

  return { addOrganization, begin, partnersOf, sign, standingOfHost };
}
