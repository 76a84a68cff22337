import type { TestActor } from "./test-server.ts";

/** A release document that a test changes before it is published. */
export interface ReleaseDocument {
  template: string;
  release: string;
  checklistItems: Part[];
  positions: Part[];
  activities: Part[];
  partnerRoles: Part[];
  trainings: Part[];
  goals: Part[];
  ownerRoles: Part[];
  phases: Part[];
  [field: string]: unknown;
}

/** A part of any section, as JSON. */
export interface Part {
  key: string;
  [field: string]: unknown;
}

/** Publishes what `change` makes of a release, as its owner: the platform's steward, or an organization's author. */
export async function publishNext(
  owner: TestActor,
  from: { readonly templateKey: string; readonly version?: string; readonly organizationId?: string },
  change: (document: ReleaseDocument) => void,
): Promise<string> {
  const { organizationId, ...wanted } = from;
  const { release } = await owner.get<{ release: { document: ReleaseDocument } }>(
    `query ($templateKey: String!, $version: String) { release(templateKey: $templateKey, version: $version) { document } }`,
    wanted,
  );
  const document = structuredClone(release.document);
  change(document);
  const { publishRelease } = await owner.get<{
    publishRelease: { release?: { id: string }; findings?: { path: string; message: string }[] };
  }>(
    `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) {
      ... on ReleasePublished { release { id } }
      ... on ReleaseUnchanged { release { id } }
      ... on ReleaseRefused { findings { path message } } } }`,
    { input: { document, organizationId } },
  );
  if (publishRelease.release === undefined)
    throw new Error(publishRelease.findings?.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return publishRelease.release.id;
}

/** The part of a section with this key. */
export function partOf(parts: readonly Part[], key: string): Part {
  const found = parts.find((part) => part.key === key);
  if (found === undefined) throw new Error(`There is no part ${key}`);
  return found;
}

const VALUES = `kind section key title field fieldLabel base local incoming`;

export const PREVIEW = `query ($siteId: ID!, $releaseId: ID!) { upgradePreview(siteId: $siteId, releaseId: $releaseId) {
  siteRevision from { version } to { version } notes { version changes } isReady draftRevision lapsedDecisionCount
  counts { kind count }
  changes { ${VALUES} merged note }
  conflicts { question ${VALUES} isCore mayKeep isOpen because note decision { choice value reason } }
  checklist { key title isNew status dueOn dueOnNow isLaunchGate } } }`;

export interface Change {
  readonly kind: string;
  readonly section: string;
  readonly key: string | null;
  readonly title: string | null;
  readonly field: string | null;
  readonly base: string | null;
  readonly local: string | null;
  readonly incoming: string | null;
  readonly merged: string | null;
  readonly note: string | null;
}

export interface Question extends Change {
  readonly question: string;
  readonly isCore: boolean;
  readonly mayKeep: boolean;
  readonly isOpen: boolean;
  readonly because: string | null;
  readonly decision: { readonly choice: string } | null;
}

export interface Preview {
  readonly siteRevision: number;
  readonly isReady: boolean;
  readonly notes: readonly { readonly version: string; readonly changes: readonly string[] }[];
  readonly draftRevision: number;
  readonly lapsedDecisionCount: number;
  readonly changes: readonly Change[];
  readonly conflicts: readonly Question[];
  readonly checklist: readonly {
    readonly key: string;
    readonly isNew: boolean;
    readonly status: string;
    readonly dueOn: string;
    readonly dueOnNow: string | null;
    readonly isLaunchGate: boolean;
  }[];
}

export async function previewOf(actor: TestActor, siteId: string, releaseId: string): Promise<Preview> {
  return (await actor.get<{ upgradePreview: Preview }>(PREVIEW, { siteId, releaseId })).upgradePreview;
}

/** A decision on a question of a preview. */
export function decide(question: Question | undefined, choice: string, more: object = {}): object {
  if (question === undefined) throw new Error("There is no such question");
  const { section, key, field, question: name } = question;
  return { section, key, field, question: name, choice, ...more };
}

export interface Upgraded {
  readonly __typename: string;
  readonly openCount?: number;
  readonly findings?: readonly { readonly code: string }[];
  readonly site?: { readonly revision: number; readonly release: { readonly version: string } };
}

export async function upgrade(
  actor: TestActor,
  input: { siteId: string; releaseId: string; expectedRevision: number; decisions?: readonly object[] },
): Promise<Upgraded> {
  const { upgradeSite } = await actor.get<{ upgradeSite: Upgraded }>(
    `mutation ($input: UpgradeSiteInput!) { upgradeSite(input: $input) { __typename
      ... on SiteUpgraded { site { revision release { version } } }
      ... on SiteUpgradeConflicted { openCount }
      ... on UpgradeRefused { findings { code path message } } } }`,
    { input: { decisions: [], ...input } },
  );
  return upgradeSite;
}
