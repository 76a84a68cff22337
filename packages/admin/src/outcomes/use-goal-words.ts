import { type IntlShape, useIntl } from "react-intl";
import { type TextOf, useText } from "#admin/i18n/use-text.ts";
import type { ToldTarget } from "./goal-card.tsx";

/** Below so many events on either side, counts are told and no percent. */
const fewEvents = 20;

interface Words {
  readonly text: TextOf;
  readonly number: (value: number) => string;
}

/** A plain sentence on where a goal stands, and one on what is sought; both from the numbers. */
export function useGoalWords(target: ToldTarget): { where: string; sought: string } {
  const text = useText();
  const intl = useIntl();
  const words = { text, number: (value: number) => written(intl, value) };
  return { where: whereItStands(target, words), sought: whatIsSought(target, words) };
}

function written(intl: IntlShape, value: number): string {
  return intl.formatNumber(value, { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 });
}

function whereItStands(target: ToldTarget, words: Words): string {
  const { text } = words;
  if (target.missing === "ANSWERS") return `${changeWords(target, words)} ${text("goals.missing.ANSWERS")}`;
  if (target.missing)
    return text(`goals.missing.${target.missing}`, {
      what: target.localNumberName ?? "",
      held: target.comparedWith ?? "",
    });
  if (typeof target.reached !== "number") {
    return text("goals.tooEarly", { months: target.latest?.months ?? 0 });
  }
  if (target.unit === "LEVEL") return levelWords(target, target.reached, words);
  return isTooFewForPercent(target) ? countWords(target, words) : changeWords(target, words);
}

function changeWords(target: ToldTarget, words: Words): string {
  const { text, number } = words;
  const unit = target.measureKind === "SHARE" ? "%" : "";
  return text(`goals.change.${target.unit}`, {
    range: rangeWords(target, target.reached ?? 0, words),
    held: target.comparedWith ?? "",
    latest: target.latest ? `${number(target.latest.value)}${unit}` : "",
  });
}

/** Percent of a handful of events says nothing: then the counts are told. */
function isTooFewForPercent({ unit, baseline, latest, measureKind }: ToldTarget): boolean {
  if (unit === "EVENTS") return true;
  if (unit === "POINTS" || measureKind !== "COUNT") return false;
  return Math.min(baseline?.value ?? fewEvents, latest?.value ?? fewEvents) < fewEvents;
}

function countWords({ baseline, latest, comparedWith }: ToldTarget, { text, number }: Words): string {
  if (!baseline || !latest) return "";
  const expected = (baseline.value / baseline.months) * latest.months;
  return text(comparedWith ? "goals.counts.compared" : "goals.counts", {
    latest: number(latest.value),
    months: latest.months,
    expected: number(expected),
    held: comparedWith ?? "",
  });
}

function levelWords(
  { reachedLower, reachedUpper, measureKind }: ToldTarget,
  reached: number,
  { text, number }: Words,
): string {
  const unit = measureKind === "SHARE" ? "%" : "";
  const level = `${number(reached)}${unit}`;
  if (typeof reachedLower !== "number" || typeof reachedUpper !== "number")
    return text("goals.level", { level });
  return text("goals.level.interval", {
    level,
    lower: `${number(reachedLower)}${unit}`,
    upper: `${number(reachedUpper)}${unit}`,
  });
}

/** "between 12% and 31% lower", "anything from 5% lower to 12% higher", "8 points higher". */
function rangeWords(
  { reachedLower, reachedUpper, unit: told }: ToldTarget,
  reached: number,
  { text, number }: Words,
): string {
  const isPoints = told === "POINTS";
  const unit = isPoints ? text("goals.range.points") : "";
  const size = (value: number) => `${number(Math.abs(value))}${isPoints ? "" : "%"}`;
  if (typeof reachedLower !== "number" || typeof reachedUpper !== "number") {
    return text(reached < 0 ? "goals.range.lower" : "goals.range.higher", { size: size(reached), unit });
  }
  const [near, far] = reachedUpper <= 0 ? [reachedUpper, reachedLower] : [reachedLower, reachedUpper];
  const range = { from: size(near), to: size(far), unit };
  if (reachedUpper <= 0) return text("goals.range.bothLower", range);
  return text(reachedLower >= 0 ? "goals.range.bothHigher" : "goals.range.either", range);
}

function whatIsSought(
  { targetKind, sought, measureKind, localNumberName }: ToldTarget,
  { text, number }: Words,
): string {
  const size = typeof sought === "number" ? number(Math.abs(sought)) : "";
  const unit = measureKind === "SHARE" ? "%" : "";
  const way = typeof sought === "number" && sought < 0 ? "lower" : "higher";
  const kind = targetKind.startsWith("changeBy") ? `${targetKind}.${way}` : targetKind;
  return text(`goals.sought.${kind}`, { size, unit, what: localNumberName ?? "" });
}
