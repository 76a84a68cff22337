import {
  gatesNowFailing,
  type GateItem,
  launchGates,
  type MovedItem,
  replan,
} from "@frontstep/domain/onboarding";
import { type Finding, parsePlainDate, plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { RequestContext } from "#server/context.ts";
import { checkLaunchDate, updateSite } from "#server/modules/sites/index.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { loadChecklist, type SiteChecklist } from "./checklist.reads.ts";
import { moveItems } from "./checklist.store.ts";

/** The launch date that a site has from now on. */
export interface ChangeLaunchDate {
  readonly idempotencyKey?: string | null;
  readonly siteId: string;
  readonly expectedRevision: number;
  readonly launchOn: string;
  readonly reason: string;
}

export type ChangeLaunchDateOutcome =
  | { readonly kind: "changed"; readonly siteId: string; readonly movedCount: number }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** What another launch date would move, and what it would leave. */
export interface LaunchDateShift {
  readonly checklist: SiteChecklist;
  readonly launchOn: PlainDate;
  readonly moved: readonly MovedItem[];
  /** Unfinished items whose day was set by hand, which stay. */
  readonly keptByHand: readonly string[];
  /** Launch gates that fail under the new date and did not before. */
  readonly gatesNowFailing: readonly string[];
  readonly gatesNoLongerFailing: readonly string[];
}

/** Works out what another launch date would move; saves nothing. */
export async function planLaunchDateShift(
  ctx: RequestContext,
  siteId: string,
  launchOn: PlainDate,
): Promise<LaunchDateShift> {
  const checklist = await loadChecklist(ctx, siteId, "site.plan");
  const { site, rows, today } = checklist;
  const plans = rows.map((row) => ({
    key: row.itemKey,
    dueOn: row.dueOn,
    status: row.status,
    isDueSetByHand: row.dueSetByHand,
  }));
  const moved = replan(site.content.checklistItems, plans, launchOn);
  const movedTo = new Map(moved.map(({ key, to }) => [key, to]));
  const gates = rows.map((row): GateItem => ({
    ...row,
    key: row.itemKey,
    isSignedOff: row.signedOffAt !== null,
  }));
  const before = launchGates(gates, site.launchOn, today);
  const after = launchGates(
    gates.map((gate) => ({ ...gate, dueOn: movedTo.get(gate.key) ?? gate.dueOn })),
    launchOn,
    today,
  );
  return {
    checklist,
    launchOn,
    moved,
    keptByHand: rows
      .filter((row) => row.dueSetByHand && row.status !== "done" && row.status !== "notApplicable")
      .map((row) => row.itemKey),
    gatesNowFailing: gatesNowFailing(before, after),
    gatesNoLongerFailing: gatesNowFailing(after, before),
  };
}

function refuse(input: ChangeLaunchDate, site: { readonly launchOn: PlainDate }): Finding[] {
  const findings = checkLaunchDate(input.launchOn);
  if (parsePlainDate(input.launchOn) === site.launchOn) {
    findings.push({
      code: "LAUNCH_DATE_UNCHANGED",
      severity: "error",
      path: "launchOn",
      message: "The site already launches on this day. Choose another.",
    });
  }
  if (input.reason.trim() === "") {
    findings.push({
      code: "LAUNCH_DATE_REASON_MISSING",
      severity: "error",
      path: "reason",
      message: "Say why the launch date changes.",
    });
  }
  return findings;
}

/** Moves a site's launch date and with it the due dates of what is unfinished. */
export async function changeLaunchDate(
  ctx: RequestContext,
  input: ChangeLaunchDate,
): Promise<ChangeLaunchDateOutcome> {
  const chosen = parsePlainDate(input.launchOn);
  const shift = await planLaunchDateShift(ctx, input.siteId, chosen ?? plainDateOf("2000-01-01"));
  const { site } = shift.checklist;
  requireRevision(site, input.expectedRevision);
  const findings = refuse(input, site);
  if (findings.length > 0) return { kind: "refused", findings };
  const { jurisdictionId } = site;
  const record = {
    useCase: "changeLaunchDate",
    jurisdictionId,
    siteId: site.id,
    reason: input.reason.trim(),
    input,
  };
  return await write<ChangeLaunchDateOutcome>(ctx, record, async (tx) => {
    const isSaved = await updateSite(tx.database, site, { launchOn: shift.launchOn });
    requireRevision({ revision: isSaved ? site.revision : -1 }, site.revision);
    await moveItems(tx.database, site.id, shift.moved);
    await tx.summarize({
      from: site.launchOn,
      to: shift.launchOn,
      movedCount: shift.moved.length,
      gatesNowFailing: shift.gatesNowFailing,
    });
    return { kind: "changed", siteId: site.id, movedCount: shift.moved.length };
  });
}
