import { alignDates } from "@frontstep/domain/onboarding";
import { localize, type PlainDate, todayIn } from "@frontstep/domain/shared";
import type { MergeConflict } from "@frontstep/domain/upgrades";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { hasPassedItsGates, type HeldRow, isGateHere, listHeldRows } from "#server/modules/sites/index.ts";

import { listRetiredItems } from "./item-states.store.ts";
import { planUpgrade, type UpgradePlan } from "./plan-upgrade.ts";
import { findContents, listReleases, type ReleaseName } from "./release-chain.store.ts";
import { planRollBack } from "./roll-back-upgrade.ts";
import { type PartNotes, partNotes, releaseNotes } from "./release-notes.ts";
import { NO_NOTES, showChanges, showConflict } from "./show-upgrade.ts";
import { listUpgrades } from "./site-upgrade.store.ts";
import { countChanges } from "./upgrade-site.ts";
import { questionOf, type UpgradeDecision } from "./upgrade-decision.ts";
import { findUpgradeDraft, type UpgradeDraft } from "./upgrade-draft.store.ts";
import { type ValueWriter, valueWriter } from "./value-in-words.ts";

/** Everything that an upgrade would change at a site, with the questions that somebody has to decide. */
export async function upgradePreview(
  ctx: RequestContext,
  { siteId, releaseId }: { readonly siteId: string; readonly releaseId: string },
) {
  authorize(ctx, "site.upgrade", "anywhere");
  const draft = await findUpgradeDraft(ctx.database, { siteId, releaseId });
  const decisions = draft?.decisions ?? [];
  const asked = await planUpgrade(ctx, { siteId, releaseId, decisions: [] });
  const decided = decisions.length === 0 ? asked : await planUpgrade(ctx, { siteId, releaseId, decisions });
  const [contents, hasLaunched, held] = await Promise.all([
    findContents(
      ctx.database,
      [asked.from, ...asked.between, asked.to].map(({ id }) => id),
    ),
    hasPassedItsGates(ctx.database, asked.site),
    listHeldRows(ctx.database, asked.site),
  ]);
  const { site, from, to, between } = asked;
  const ends = [from, to].flatMap(({ id }) => contents.get(id) ?? []);
  const writer = valueWriter(ctx.language, [decided.merge.content, site.content, ...ends]);
  const all = questions(asked, decided);
  const passed = [...between, to];
  const notes = partNotes(passed, contents, ctx.language);
  return {
    siteId,
    siteName: site.name,
    siteRevision: site.revision,
    from,
    to,
    notes: releaseNotes(passed, contents, ctx.language),
    changes: showChanges(decided.merge.changes, writer, notes),
    counts: Object.entries(countChanges(decided)).map(([kind, count]) => ({ kind, count })),
    conflicts: showQuestions(all, { decided, decisions, writer, notes }),
    lapsedDecisionCount: lapsed(decisions, all),
    checklist: showChecklist(decided, { held, hasLaunched }, writer),
    isReady: decided.merge.conflicts.length === 0,
    ...showDraft(draft),
  };
}

function showDraft(draft: UpgradeDraft | null) {
  return {
    draftRevision: draft?.revision ?? 0,
    draftUpdatedBy: draft?.updatedBy ?? null,
    draftUpdatedAt: draft?.updatedAt ?? null,
  };
}

interface Answered {
  readonly decided: UpgradePlan;
  readonly decisions: readonly UpgradeDecision[];
  readonly writer: ValueWriter;
  readonly notes: PartNotes;
}

function showQuestions(all: readonly MergeConflict[], { decided, decisions, writer, notes }: Answered) {
  const open = new Set(decided.merge.conflicts.map(questionOf));
  const given = new Map(decisions.map((decision) => [decision.question, showDecision(decision)]));
  return all.map((conflict) => {
    const question = questionOf(conflict);
    return {
      ...showConflict(conflict, { writer, notes, content: decided.merge.release }),
      question,
      decision: given.get(question) ?? null,
      isOpen: open.has(question),
    };
  });
}

/** Every question: those that the upgrade raises by itself, and those that only an answer to another raised. */
function questions(asked: UpgradePlan, decided: UpgradePlan): MergeConflict[] {
  const raised = new Set(asked.merge.conflicts.map(questionOf));
  const later = decided.merge.conflicts.filter((conflict) => !raised.has(questionOf(conflict)));
  return [...asked.merge.conflicts, ...later];
}

