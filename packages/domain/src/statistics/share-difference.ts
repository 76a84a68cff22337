import { usualConfidence, type Answer } from "./interval.ts";
import { wilsonInterval, type ShareOfAnswers } from "./wilson-interval.ts";

/**
 * By how much does one share differ from another, and within what range does the true difference lie?
 *
 * Formula (Newcombe's method 10), with shares p, their Wilson intervals from l to u, and d = p₁ - p₂:
 * from `d - √((p₁ - l₁)² + (u₂ - p₂)²)` to `d + √((u₁ - p₁)² + (p₂ - l₂)²)`.
 *
 * Assumes two independent simple random samples. When the same people are asked twice, or about two things, the answers
 * go together and this interval is too wide.
 *
 * Worked example: 56 of 70 against 48 of 80: 0.20, from 0.0524 to 0.3339.
 *
 * Reference: Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions",
 * Statistics in Medicine 17, 873–890.
 * @see docs/methods.md#share-difference
 */
export function shareDifference(
  first: ShareOfAnswers,
  second: ShareOfAnswers,
  confidence: number = usualConfidence,
): Answer {
  const [one, other] = [wilsonInterval(first, confidence), wilsonInterval(second, confidence)];
  if (one.kind === "cannotSay") return one;
  if (other.kind === "cannotSay") return other;
  const value = one.value - other.value;
  const down = Math.hypot(one.value - one.interval.lower, other.interval.upper - other.value);
  const up = Math.hypot(one.interval.upper - one.value, other.value - other.interval.lower);
  return { kind: "estimate", value, interval: { lower: value - down, upper: value + up } };
}
