import type { TestActor } from "./test-server.ts";

/** A draft as its authors see it, without its longest lists. */
export interface ShownDraft {
  readonly id: string;
  readonly revision: number;
  readonly templateKey: string;
  readonly newestVersion: string | null;
  readonly proposedVersion: string;
  readonly level: string;
  readonly updatedBy: string;
  readonly document: DraftDocument;
  readonly changes: readonly {
    readonly section: string;
    readonly key: string;
    readonly was: string | null;
    readonly kind: string;
    readonly level: string;
    readonly title: string;
    readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  }[];
  readonly reordered: readonly string[];
  readonly findings: readonly Said[];
  readonly releaseFindings: readonly Said[];
}

export interface Said {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

interface DraftPart {
  readonly key: string;
  readonly [field: string]: unknown;
}

export interface DraftDocument {
  readonly release: string;
  readonly checklistItems: readonly DraftPart[];
  readonly positions: readonly DraftPart[];
  readonly goals: readonly DraftPart[];
  readonly activities: readonly DraftPart[];
  readonly phases: readonly DraftPart[];
  readonly coreComponents: readonly DraftPart[];
  readonly changeNotes?: readonly object[];
}

const DRAFT = `id revision templateKey newestVersion proposedVersion level updatedBy document reordered
  changes { section key was kind level title fields { label before after } }
  findings { code path message } releaseFindings { code path message }`;
const FINDINGS = "findings { code path message }";

/** What a mutation of drafts came to; the code of the refusal as its name when it was refused. */
export interface DraftOutcome {
  readonly __typename: string;
  readonly draft?: ShownDraft;
  readonly conflicts?: readonly {
    readonly kind: string;
    readonly edit: number;
    readonly section: string | null;
    readonly key: string | null;
    readonly field: string | null;
    readonly theirs: unknown;
    readonly yours: unknown;
  }[];
  readonly findings?: readonly Said[];
  readonly release?: {
    readonly id: string;
    readonly version: string;
    readonly publishedBy: string;
    readonly changes: readonly string[];
  };
}

const WANTED: Readonly<Record<string, string>> = {
  startTemplateDraft: `... on TemplateDraftStarted { draft { ${DRAFT} } } ... on TemplateDraftRefused { ${FINDINGS} }`,
  changeTemplateDraft: `... on TemplateDraftChanged { draft { ${DRAFT} }
    conflicts { kind edit section key field theirs yours } } ... on TemplateDraftRefused { ${FINDINGS} }`,
  discardTemplateDraft: "... on TemplateDraftDiscarded { templateKey }",
  publishTemplateDraft: `... on ReleasePublished { release { id version publishedBy changes } }
    ... on ReleaseRefused { ${FINDINGS} }`,
};

/** Calls a mutation of drafts. */
export async function actOnDraft(actor: TestActor, name: string, input: object): Promise<DraftOutcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await actor.ask<Record<string, DraftOutcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${WANTED[name] ?? ""} } }`,
    { input },
  );
  return data?.[name] ?? { __typename: errors?.[0]?.extensions?.code ?? JSON.stringify(errors) };
}

/** The draft that a call began or changed. */
export async function draftAfter(actor: TestActor, name: string, input: object): Promise<ShownDraft> {
  const outcome = await actOnDraft(actor, name, input);
  if (outcome.draft === undefined) throw new Error(`${name} came to ${JSON.stringify(outcome)}`);
  return outcome.draft;
}

/** A draft as it is now. */
export async function readDraft(actor: TestActor, id: string | null | undefined): Promise<ShownDraft> {
  const { templateDraft } = await actor.get<{ templateDraft: ShownDraft }>(
    `query ($id: ID!) { templateDraft(id: $id) { ${DRAFT} } }`,
    { id },
  );
  return templateDraft;
}

/** Makes changes in a draft that nothing stands against. */
export async function edit(actor: TestActor, draftId: string, edits: readonly object[]): Promise<ShownDraft> {
  const outcome = await actOnDraft(actor, "changeTemplateDraft", { draftId, edits });
  if (outcome.draft === undefined || (outcome.conflicts?.length ?? 0) > 0)
    throw new Error(`The changes came to ${JSON.stringify({ ...outcome, draft: undefined })}`);
  return outcome.draft;
}

/** An edit of a field of a part, by somebody who sees the draft as it is given. */
export function set(
  { document }: ShownDraft,
  place: string,
  value: unknown,
): { readonly kind: string; readonly seen: unknown; readonly value: unknown } {
  const [section = "", key = "", field = ""] = place.split(".");
  const parts = document[section as "positions"];
  const part = parts.find((held) => held.key === key);
  if (part === undefined) throw new Error(`There is no ${place}`);
  return { kind: "SET", section, key, field, seen: part[field] ?? null, value } as never;
}
