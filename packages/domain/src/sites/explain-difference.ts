import type { Finding, PlainDate } from "../shared/index.ts";
import type { AdaptationRecord, LocalDifference } from "./adaptation.ts";

/** The fewest letters of a reason that says something. */
export const shortestReason = 10;

/** What is said about a difference, put in order, and what is wrong with it. */
export interface Explanation {
  readonly record: AdaptationRecord;
  readonly findings: readonly Finding[];
}

/**
 * Puts in order what somebody says about a difference that a site has. A reason is a sentence; the steering
 * committee cannot have decided in the future. Its day may be missing still: then it goes on being asked for.
 */
export function explainDifference(
  place: Pick<LocalDifference, "section" | "key" | "field">,
  { said, today }: { readonly said: AdaptationRecord; readonly today: PlainDate },
): Explanation {
  const path = [place.section, place.key, place.field].filter((step) => step !== undefined).join(".");
  const reason = said.reason?.trim() ?? "";
  const findings: Finding[] = [];
  if (reason.length < shortestReason) {
    const message = `Say in a sentence why "${place.key}" differs here.`;
    findings.push({ code: "ADAPTATION_REASON_MISSING", severity: "error", path, message });
  }
  if (said.steeringDecidedOn !== undefined && said.steeringDecidedOn > today) {
    const message =
      "The day of the steering committee's decision is in the future. Give the day on which it decided.";
    findings.push({ code: "ADAPTATION_STEERING_IN_FUTURE", severity: "error", path, message });
  }
  return { record: { ...said, reason }, findings };
}
