import { checkTrainingDay } from "@frontstep/domain/roster";
import type { Finding, PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";

import { deleteCompletion, insertCompletion } from "./officer.store.ts";
import {
  type DescribedOfficer,
  describeOfficer,
  requireOfficer,
  requireStaffedSite,
  today,
} from "./roster.reads.ts";

export interface RecordTraining {
  readonly jurisdictionId: string;
  /** The site whose design names the training. */
  readonly siteId: string;
  readonly officerId: string;
  readonly trainingKey: string;
  readonly completedOn: string;
  /** Takes a completion back that was recorded by mistake. */
  readonly isMistake?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export type RecordTrainingOutcome =
  | { readonly kind: "recorded"; readonly officer: DescribedOfficer }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Records that an officer has done a training: which one and when, without grade or remark. */
export async function recordTraining(
  ctx: RequestContext,
  input: RecordTraining,
): Promise<RecordTrainingOutcome> {
  const { jurisdictionId, siteId, officerId, trainingKey } = input;
  authorize(ctx, "roster.manage", { jurisdictionId, siteId });
  const [site, officer] = await Promise.all([
    requireStaffedSite(ctx, { jurisdictionId, id: siteId }),
    requireOfficer(ctx, jurisdictionId, officerId),
  ]);
  const completedOn = input.completedOn as PlainDate;
  const isNamed = site.trainings.some(({ key }) => key === trainingKey);
  const findings = isNamed ? checkTrainingDay(completedOn, today(site.timeZone)) : [unknownTraining];
  if (findings.length > 0) return { kind: "refused", findings };
  const change = { useCase: "recordTraining", jurisdictionId, siteId, input };
  return await write<RecordTrainingOutcome>(ctx, change, async (tx) => {
    const completion = { officerId, trainingKey, completedOn };
    if (input.isMistake) await deleteCompletion(tx.database, jurisdictionId, completion);
    else await insertCompletion(tx.database, jurisdictionId, completion);
    await tx.summarize({ training: trainingKey, completedOn, isMistake: input.isMistake === true });
    return { kind: "recorded", officer: await describeOfficer({ ...ctx, database: tx.database }, officer) };
  });
}

const unknownTraining: Finding = {
  code: "TRAINING_UNKNOWN",
  severity: "error",
  path: "trainingKey",
  message: "Choose a training that this site's design names.",
};
