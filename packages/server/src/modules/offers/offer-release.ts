import type { Finding } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import {
  actsFor,
  findWithdrawn,
  type FleetFilter,
  requireOwnedRelease,
  sitesBelow,
} from "#server/modules/fleet/index.ts";
import { PLATFORM, write } from "#server/persistence/write.ts";

import { insertOffers } from "./offer.store.ts";

/** A release to offer to the sites below it. */
export interface OfferRelease {
  readonly idempotencyKey?: string | null;
  readonly releaseId: string;
  /** Which of the sites below it; all of them unless said. */
  readonly sites: FleetFilter;
  readonly note?: string | null;
}

export type OfferReleaseOutcome =
  | { readonly kind: "offered"; readonly offeredCount: number; readonly alreadyOfferedCount: number }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const LONGEST_NOTE = 2_000;

/** Offers a published release to the sites below it: to one, to some or to all. Each takes it in its own time. */
export async function offerRelease(ctx: RequestContext, input: OfferRelease): Promise<OfferReleaseOutcome> {
  const release = await requireOwnedRelease(ctx, input.releaseId);
  const { organizationId, stateCode } = actsFor(ctx, "release.offer", release);
  const note = input.note?.trim() ? input.note.trim() : null;
  if (note !== null && note.length > LONGEST_NOTE)
    return refused(
      "OFFER_NOTE_TOO_LONG",
      "note",
      "The note is longer than 2,000 characters. Say it more briefly.",
    );
  const withdrawn = findWithdrawn(release);
  if (withdrawn.length > 0) return { kind: "refused", findings: withdrawn };
  const sites = await sitesBelow(ctx, input.sites, release.id);
  if (sites.length === 0) {
    const message = `None of these sites is below release ${release.version}, so there is nobody to offer it to.`;
    return refused("OFFER_NO_SITE_BELOW", "sites", message);
  }
  const change = {
    useCase: "offerRelease",
    jurisdictionId: PLATFORM,
    organizationId: organizationId ?? undefined,
    stateCode: stateCode ?? undefined,
    input,
    onBrokenConstraint: { site_offer_is_open_once: lateness },
  };
  return await write<OfferReleaseOutcome>(ctx, change, async (tx) => {
    const offer = {
      releaseId: release.id,
      organizationId,
      stateCode,
      offeredBy: ctx.actor?.name ?? "",
      note,
    };
    const offeredCount = await insertOffers(tx.database, sites, offer);
    await tx.summarize({ version: release.version, offeredCount });
    return { kind: "offered", offeredCount, alreadyOfferedCount: sites.length - offeredCount };
  });
}

function lateness(): OfferReleaseOutcome {
  const message = "Somebody else offered this release just now. Load the page again to see to whom.";
  return refused("OFFER_MADE_MEANWHILE", "sites", message);
}

function refused(code: string, path: string, message: string): OfferReleaseOutcome {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}
