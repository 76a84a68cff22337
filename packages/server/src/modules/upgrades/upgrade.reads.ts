import { planDates } from "@frontstep/domain/onboarding";
import { localize } from "@frontstep/domain/shared";
import type { MergeConflict } from "@frontstep/domain/upgrades";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";

import { type ItemState, listItemStates } from "./item-states.store.ts";
import { planUpgrade, type UpgradePlan } from "./plan-upgrade.ts";
import { findContents, listReleases, type ReleaseName } from "./release-chain.store.ts";
import { planRollBack } from "./roll-back-upgrade.ts";
import { showChanges, showConflict } from "./show-upgrade.ts";
import { listUpgrades } from "./site-upgrade.store.ts";
import { countChanges } from "./upgrade-site.ts";
import { questionOf, type UpgradeDecision } from "./upgrade-decision.ts";
import { findUpgradeDraft } from "./upgrade-draft.store.ts";
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
  const [states, contents] = await Promise.all([
    listItemStates(ctx.database, siteId),
    findContents(ctx.database, [asked.from.id, asked.to.id]),
  ]);
  const incoming = contents.get(asked.to.id);
  const writer = valueWriter(ctx.language, [decided.merge.content, asked.site.content, ...contents.values()]);
  const open = new Set(decided.merge.conflicts.map(questionOf));
  return {
    siteId,
    siteName: asked.site.name,
    siteRevision: asked.site.revision,
    from: asked.from,
    to: { ...asked.to, changes: (incoming?.changes ?? []).map((change) => localize(change, ctx.language)) },
    between: asked.between.map(({ version }) => version),
    changes: showChanges(decided.merge.changes, writer),
    counts: Object.entries(countChanges(decided)).map(([kind, count]) => ({ kind, count })),
    conflicts: questions(asked, decided).map((conflict) => {
      const question = questionOf(conflict);
      const decision = decisions.find((each) => each.question === question);
      return {
        ...showConflict(conflict, { writer, content: decided.merge.release }),
        question,
        decision: decision === undefined ? null : showDecision(decision),
        isOpen: open.has(question),
      };
    }),
    lapsedDecisionCount: lapsed(decisions, questions(asked, decided)),
    checklist: showChecklist(decided, states, writer),
    isReady: decided.merge.conflicts.length === 0,
    draftRevision: draft?.revision ?? 0,
    draftUpdatedBy: draft?.updatedBy ?? null,
    draftUpdatedAt: draft?.updatedAt ?? null,
  };
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

/** The checklist as it would be, each item with the day that it has now and the one that it would have. */
function showChecklist({ merge, site }: UpgradePlan, states: readonly ItemState[], writer: ValueWriter) {
  const items = merge.content.checklistItems;
  const planned = new Map(planDates(items, site.launchOn).map(({ key, dueOn }) => [key, dueOn]));
  const former = new Map([...(merge.renames.get("checklistItems") ?? [])].map(([old, key]) => [key, old]));
  const held = new Map(states.map((state) => [state.key, state]));
  return items.map((item) => {
    const state = held.get(former.get(item.key) ?? item.key);
    const isFixed =
      state !== undefined &&
      (state.isDueSetByHand || state.status === "done" || state.status === "notApplicable");
    return {
      key: item.key,
      title: writer.title("checklistItems", item.key),
      phase: writer.title("phases", item.phase),
      isLaunchGate: item.isLaunchGate,
      isNew: state === undefined,
      status: state?.status ?? "notStarted",
      dueOnNow: state?.dueOn ?? null,
      dueOn: isFixed ? state.dueOn : (planned.get(item.key) ?? site.launchOn),
    };
  });
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
    changes: showChanges(rollBack.changes, writer),
    exceptions: rollBack.exceptions.map((conflict) => ({
      ...showConflict(conflict, { writer, content: rollBack.content }),
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

/** The releases of its template that are newer than the one a site has, newest first. */
export async function newerReleases(
  ctx: RequestContext,
  release: { readonly id: string; readonly templateId: string },
): Promise<ReleaseName[]> {
  requireActor(ctx);
  const releases = await listReleases(ctx.database, release.templateId);
  const at = releases.findIndex(({ id }) => id === release.id);
  return releases.slice(at + 1).reverse();
}
