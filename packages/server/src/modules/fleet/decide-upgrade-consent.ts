import { authorize, type RequestContext } from "#server/context.ts";
import { requireJurisdiction } from "#server/modules/jurisdictions/index.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { findConsent, saveConsent, type UpgradeConsent } from "./consent.store.ts";

/** Whom a city lets upgrade its sites from now on. */
export interface DecideUpgradeConsent {
  readonly idempotencyKey?: string | null;
  readonly jurisdictionId: string;
  /** 0 while nothing was decided. */
  readonly expectedRevision: number;
  readonly allowsState: boolean;
  readonly allowsTemplateOwner: boolean;
}

export interface UpgradeConsentDecided {
  readonly kind: "decided";
  readonly jurisdictionId: string;
}

/** Decides whether the state and the template's owner may upgrade a city's sites when nothing needs a decision. */
export async function decideUpgradeConsent(
  ctx: RequestContext,
  input: DecideUpgradeConsent,
): Promise<UpgradeConsentDecided> {
  const { jurisdictionId, allowsState, allowsTemplateOwner } = input;
  authorize(ctx, "upgrade.consent", { jurisdictionId });
  await requireJurisdiction(ctx, jurisdictionId);
  const held = await findConsent(ctx.database, jurisdictionId);
  requireRevision(held, input.expectedRevision);
  const change = { useCase: "decideUpgradeConsent", jurisdictionId, input };
  return await write<UpgradeConsentDecided>(ctx, change, async (tx) => {
    const decided = { jurisdictionId, allowsState, allowsTemplateOwner, decidedBy: ctx.actor.name };
    const isSaved = await saveConsent(tx.database, { ...decided, revision: held.revision });
    requireRevision({ revision: isSaved ? held.revision : -1 }, held.revision);
    await tx.summarize({ allowsState, allowsTemplateOwner });
    return { kind: "decided", jurisdictionId };
  });
}

/** What a city decided, for its own people. */
export async function upgradeConsent(ctx: RequestContext, jurisdictionId: string): Promise<UpgradeConsent> {
  authorize(ctx, "fleet.read", { jurisdictionId });
  return await findConsent(ctx.database, jurisdictionId);
}
