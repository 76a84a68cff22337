import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { requireSite } from "#server/modules/sites/index.ts";
import { write } from "#server/persistence/write.ts";
import { notFound, requireRevision } from "#server/refusal.ts";

import { findOffer, type OfferState, saveDecline } from "./offer.store.ts";

/** An offer that a city does not take. */
export interface DeclineOffer {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly offerId: string;
  readonly expectedRevision: number;
  /** Told to whoever made the offer. */
  readonly reason: string;
}

export type DeclineOfferOutcome =
  | { readonly kind: "declined"; readonly siteId: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const SHORTEST = 3;
const LONGEST = 2_000;

/** Says no to an offer, with the reason for whoever made it. The release can still be taken later. */
export async function declineOffer(ctx: RequestContext, input: DeclineOffer): Promise<DeclineOfferOutcome> {
  const site = await requireSite(ctx, input.siteId, "site.upgrade");
  const offer = await findOffer(ctx.database, { siteId: site.id, id: input.offerId });
  if (offer === null) throw notFound("offer");
  requireRevision(offer, input.expectedRevision);
  if (offer.state !== "open") return refused("OFFER_NOT_OPEN", "offer", sentenceFor(offer.state));
  const reason = input.reason.trim();
  if (reason.length < SHORTEST || reason.length > LONGEST)
    return refused(
      "OFFER_REASON_MISSING",
      "reason",
      "Say in 3 to 2,000 characters why the site does not take it.",
    );
  const { jurisdictionId } = site;
  const change = { useCase: "declineOffer", jurisdictionId, siteId: site.id, reason, input };
  return await write<DeclineOfferOutcome>(ctx, change, async (tx) => {
    const isSaved = await saveDecline(tx.database, offer, { by: ctx.actor?.name ?? "", reason });
    requireRevision({ revision: isSaved ? offer.revision : -1 }, offer.revision);
    await tx.summarize({ version: offer.version });
    return { kind: "declined", siteId: site.id };
  });
}

function sentenceFor(state: OfferState): string {
  if (state === "withdrawn") return "Whoever made this offer has taken it back; there is nothing to decline.";
  if (state === "taken") return "The site has this release already. Roll the upgrade back instead.";
  return "This offer was declined before.";
}

function refused(code: string, path: string, message: string): DeclineOfferOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}
