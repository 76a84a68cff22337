import { addDays, todayIn, type Finding, type PlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";

import { partnershipToChange, savePartnership } from "./change-partnership.ts";
import type { DescribedPartnership } from "./describe-partnership.ts";
import { requirePartneredSite } from "./partner.reads.ts";
import type { KeptPartnership } from "./partnership.store.ts";

export interface EndPartnership {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  /** The last day on which the organization had the role. */
  readonly endedOn: string;
  readonly idempotencyKey?: string | null;
}

export type EndPartnershipOutcome =
  | { readonly kind: "ended"; readonly partnership: DescribedPartnership }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Ends a partnership on its last day. It stays on the record; a new one may be begun. */
export async function endPartnership(
  ctx: RequestContext,
  input: EndPartnership,
): Promise<EndPartnershipOutcome> {
  const current = await partnershipToChange(ctx, input);
  const site = await requirePartneredSite(ctx, current.siteId);
  const endedOn = input.endedOn as PlainDate;
  const findings = check(current, endedOn, todayIn(site.timeZone, new Date()));
  if (findings.length > 0) return { kind: "refused", findings };
  const ended: KeptPartnership = { ...current, stage: "ended", endedOn };
  return await savePartnership(ctx, ended, {
    useCase: "endPartnership",
    input,
    kind: "ended",
    moved: { stage: "ended", since: addDays(endedOn, 1) },
  });
}

/** How far back the end of a partnership may be recorded, in days. */
const DAYS_BACK = 365 * 20;

function check(current: KeptPartnership, endedOn: PlainDate, today: PlainDate): Finding[] {
  if (current.stage === "ended")
    return [error("PARTNERSHIP_ENDED", "id", "This partnership has ended already.")];
  if (endedOn > today) {
    return [
      error(
        "PARTNERSHIP_ENDS_LATER",
        "endedOn",
        "Choose today or an earlier day: until then the partnership goes on.",
      ),
    ];
  }
  if (endedOn < addDays(today, -DAYS_BACK)) {
    return [error("PARTNERSHIP_ENDED_TOO_LONG_AGO", "endedOn", "Choose a day within the last 20 years.")];
  }
  return [];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
