import type { AdaptationReason } from "@frontstep/domain/sites";
import { canonicalJson, type ContentSection } from "@frontstep/domain/templates";
import type { MergeConflict, Resolution, ResolutionChoice } from "@frontstep/domain/upgrades";

import { sha256 } from "#server/modules/templates/index.ts";

/** What a person decided about one question of an upgrade, with why. */
export interface UpgradeDecision {
  readonly section: ContentSection;
  readonly key: string;
  readonly field?: string | null | undefined;
  /** Names the very question that was answered; the answer to another one is not taken for it. */
  readonly question: string;
  readonly choice: ResolutionChoice;
  readonly value?: unknown;
  readonly reasonCode?: AdaptationReason | null | undefined;
  readonly reason?: string | null | undefined;
  readonly steeringDecidedOn?: string | null | undefined;
}

/** Names a question by what it is about: where, of which kind, and the three values. */
export function questionOf({ kind, section, key, field, base, local, incoming }: MergeConflict): string {
  const about = { kind, section, key, field, base, local, incoming };
  return sha256(canonicalJson(about)).slice(0, 32);
}

/** The decision on a question, if that very question was decided. */
export function decisionOn(
  decisions: readonly UpgradeDecision[],
  conflict: MergeConflict,
): UpgradeDecision | undefined {
  const question = questionOf(conflict);
  return decisions.find((decision) => decision.question === question);
}

/** A decision as the merge takes it. */
export function resolutionOf({ choice, value }: UpgradeDecision): Resolution {
  return { choice, value };
}
