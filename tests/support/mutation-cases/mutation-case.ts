import type { TestCity } from "../city.ts";
import type { TestActor, TestServer } from "../test-server.ts";

/** What the cases are played on: a server with the catalogue, a city and those who may change it. */
export interface Stage {
  readonly server: TestServer;
  readonly city: TestCity;
  readonly steward: TestActor;
  /** A site of its own for each case. */
  openSite(changes?: object): Promise<string>;
}

/** A call that must succeed. */
export interface Call {
  readonly actor: TestActor;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Waits for work that goes on after the answer. */
  readonly settled?: () => Promise<unknown>;
}

/** How one mutation is brought to a success. */
export interface MutationCase {
  /** Makes what the call is about and gives the call. */
  prepare(stage: Stage): Promise<Call>;
  /** Why a success of it leaves no change set, where that is so. */
  readonly unrecorded?: string;
  /** What the record calls it, where that is not the mutation's own name. */
  readonly recordedAs?: string;
}

/** Does something on the way to a call; gives what was wanted of the outcome. */
export async function change<T>(actor: TestActor, name: string, step: Step): Promise<T> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await actor.get<Record<string, { readonly __typename: string } & T>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${step.wanted ?? ""} } }`,
    { input: step.input },
  );
  const outcome = answer[name];
  if (outcome === undefined || REFUSED.test(outcome.__typename))
    throw new Error(`${name} came to ${JSON.stringify(answer)}`);
  return outcome;
}

interface Step {
  readonly input: object;
  readonly wanted?: string;
}

/** Outcomes in which nothing was done. */
export const REFUSED = /Refused|Conflicted|Overlaps|SlotHeld|MaybeKnown|AlreadyBegun|Unchanged/;

/** A day some days from today, by the calendar of the test's cities. */
export function inDays(days: number): string {
  const instant = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short" }).format(
    instant,
  );
}

let named = 0;
/** A name that nothing else has. */
export function newName(what: string): string {
  named += 1;
  return `${what} ${String(named)}`;
}

/** An organization that nobody here knows yet. */
export async function newOrganization({ city: { jurisdictionId, administrator } }: Stage): Promise<string> {
  const publicName = newName("Neighbors of Harborview");
  const { organization } = await change<{ organization: { id: string } }>(administrator, "addOrganization", {
    input: { jurisdictionId, legalName: `${publicName}, Inc.`, publicName, isAnotherOrganization: true },
    wanted: "... on OrganizationAdded { organization { id } }",
  });
  return organization.id;
}

/** A site that does one thing differently. */
export async function adaptedSite(
  stage: Stage,
  opening: object = {},
): Promise<{ siteId: string; adaptationId: string }> {
  const adaptation = {
    section: "POSITIONS",
    key: "OFF-GEN",
    change: "CHANGED",
    field: "count",
    value: 2,
    reasonCode: "RESOURCES",
    reason: "The city has two officers fewer this year.",
  };
  const siteId = await stage.openSite({ adaptations: [adaptation], ...opening });
  const { site } = await stage.city.administrator.get<{ site: { adaptations: { id: string }[] } }>(
    `query ($id: ID!) { site(id: $id) { adaptations { id } } }`,
    { id: siteId },
  );
  return { siteId, adaptationId: site.adaptations[0]?.id ?? "" };
}
