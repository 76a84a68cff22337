import type { GoalTarget } from "@frontstep/domain/outcomes";
import type { Language } from "@frontstep/domain/shared";
import type { ContentParts } from "@frontstep/domain/templates";

import { localizeContent, type Localized } from "./localize-content.ts";

type LocalizedParts = Localized<ContentParts>;

/** The content of a release in one language, with seats and targets as plain numbers. */
export type DescribedContent = Omit<LocalizedParts, "positions" | "goals"> & {
  readonly positions: readonly (Omit<LocalizedParts["positions"][number], "count"> & {
    readonly seats: number | null;
  })[];
  readonly goals: readonly (Omit<LocalizedParts["goals"][number], "targets"> & {
    readonly targets: readonly DescribedTarget[];
  })[];
};

/** A target with the number that it seeks, whatever its kind calls it. */
export type DescribedTarget = Localized<GoalTarget> & { readonly amount: number | null };

/** Puts the content of a release into the reader's language. */
export function describeContent(content: ContentParts, language: Language): DescribedContent {
  const { positions, goals, ...parts } = localizeContent(content, language);
  return {
    ...parts,
    positions: positions.map(({ count, ...position }) => ({
      ...position,
      seats: count === "contract" ? null : count,
    })),
    goals: goals.map(({ targets, ...goal }) => ({ ...goal, targets: targets.map(describeTarget) })),
  };
}

function describeTarget(target: Localized<GoalTarget>): DescribedTarget {
  return { ...target, amount: amountOf(target) };
}

function amountOf(target: Localized<GoalTarget>): number | null {
  if ("points" in target) return target.points;
  if ("percent" in target) return target.percent;
  return "value" in target ? target.value : null;
}
