import {
  checkStageDay,
  followingStages,
  type PartnershipStage,
  type StageSince,
} from "@frontstep/domain/partners";
import { type Finding, type PlainDate, todayIn } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { checkDeliverable, tidiedDeliverable } from "./check-partnership.ts";
import type { DescribedPartnership } from "./describe-partnership.ts";
import { currentPartnership, requirePartneredSite, requirePartnership } from "./partner.reads.ts";
import { recordStage } from "./partnership-terms.store.ts";
import { type KeptPartnership, updatePartnership } from "./partnership.store.ts";

export interface ChangePartnership {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  readonly stage: PartnershipStage;
  /** The first day of the stage; today at the site unless said. */
  readonly since?: string | null;
  readonly deliverable?: string | null;
  readonly idempotencyKey?: string | null;
}

export type ChangePartnershipOutcome =
  | { readonly kind: "changed"; readonly partnership: DescribedPartnership }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Moves a partnership to another stage, or says anew what the organization brings. */
export async function changePartnership(
  ctx: RequestContext,
  input: ChangePartnership,
): Promise<ChangePartnershipOutcome> {
  const current = await partnershipToChange(ctx, input);
  const { stage } = input;
  const isMoved = stage !== current.stage;
  const { timeZone } = await requirePartneredSite(ctx, current.siteId);
  const today = todayIn(timeZone, new Date());
  const since = (input.since as PlainDate | null | undefined) ?? today;
  const findings = [
    ...checkStage(current, stage),
    ...(isMoved ? checkStageDay(current.stages, since, today) : []),
    ...checkDeliverable(input.deliverable),
  ];
  if (findings.length > 0) return { kind: "refused", findings };
  const changed = { ...current, stage, deliverable: tidiedDeliverable(input.deliverable) };
  return await savePartnership(ctx, changed, {
    useCase: "changePartnership",
    input,
    kind: "changed",
    moved: isMoved ? { stage, since } : undefined,
  });
}

function checkStage(current: KeptPartnership, stage: PartnershipStage): Finding[] {
  if (stage === "ended") {
    return [
      {
        code: "STAGE_ENDED",
        severity: "error",
        path: "stage",
        message: "End the partnership with its last day instead.",
      },
    ];
  }
  if (stage === current.stage || followingStages(current.stage).includes(stage)) return [];
  const message =
    current.stage === "ended"
      ? "This partnership has ended. Begin a new one."
      : "Choose a stage that can follow the present one.";
  return [{ code: "STAGE_CANNOT_FOLLOW", severity: "error", path: "stage", message }];
}

/** A partnership that the actor may change, at the revision that was read. */
export async function partnershipToChange(
  ctx: RequestContext,
  { jurisdictionId, id, expectedRevision }: { jurisdictionId: string; id: string; expectedRevision: number },
): Promise<KeptPartnership> {
  const current = await requirePartnership(ctx, jurisdictionId, { id });
  authorize(ctx, "partner.manage", { jurisdictionId, siteId: current.siteId });
  requireRevision(current, expectedRevision);
  return current;
}

interface Saving<Kind extends string> {
  readonly useCase: string;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly kind: Kind;
  /** The stage into which it moves. */
  readonly moved: StageSince | undefined;
}

/** Saves a partnership over the revision that was read. */
export async function savePartnership<Kind extends string>(
  ctx: RequestContext,
  changed: KeptPartnership,
  { useCase, input, kind, moved }: Saving<Kind>,
): Promise<{ readonly kind: Kind; readonly partnership: DescribedPartnership }> {
  const { jurisdictionId, siteId, organization, revision } = changed;
  const change = { useCase, jurisdictionId, siteId, organizationId: organization.id, input };
  return await write<{ kind: Kind; partnership: DescribedPartnership }>(ctx, change, async (tx) => {
    const done = await updatePartnership(tx.database, changed);
    requireRevision({ revision: done ? revision : -1 }, revision);
    if (moved) await recordStage(tx.database, changed, moved);
    await tx.summarize({
      organization: organization.publicName,
      role: changed.partnerRoleKey,
      stage: changed.stage,
    });
    const inside = { ...ctx, database: tx.database };
    return { kind, partnership: await currentPartnership(inside, jurisdictionId, changed.id) };
  });
}
