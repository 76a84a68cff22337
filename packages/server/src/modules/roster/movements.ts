import { type Movement, movementsBetween } from "@frontstep/domain/roster";
import { addMonths, type PlainDate } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { ownJurisdiction } from "#server/own-jurisdiction.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { Refusal } from "#server/refusal.ts";

import { type KeptAssignment, listAssignments } from "./assignment.store.ts";
import type { DescribedAssignment } from "./describe-assignment.ts";
import { describeAssignments, today } from "./roster.reads.ts";

/** The most months between the two days. */
const MOST_MONTHS = 36;

/** A movement in the words of its sites' designs. */
export interface DescribedMovement extends Omit<Movement, "assignment" | "from"> {
  readonly id: string;
  readonly assignment: DescribedAssignment;
  readonly from: DescribedAssignment | null;
}

/** Who came, moved, was promoted, left or went on leave between two days, the latest first. */
export async function movements(
  ctx: RequestContext,
  question: { jurisdictionId?: string | null; from?: string | null; to?: string | null },
  page: { first?: number | null; after?: string | null },
): Promise<Page<DescribedMovement>> {
  const jurisdictionId = question.jurisdictionId ?? ownJurisdiction(ctx);
  authorize(ctx, "roster.read", { jurisdictionId });
  const request = pageRequest(page);
  const span = spanOf(question);
  const assignments = await listAssignments(ctx.database, { jurisdictionId, changedIn: span });
  const all = movementsBetween(assignments, span).map((one) => ({ ...one, id: idOf(one) }));
  const [lastId] = request.after ?? [];
  const start = lastId === undefined ? 0 : all.findIndex(({ id }) => id === lastId) + 1;
  const rows = await describe(ctx, all.slice(start, start + request.first + 1));
  return toPage(request, { rows, totalCount: all.length }, ({ id }) => [id]);
}

function spanOf(question: { from?: string | null; to?: string | null }) {
  const to = (question.to ?? today("UTC")) as PlainDate;
  const from = (question.from ?? addMonths(to, -12)) as PlainDate;
  if (from > to || addMonths(from, MOST_MONTHS) < to) {
    throw new Refusal(
      "BAD_INPUT",
      "Choose a last day that is not before the first, and within 36 months of it.",
    );
  }
  return { from, to };
}

function idOf({ kind, on, assignment }: Movement): string {
  return `${assignment.id}.${kind}.${on}`;
}

async function describe(
  ctx: RequestContext,
  rows: readonly (Movement<KeptAssignment> & { readonly id: string })[],
): Promise<DescribedMovement[]> {
  const named = rows.flatMap(({ assignment, from }) => (from ? [assignment, from] : [assignment]));
  const described = new Map((await describeAssignments(ctx, named)).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const assignment = described.get(row.assignment.id);
    return assignment ? [{ ...row, assignment, from: described.get(row.from?.id ?? "") ?? null }] : [];
  });
}
