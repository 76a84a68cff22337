import type { TestCity } from "./city.ts";
import type { TestActor } from "./test-server.ts";

/** A day some days from today, in the time zone of the city. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** An item of a checklist as a client reads it. */
export interface Item {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly dueOn: string;
  readonly revision: number;
  readonly isDueSetByHand: boolean;
  readonly isSignedOff: boolean;
  readonly signedOffBy: string | null;
  readonly statusReason: string | null;
  readonly doneOn: string | null;
  readonly ownerName: string | null;
  readonly gateState: string | null;
  readonly blockedBy: readonly { readonly key: string }[];
  readonly evidence: readonly {
    readonly id: string;
    readonly label: string;
    readonly url: string;
    readonly isFile: boolean;
  }[];
}

export const FIELDS = `key title status dueOn revision isDueSetByHand isSignedOff signedOffBy statusReason doneOn ownerName gateState
  blockedBy { key } evidence { id label url isFile }`;
export const OUTCOME = `... on ChecklistItemChanged { item { ${FIELDS} } } ... on ChecklistItemRefused { findings { code path } }`;

/** What became of an item. */
export interface Outcome {
  readonly item?: Item;
  readonly findings?: readonly { readonly code: string; readonly path: string }[];
}

/** Calls about the checklists of a city's sites, by its administrator unless said otherwise. */
export function checklistCalls(at: () => { readonly city: TestCity }) {
  let opened = 0;
  function openSite(launchOn = inDays(500)): Promise<string> {
    opened += 1;
    return at().city.openSite({ name: `Site ${String(opened)}`, launchOn });
  }

  async function read(siteId: string, key: string, actor = at().city.administrator): Promise<Item> {
    const { checklistItem } = await actor.get<{ checklistItem: Item }>(
      `query ($siteId: ID!, $key: String!) { checklistItem(siteId: $siteId, key: $key) { ${FIELDS} } }`,
      { siteId, key },
    );
    return checklistItem;
  }

  /** Does something with an item as it is now. */
  async function act(
    mutation: string,
    input: { siteId: string; itemKey: string },
    options: { changes?: object; actor?: TestActor } = {},
  ): Promise<Outcome> {
    const { revision } = await read(input.siteId, input.itemKey);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await (options.actor ?? at().city.administrator).get<Record<string, Outcome>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${OUTCOME} } }`,
      { input: { ...input, expectedRevision: revision, ...options.changes } },
    );
    return answer[mutation]!;
  }

  async function finish(siteId: string, itemKey: string): Promise<Outcome> {
    return await act("changeItemStatus", { siteId, itemKey }, { changes: { status: "DONE" } });
  }

  async function addLink(
    siteId: string,
    itemKey: string,
    url = "https://example.org/memo.pdf",
  ): Promise<Outcome> {
    const answer = await at().city.administrator.get<{ addEvidenceLink: Outcome }>(
      `mutation ($input: AddEvidenceLinkInput!) { addEvidenceLink(input: $input) { ${OUTCOME} } }`,
      { input: { siteId, itemKey, label: "Signed memo", url } },
    );
    return answer.addEvidenceLink;
  }

  return { act, addLink, finish, openSite, read };
}
