import { checkOfficer } from "@frontstep/domain/roster";
import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { write } from "#server/persistence/write.ts";
import { requireRevision } from "#server/refusal.ts";

import { type OfficerDescription, tidied } from "./add-officer.ts";
import { updateOfficer } from "./officer.store.ts";
import { type DescribedOfficer, describeOfficer, requireOfficer } from "./roster.reads.ts";

export interface ChangeOfficer extends OfficerDescription {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly expectedRevision: number;
  /** Whether name, rank and languages may be shown to the public. */
  readonly isPublished: boolean;
  readonly idempotencyKey?: string | null;
}

export type ChangeOfficerOutcome =
  | { readonly kind: "changed"; readonly officer: DescribedOfficer }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Changes what is kept about a person: name, rank, languages, and whether these may be public. */
export async function changeOfficer(
  ctx: RequestContext,
  input: ChangeOfficer,
): Promise<ChangeOfficerOutcome> {
  const { jurisdictionId } = input;
  authorize(ctx, "roster.manage", { jurisdictionId });
  const described = tidied(input);
  const findings = checkOfficer(described);
  if (findings.length > 0) return { kind: "refused", findings };
  const current = await requireOfficer(ctx, jurisdictionId, input.id);
  requireRevision(current, input.expectedRevision);
  const change = { useCase: "changeOfficer", jurisdictionId, input };
  return await write<ChangeOfficerOutcome>(ctx, change, async (tx) => {
    const changed = { ...current, ...described, isPublished: input.isPublished };
    const done = await updateOfficer(tx.database, changed);
    requireRevision({ revision: done ? current.revision : -1 }, current.revision);
    const inside = { ...ctx, database: tx.database };
    return {
      kind: "changed",
      officer: await describeOfficer(inside, { ...changed, revision: current.revision + 1 }),
    };
  });
}
