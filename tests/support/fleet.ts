import type { TestCity } from "./city.ts";
import type { TestActor, TestServer } from "./test-server.ts";
import { publishNext, type ReleaseDocument } from "./upgrade.ts";

/** A nonprofit with a template of its own, of which a release is published. */
export interface TestOwner {
  readonly organizationId: string;
  readonly author: TestActor;
  readonly templateKey: string;
  readonly releaseId: string;
  /** Publishes what `change` makes of the newest release, under the number given. */
  publish(version: string, change?: (document: ReleaseDocument) => void): Promise<string>;
}

const ADD_ORGANIZATION = `mutation ($input: AddOrganizationInput!) { addOrganization(input: $input) {
  ... on OrganizationAdded { organization { id } } ... on PartnerChangeRefused { findings { message } } } }`;

/** Makes a nonprofit and its template, which begins as a copy of the one for public housing. */
export async function makeOwner(
  server: TestServer,
  city: TestCity,
  { name, templateKey }: { readonly name: string; readonly templateKey: string },
): Promise<TestOwner> {
  const { addOrganization } = await city.administrator.get<{
    addOrganization: { organization: { id: string } };
  }>(ADD_ORGANIZATION, {
    input: { jurisdictionId: city.jurisdictionId, legalName: name, publicName: name },
  });
  const organizationId = addOrganization.organization.id;
  const author = await server.actor([{ role: "templateAuthor", organizationId }]);
  const publish = (version: string, change: (document: ReleaseDocument) => void = () => undefined) =>
    publishNext(author, { templateKey, organizationId }, (document) => {
      document.release = version;
      change(document);
    });
  const releaseId = await publishNext(
    author,
    { templateKey: "csp-public-housing", organizationId },
    (document) => {
      document.template = templateKey;
      document.release = "1.0.0";
    },
  );
  return { organizationId, author, templateKey, releaseId, publish };
}

/** One site of the fleet, as the board shows it. */
export interface FleetRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly newestVersion: string;
  readonly stage: string;
  readonly releasesBehind: number;
  readonly daysBehind: number;
  readonly isOffered: boolean;
  readonly changeCount: number | null;
  readonly questionCount: number | null;
  readonly allowsState: boolean;
  readonly allowsTemplateOwner: boolean;
  readonly next: { readonly version: string } | null;
  readonly declined: { readonly version: string; readonly reason: string } | null;
  readonly jurisdiction: { readonly name: string };
  readonly adaptations: readonly { readonly section: string; readonly count: number }[];
}

const FLEET = `query ($search: String, $templateKey: String, $jurisdictionId: ID, $stage: SiteStage, $version: String,
  $isBehind: Boolean, $sort: FleetSort, $first: Int, $after: String) {
  fleet(search: $search, templateKey: $templateKey, jurisdictionId: $jurisdictionId, stage: $stage, version: $version,
    isBehind: $isBehind, sort: $sort, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { id name version newestVersion stage releasesBehind daysBehind isOffered changeCount questionCount
      allowsState allowsTemplateOwner next { version } declined { version reason } jurisdiction { name } adaptations { section count } } } } }`;

export interface FleetPage {
  readonly totalCount: number;
  readonly rows: readonly FleetRow[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** A page of the fleet as somebody sees it. */
export async function fleetOf(actor: TestActor, variables: object = {}): Promise<FleetPage> {
  const { fleet } = await actor.get<{
    fleet: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      edges: { node: FleetRow }[];
    };
  }>(FLEET, { sort: "NAME", ...variables });
  return { totalCount: fleet.totalCount, rows: fleet.edges.map(({ node }) => node), ...fleet.pageInfo };
}

/** What a mutation of this part of the API came to. */
export interface Outcome {
  readonly __typename: string;
  readonly offeredCount?: number;
  readonly alreadyOfferedCount?: number;
  readonly withdrawnCount?: number;
  readonly declinedCount?: number;
  readonly takenCount?: number;
  readonly draftId?: string | null;
  readonly findings?: readonly { readonly code: string; readonly message: string }[];
  readonly run?: Run;
}

export interface Run {
  readonly id: string;
  readonly isFinished: boolean;
  readonly isCancelAsked: boolean;
  readonly siteCount: number;
  readonly doneCount: number;
  readonly results: readonly { readonly result: string; readonly count: number }[];
}

const RUN = "run { id isFinished isCancelAsked siteCount doneCount results { result count } }";
const WANTED: Readonly<Record<string, string>> = {
  offerRelease:
    "... on ReleaseOffered { offeredCount alreadyOfferedCount } ... on OfferRefused { findings { code message } }",
  withdrawOffers: "... on OffersWithdrawn { withdrawnCount }",
  declineOffer: "... on OfferRefused { findings { code message } }",
  decideUpgradeConsent: "",
  startUpgradeRun: `... on UpgradeRunStarted { ${RUN} } ... on UpgradeRunRefused { findings { code message } }`,
  cancelUpgradeRun: `... on UpgradeRunCancelAsked { ${RUN} }`,
  proposeAdaptation: "... on ProposalRefused { findings { code message } }",
  takeProposals:
    "... on ProposalsTaken { takenCount draftId } ... on ProposalRefused { findings { code message } }",
  declineProposals:
    "... on ProposalsDeclined { declinedCount } ... on ProposalRefused { findings { code message } }",
};

/** Calls a mutation of this part of the API; gives its outcome, or the code of the refusal as its name. */
export async function act(actor: TestActor, name: string, input: object): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await actor.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${WANTED[name] ?? ""} } }`,
    { input },
  );
  return data?.[name] ?? { __typename: errors?.[0]?.extensions?.code ?? "no answer" };
}

export interface ShownOffer {
  readonly id: string;
  readonly version: string;
  readonly offeredFor: string;
  readonly state: string;
  readonly note: string | null;
  readonly changeCount: number | null;
  readonly questionCount: number | null;
  readonly declineReason: string | null;
  readonly revision: number;
}

/** The offers of a site, newest first. */
export async function offersOf(actor: TestActor, siteId: string): Promise<readonly ShownOffer[]> {
  const { site } = await actor.get<{ site: { offers: ShownOffer[] } | null }>(
    `query ($id: ID!) { site(id: $id) { offers { id version offeredFor state note changeCount questionCount declineReason revision } } }`,
    { id: siteId },
  );
  return site?.offers ?? [];
}

/** A run as it stands. */
export async function readRun(actor: TestActor, id: string): Promise<Run> {
  const { upgradeRun } = await actor.get<{ upgradeRun: Run }>(
    `query ($id: ID!) { upgradeRun(id: $id) { id isFinished isCancelAsked siteCount doneCount results { result count } } }`,
    { id },
  );
  return upgradeRun;
}

/** How many sites of a run came to what. */
export function countsOf({ results }: Pick<Run, "results">): Record<string, number> {
  return Object.fromEntries(
    results.filter(({ count }) => count > 0).map(({ result, count }) => [result, count]),
  );
}
