import type { RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";

import type { ItemOutcome } from "./change-item.ts";
import { requireItem } from "./checklist.reads.ts";
import { checkLabel, checkLink } from "./evidence-link.ts";
import { insertEvidence } from "./evidence.store.ts";

/** A page that shows that an item is done. */
export interface AddEvidenceLink {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly itemKey: string;
  readonly label: string;
  readonly url: string;
}

/** Adds a link that shows that an item is done. */
export async function addEvidenceLink(ctx: RequestContext, input: AddEvidenceLink): Promise<ItemOutcome> {
  const { checklist, item } = await requireItem(ctx, input, "checklist.update");
  const url = input.url.trim();
  const findings = [...checkLabel(input.label), ...checkLink(url)];
  if (findings.length > 0) return { kind: "refused", findings };
  const { siteId, itemKey } = input;
  const place = { jurisdictionId: checklist.site.jurisdictionId, siteId };
  return await write<ItemOutcome>(ctx, { useCase: "addEvidenceLink", ...place, input }, async (tx) => {
    const label = input.label.trim();
    const added = {
      id: newId(),
      itemKey,
      label,
      url,
      fileId: null,
      addedBy: ctx.actor?.name ?? "",
      addedAt: new Date(),
    };
    await insertEvidence(tx.database, place, added);
    await tx.summarize({ item: itemKey, title: item.title, label });
    return { kind: "changed", siteId, itemKey };
  });
}
