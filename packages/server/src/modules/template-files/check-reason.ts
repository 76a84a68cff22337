import type { Finding } from "@frontstep/domain/shared";

const longestReason = 1000;

/** What keeps a reason from being one. */
export function checkReason(reason: string): Finding[] {
  if (reason.length > 0 && reason.length <= longestReason) return [];
  const message = "Say why, in 1 to 1,000 characters: others read it in the history.";
  return [{ code: "KEY_REASON_MISSING", severity: "error", path: "reason", message }];
}
