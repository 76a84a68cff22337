import type { Finding } from "../shared/index.ts";
import type { ItemStatus } from "./checklist.ts";

/** An item as it stands when someone wants to change its status. */
export interface ItemStanding {
  readonly key: string;
  readonly status: ItemStatus;
  readonly isLaunchGate: boolean;
  readonly isSignedOff: boolean;
  /** Keys of the unfinished items that it waits for. */
  readonly blockedBy: readonly string[];
}

function refused(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

/**
 * Why an item may not take a status; empty when it may.
 * What is signed off must be reopened first; what waits for others cannot be done;
 * `notApplicable` asks for a reason, and a launch gate is never merely set aside:
 * it is left out as an adaptation, with its reason.
 */
export function refuseStatus(item: ItemStanding, to: ItemStatus, reason: string | undefined): Finding[] {
  if (item.isSignedOff) {
    return [
      refused("CHECKLIST_SIGNED_OFF", "status", `${item.key} is signed off. Reopen it first, and say why.`),
    ];
  }
  if (to === "notApplicable" && item.isLaunchGate) {
    const message = `${item.key} is a launch gate. To go without it, record an adaptation that leaves it out.`;
    return [refused("CHECKLIST_GATE_MUST_APPLY", "status", message)];
  }
  if (to === "notApplicable" && (reason ?? "").trim() === "") {
    return [
      refused("CHECKLIST_REASON_MISSING", "reason", `Say why ${item.key} does not apply at this site.`),
    ];
  }
  if (to === "done" && item.blockedBy.length > 0) {
    const message = `${item.key} waits for ${item.blockedBy.join(", ")}. Finish those first, or mark them not applicable.`;
    return [refused("CHECKLIST_BLOCKED", "status", message)];
  }
  return [];
}

/** Why an item may not be signed off; empty when it may. Only what is done is signed off, and a gate needs evidence. */
export function refuseSignOff(item: ItemStanding, evidenceCount: number): Finding[] {
  if (item.isSignedOff)
    return [refused("CHECKLIST_SIGNED_OFF", "status", `${item.key} is already signed off.`)];
  if (item.status !== "done") {
    return [refused("CHECKLIST_NOT_DONE", "status", `Mark ${item.key} as done before you sign it off.`)];
  }
  if (item.isLaunchGate && evidenceCount === 0) {
    const message = `${item.key} is a launch gate. Add a link or a file that shows it was done before you sign it off.`;
    return [refused("CHECKLIST_EVIDENCE_MISSING", "evidence", message)];
  }
  return [];
}