/** Decisions on questions that are not asked any longer, because the site has moved since. */
function lapsed(decisions: readonly UpgradeDecision[], conflicts: readonly MergeConflict[]): number {
  const asked = new Set(conflicts.map(questionOf));
  return decisions.filter(({ question }) => !asked.has(question)).length;
}

function showDecision({ choice, value, reasonCode, reason, steeringDecidedOn }: UpgradeDecision) {
  return {
    choice,
    value: value ?? null,
    reasonCode: reasonCode ?? null,
    reason: reason ?? null,
    steeringDecidedOn: steeringDecidedOn ?? null,
  };
}

/** What is recorded under a checklist, and whether the launch that it led to has taken place. */
interface HeldChecklist {
  readonly held: readonly HeldRow[];
  readonly hasLaunched: boolean;
}

/** The checklist as it would be, each item with the day that it has now and the one that it would have. */
function showChecklist(
  { merge, site }: UpgradePlan,
  { held: rows, hasLaunched }: HeldChecklist,
  writer: ValueWriter,
) {
  const items = merge.content.checklistItems;
  const renames = merge.renames.get("checklistItems");
  const held = rows.map((row) => ({ ...row, key: renames?.get(row.key) ?? row.key }));
  const today = todayIn(site.timeZone, new Date());
  const dates = alignDates(items, held, { launchOn: site.launchOn, today });
  const planned = new Map(dates.map(({ key, dueOn }) => [key, dueOn]));
  return items.map((item) => {
    const row = held.find(({ key }) => key === item.key);
    return {
      key: item.key,
      title: writer.title("checklistItems", item.key),
      phase: writer.title("phases", item.phase),
      isLaunchGate: isGateHere(item, { hasLaunched, held: row }),
      dueOn: planned.get(item.key) ?? site.launchOn,
      ...showState(row),
    };
  });
}

/** Where an item stands now; one that was set aside comes as a new one. */
function showState(row: HeldRow | undefined): { isNew: boolean; status: string; dueOnNow: PlainDate | null } {
  if (row === undefined || row.isLeftOut)
    return { isNew: true, status: row?.status ?? "notStarted", dueOnNow: null };
  return { isNew: false, status: row.status, dueOnNow: row.dueOn };
}

/** What taking the last upgrade back would come to; null when there is none to take back. */
export async function rollBackPreview(ctx: RequestContext, siteId: string) {
  authorize(ctx, "site.upgrade", "anywhere");
  const plan = await planRollBack(ctx, siteId);
  if (plan === null) return null;
  const { site, upgrade, rollBack, states } = plan;
  const writer = valueWriter(ctx.language, [rollBack.content, site.content, states.contentBefore]);
  return {
    siteId,
    siteName: site.name,
    siteRevision: site.revision,
    from: upgrade.toRelease.version,
    to: upgrade.fromRelease.version,
    changes: showChanges(rollBack.changes, writer, NO_NOTES),
    exceptions: rollBack.exceptions.map((conflict) => ({
      ...showConflict(conflict, { writer, content: rollBack.content, notes: NO_NOTES }),
      question: questionOf(conflict),
      decision: null,
      isOpen: false,
    })),
  };
}

/** The upgrades that a site has made, newest first. */
export async function siteUpgrades(ctx: RequestContext, siteId: string) {
  requireActor(ctx);
  if (ctx.hat !== "city") return [];
  const upgrades = await listUpgrades(ctx.database, siteId);
  return upgrades.map(({ fromRelease, toRelease, counts, ...upgrade }) => ({
    ...upgrade,
    from: fromRelease.version,
    to: toRelease.version,
    counts: Object.entries(counts).map(([kind, count]) => ({ kind, count })),
  }));
}

/** The releases of its template that are newer than the one a site has and that are offered, newest first. */
export async function newerReleases(
  ctx: RequestContext,
  release: { readonly id: string; readonly templateId: string },
): Promise<ReleaseName[]> {
  requireActor(ctx);
  const releases = await listReleases(ctx.database, release.templateId);
  const at = releases.findIndex(({ id }) => id === release.id);
  return releases
    .slice(at + 1)
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .reverse();
}

/** What was recorded under items that are off a site's checklist by now. */
export async function retiredItems(ctx: RequestContext, siteId: string) {
  requireActor(ctx);
  if (ctx.hat !== "city") return [];
  const items = await listRetiredItems(ctx.database, siteId);
  return items.map((item) => ({
    ...item,
    title: item.title === null ? item.key : localize(item.title, ctx.language),
  }));
}
