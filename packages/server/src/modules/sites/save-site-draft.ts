import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { newId, write } from "#server/persistence/write.ts";
import { notFound, Refusal, requireRevision } from "#server/refusal.ts";

import { findDraft, insertDraft, type SiteDraft, updateDraft } from "./site-draft.store.ts";

/** A half-filled "Open a site" form. */
export interface SaveSiteDraft {
  readonly idempotencyKey?: string | null;
  /** Left out for a new one. */
  readonly id?: string | null;
  readonly expectedRevision?: number | null;
  readonly jurisdictionId: string;
  readonly form: unknown;
}

export interface SiteDraftSaved {
  readonly kind: "saved";
  readonly draft: SiteDraft;
}

const largestForm = 150_000;

/** Keeps a half-filled "Open a site" form for whoever fills it, to go on with later. */
export async function saveSiteDraft(ctx: RequestContext, input: SaveSiteDraft): Promise<SiteDraftSaved> {
  authorize(ctx, "site.open", { jurisdictionId: input.jurisdictionId });
  if (JSON.stringify(input.form).length > largestForm) {
    throw new Refusal("BAD_INPUT", "This form is too long to keep. Shorten the reasons that it gives.");
  }
  const current = input.id ? await begunDraft(ctx, input, input.id) : undefined;
  const begun = current ?? {
    jurisdictionId: input.jurisdictionId,
    id: newId(),
    accountId: ctx.actor.accountId,
    revision: 1,
  };
  // Who keeps a draft and where it belongs are settled when it is begun.
  const draft: SiteDraft = { ...begun, form: input.form, updatedAt: new Date() };
  return await write<SiteDraftSaved>(
    ctx,
    { useCase: "saveSiteDraft", jurisdictionId: draft.jurisdictionId, input },
    async (tx) => {
      if (current === undefined) {
        await insertDraft(tx.database, draft);
        return { kind: "saved", draft };
      }
      const isSaved = await updateDraft(tx.database, draft);
      requireRevision({ revision: isSaved ? draft.revision : -1 }, draft.revision);
      return { kind: "saved", draft: { ...draft, revision: draft.revision + 1 } };
    },
  );
}

async function begunDraft(ctx: ActingContext, input: SaveSiteDraft, id: string): Promise<SiteDraft> {
  const found = await findDraft(ctx.database, { accountId: ctx.actor.accountId, id });
  if (found === null) throw notFound("draft");
  requireRevision(found, input.expectedRevision ?? 0);
  return found;
}
