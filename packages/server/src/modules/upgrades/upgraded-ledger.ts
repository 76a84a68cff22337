import type { PlainDate } from "@frontstep/domain/shared";
import type { ContentParts, Renames } from "@frontstep/domain/templates";

import { keptLedger, type LedgerEntry, type LedgerSources, placeOf } from "#server/modules/sites/index.ts";

import type { UpgradeDecision } from "./upgrade-decision.ts";

/** Entries under the keys that their parts have from now on. */
export function renameEntries(entries: readonly LedgerEntry[], renames: Renames): LedgerEntry[] {
  return entries.map((entry) => ({
    ...entry,
    key: renames.get(entry.section)?.get(entry.key) ?? entry.key,
  }));
}

/** The ledger of a design after an upgrade: with what was said when its questions were decided. */
export function upgradedLedger(
  release: ContentParts,
  content: ContentParts,
  { decisions, ...sources }: LedgerSources & { readonly decisions: readonly UpgradeDecision[] },
): LedgerEntry[] {
  const decided = new Map(
    decisions.map((decision) => [placeOf({ ...decision, field: decision.field ?? undefined }), decision]),
  );
  return keptLedger(release, content, sources).map((entry) => ({
    ...entry,
    ...said(decided.get(placeOf(entry))),
  }));
}

function said(decision: UpgradeDecision | undefined): Partial<LedgerEntry> {
  const reason = decision?.reason?.trim() ?? "";
  const steering = decision?.steeringDecidedOn;
  return {
    ...(reason === "" ? {} : { reason, reasonCode: decision?.reasonCode ?? "other" }),
    ...(steering ? { steeringDecidedOn: steering as PlainDate } : {}),
  };
}
