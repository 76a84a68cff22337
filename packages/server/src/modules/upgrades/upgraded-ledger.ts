import type { PlainDate } from "@frontstep/domain/shared";
import { ledger, type LocalDifference } from "@frontstep/domain/sites";
import type { ContentParts, Renames } from "@frontstep/domain/templates";

import { type LedgerEntry, placeOf } from "#server/modules/sites/index.ts";

import type { UpgradeDecision } from "./upgrade-decision.ts";

/** Where what is recorded about differences is taken from, the first that has it. */
export interface LedgerSources {
  readonly decisions: readonly UpgradeDecision[];
  /** Ledgers as they stand or stood, under the keys of the new design. */
  readonly ledgers: readonly (readonly LedgerEntry[])[];
  readonly on: PlainDate;
}

/** Entries under the keys that their parts have from now on. */
export function renameEntries(entries: readonly LedgerEntry[], renames: Renames): LedgerEntry[] {
  return entries.map((entry) => ({
    ...entry,
    key: renames.get(entry.section)?.get(entry.key) ?? entry.key,
  }));
}

/**
 * The ledger of a design against the release that it is on: every difference once, each with what was recorded about
 * it. A difference that the release now has itself is one no longer.
 */
export function upgradedLedger(
  release: ContentParts,
  content: ContentParts,
  { decisions, ledgers, on }: LedgerSources,
): LedgerEntry[] {
  const known = new Map(
    ledgers.toReversed().flatMap((entries) => entries.map((entry) => [placeOf(entry), entry])),
  );
  const decided = new Map(
    decisions.map((decision) => [placeOf({ ...decision, field: decision.field ?? undefined }), decision]),
  );
  return ledger(release, content).map((difference): LedgerEntry => {
    const place = placeOf(difference);
    return { ...recorded(known.get(place), on), ...said(decided.get(place)), ...difference };
  });
}

type Recorded = Omit<LedgerEntry, keyof LocalDifference>;

function recorded(entry: LedgerEntry | undefined, on: PlainDate): Recorded {
  if (entry === undefined) return { decidedOn: on };
  const { reasonCode, reason, decidedBy, isPlanned, isConsistent, steeringDecidedOn, decidedOn } = entry;
  return { reasonCode, reason, decidedBy, isPlanned, isConsistent, steeringDecidedOn, decidedOn };
}

function said(decision: UpgradeDecision | undefined): Partial<Recorded> {
  const reason = decision?.reason?.trim() ?? "";
  const steering = decision?.steeringDecidedOn;
  return {
    ...(reason === "" ? {} : { reason, reasonCode: decision?.reasonCode ?? "other" }),
    ...(steering ? { steeringDecidedOn: steering as PlainDate } : {}),
  };
}
