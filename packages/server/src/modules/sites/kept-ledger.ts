import type { PlainDate } from "@frontstep/domain/shared";
import { ledger, type LocalDifference } from "@frontstep/domain/sites";
import type { ContentParts } from "@frontstep/domain/templates";

import { type LedgerEntry, placeOf } from "./adaptation.store.ts";

/** Where what is recorded about differences is taken from. */
export interface LedgerSources {
  /** Ledgers as they stand or stood; the first that knows a difference says what is recorded about it. */
  readonly ledgers: readonly (readonly LedgerEntry[])[];
  /** The day from which a difference counts that none of them knows. */
  readonly on: PlainDate;
}

/**
 * The ledger of a design against the release that it is on: every difference once, each with what was recorded about
 * it. A difference that the release now has itself is one no longer.
 */
export function keptLedger(
  release: ContentParts,
  content: ContentParts,
  { ledgers, on }: LedgerSources,
): LedgerEntry[] {
  const known = new Map(
    ledgers.toReversed().flatMap((entries) => entries.map((entry) => [placeOf(entry), entry] as const)),
  );
  return ledger(release, content).map((difference): LedgerEntry => ({
    ...recorded(known.get(placeOf(difference)), on),
    ...difference,
  }));
}

function recorded(entry: LedgerEntry | undefined, on: PlainDate): Omit<LedgerEntry, keyof LocalDifference> {
  if (entry === undefined) return { decidedOn: on };
  const { reasonCode, reason, decidedBy, isPlanned, isConsistent, steeringDecidedOn, decidedOn } = entry;
  return { reasonCode, reason, decidedBy, isPlanned, isConsistent, steeringDecidedOn, decidedOn };
}
