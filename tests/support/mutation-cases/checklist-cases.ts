import { change, inDays, type MutationCase, type Stage } from "./mutation-case.ts";

const ITEM = "... on ChecklistItemChanged { item { revision evidence { id } } }";

interface Changed {
  readonly item: { readonly revision: number; readonly evidence: readonly { readonly id: string }[] };
}

interface Item {
  readonly siteId: string;
  readonly itemKey: string;
}

/** An item of a new site that waits for nothing. */
async function newItem(stage: Stage): Promise<Item> {
  return { siteId: await stage.openSite(), itemKey: "B01" };
}

async function addLink({ city }: Stage, item: Item): Promise<Changed["item"]> {
  const input = { ...item, label: "Signed memo", url: "https://example.org/memo.pdf" };
  return (await change<Changed>(city.administrator, "addEvidenceLink", { input, wanted: ITEM })).item;
}

/** An item that is done and shown, so that it can be signed off. */
async function doneItem(stage: Stage): Promise<Item & { expectedRevision: number }> {
  const item = await newItem(stage);
  const { administrator } = stage.city;
  const { revision } = await addLink(stage, item);
  const input = { ...item, expectedRevision: revision, status: "DONE" };
  const done = await change<Changed>(administrator, "changeItemStatus", { input, wanted: ITEM });
  return { ...item, expectedRevision: done.item.revision };
}

/** A call about a new item, with what is to change of it. */
function ofItem(changes: object): MutationCase {
  return {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: { ...(await newItem(stage)), ...changes } },
    }),
  };
}

/** The checklist of a site. */
export const checklistCases: Readonly<Record<string, MutationCase>> = {
  changeItemStatus: ofItem({ expectedRevision: 1, status: "IN_PROGRESS" }),
  changeItemDueDate: ofItem({ expectedRevision: 1, dueOn: inDays(30) }),
  assignItem: ofItem({ expectedRevision: 1, ownerName: "Rosa Delgado" }),
  addEvidenceLink: ofItem({ label: "Signed memo", url: "https://example.org/memo.pdf" }),
  removeEvidence: {
    prepare: async (stage) => {
      const item = await newItem(stage);
      const { evidence } = await addLink(stage, item);
      const input = { ...item, evidenceId: evidence[0]?.id };
      return { actor: stage.city.administrator, variables: { input } };
    },
  },
  signOffItem: {
    prepare: async (stage) => ({
      actor: stage.city.administrator,
      variables: { input: await doneItem(stage) },
    }),
  },
  reopenItem: {
    prepare: async (stage) => {
      const { administrator } = stage.city;
      const done = await doneItem(stage);
      const signed = await change<Changed>(administrator, "signOffItem", { input: done, wanted: ITEM });
      const reason = "The minutes were of another meeting.";
      const input = { ...done, expectedRevision: signed.item.revision, reason };
      return { actor: administrator, variables: { input } };
    },
  },
};
