import type { GoalTarget, Indicator } from "@frontstep/domain/outcomes";
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

/** A target with the number that it seeks, whatever its kind calls it, and what its indicator is called. */
export type DescribedTarget = Localized<GoalTarget> & {
  readonly amount: number | null;
  readonly indicatorName: string | null;
  readonly unit: string | null;
};

/** Puts the content of a release into the reader's language; the catalog names the indicators. */
export function describeContent(
  content: ContentParts,
  { language, catalogue }: { readonly language: Language; readonly catalogue: readonly Indicator[] },
): DescribedContent {
  const { positions, goals, ...parts } = localizeContent(content, language);
  const known = localizeContent([...catalogue, ...content.indicators], language);
  const named = new Map(known.map(({ key, name, unit }) => [key, { indicatorName: name, unit }]));
  const describeTarget = (target: Localized<GoalTarget>): DescribedTarget => ({
    ...target,
    ...(named.get(target.indicator) ?? { indicatorName: null, unit: null }),
    amount: amountOf(target),
  });
  return {
    ...parts,
    positions: positions.map(({ count, ...position }) => ({
      ...position,
      seats: count === "contract" ? null : count,
    })),
    goals: goals.map(({ targets, ...goal }) => ({ ...goal, targets: targets.map(describeTarget) })),
  };
}

function amountOf(target: Localized<GoalTarget>): number | null {
  if ("points" in target) return target.points;
  if ("percent" in target) return target.percent;
  return "value" in target ? target.value : null;
}
