import type { Permission } from "@frontstep/domain/access";
import type { Finding } from "@frontstep/domain/shared";

import { type ActingContext, type RequestContext, requireActor } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { requireItem, type StandingItem } from "./checklist.reads.ts";
import { type ItemChange, updateItem } from "./checklist.store.ts";

/** Which item, and as it was read. */
export interface ItemInput {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly itemKey: string;
  readonly expectedRevision: number;
  readonly reason?: string | null;
}

export type ItemOutcome =
  | { readonly kind: "changed"; readonly siteId: string; readonly itemKey: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** One change of one item: who may make it, when it is refused, and what it sets. */
export interface ItemAct {
  readonly useCase: string;
  readonly permission: Permission;
  readonly refuse: (found: StandingItem) => readonly Finding[];
  readonly change: (found: StandingItem, ctx: ActingContext) => ItemChange;
  /** What the history says beside the item's name. */
  readonly summary?: Readonly<Record<string, unknown>>;
}

/** Changes where one item of a checklist stands, in one transaction; every such use case ends here. */
export async function changeItem(ctx: RequestContext, input: ItemInput, act: ItemAct): Promise<ItemOutcome> {
  const found = await requireItem(ctx, input, act.permission);
  requireActor(ctx);
  requireRevision(found.row, input.expectedRevision);
  const findings = act.refuse(found);
  if (findings.length > 0) return { kind: "refused", findings };
  const { siteId, itemKey } = input;
  const { jurisdictionId } = found.checklist.site;
  const reason = input.reason?.trim();
  const record = { useCase: act.useCase, jurisdictionId, siteId, input, ...(reason ? { reason } : {}) };
  const { revision } = found.row;
  return await write<ItemOutcome>(ctx, record, async (tx) => {
    const isSaved = await updateItem(tx.database, { siteId, itemKey, revision }, act.change(found, ctx));
    requireRevision({ revision: isSaved ? revision : -1 }, revision);
    await tx.summarize({ item: itemKey, title: found.item.title, ...act.summary });
    return { kind: "changed", siteId, itemKey };
  });
}
