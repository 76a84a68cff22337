import type { ComponentRating, CoreComponent, Rater } from "@frontstep/domain/fidelity";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** A rating as it is kept, with the word about why it differs from another rater's. */
export interface KeptRating extends ComponentRating {
  readonly differenceReason?: string | undefined;
}

/** A review as it is kept. */
export interface KeptReview {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly id: string;
  readonly releaseId: string;
  readonly version: string;
  readonly rater: Rater;
  readonly ratedBy: string;
  readonly reviewedOn: PlainDate;
  readonly ratings: readonly KeptRating[];
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly withdrawal: { readonly at: Date; readonly by: string; readonly reason: string } | null;
  readonly revision: number;
}

const COLUMNS = {
  jurisdictionId: true,
  siteId: true,
  id: true,
  releaseId: true,
  rater: true,
  ratedBy: true,
  reviewedOn: true,
  ratings: true,
  organizationId: true,
  recordedBy: true,
  recordedAt: true,
  withdrawnAt: true,
  withdrawnBy: true,
  withdrawReason: true,
  revision: true,
  release: { select: { version: true } },
  organization: { select: { publicName: true } },
} as const;

interface Row {
  readonly reviewedOn: Date;
  readonly rater: string;
  readonly ratings: unknown;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawReason: string | null;
  readonly release: { readonly version: string };
  readonly organization: { readonly publicName: string } | null;
}

type Columns = Omit<
  KeptReview,
  "version" | "rater" | "reviewedOn" | "ratings" | "organizationName" | "withdrawal"
>;

function kept(row: Row & Columns): KeptReview {
  const { release, organization, withdrawnAt, withdrawnBy, withdrawReason, ...columns } = row;
  return {
    ...columns,
    version: release.version,
    organizationName: organization?.publicName ?? null,
    rater: row.rater as Rater,
    reviewedOn: plainDateOf(row.reviewedOn.toISOString().slice(0, 10)),
    ratings: row.ratings as KeptRating[],
    withdrawal:
      withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? "", reason: withdrawReason ?? "" },
  };
}

/** The most reviews of a site that are looked at together: many times what five years hold. */
const MOST_REVIEWS = 200;

/** The reviews of a site, the latest first, those taken back too. */
export async function listReviews(database: Reader, siteId: string): Promise<KeptReview[]> {
  const rows = await database.fidelityReview.findMany({
    where: { siteId },
    orderBy: [{ reviewedOn: "desc" }, { id: "desc" }],
    take: MOST_REVIEWS,
    select: COLUMNS,
  });
  return rows.map(kept);
}

/** Of each of some sites the newest review of each kind that counts. */
export async function listLatestReviews(database: Reader, siteIds: readonly string[]): Promise<KeptReview[]> {
  if (siteIds.length === 0) return [];
  const latest = await database.$queryRaw<{ id: string }[]>`
    select distinct on (site_id, rater) id from fidelity_review
    where site_id = any (${[...siteIds]}::uuid[]) and withdrawn_at is null
    order by site_id, rater, reviewed_on desc, id desc`;
  const rows = await database.fidelityReview.findMany({
    where: { siteId: { in: [...siteIds] }, id: { in: latest.map(({ id }) => id) } },
    orderBy: [{ reviewedOn: "desc" }, { id: "desc" }],
    select: COLUMNS,
  });
  return rows.map(kept);
}

export async function findReview(database: Reader, siteId: string, id: string): Promise<KeptReview | null> {
  const row = await database.fidelityReview.findFirst({ where: { siteId, id }, select: COLUMNS });
  return row === null ? null : kept(row);
}

/** What somebody says of a review. */
export type ReviewColumns = Pick<KeptReview, "ratedBy" | "reviewedOn" | "ratings">;

function written({ ratedBy, reviewedOn, ratings }: ReviewColumns) {
  return {
    ratedBy,
    reviewedOn: new Date(reviewedOn),
    ratings: ratings.map((rating) => ({ ...rating })) as object,
  };
}

export async function insertReview(
  database: Reader,
  review: ReviewColumns &
    Pick<
      KeptReview,
      "jurisdictionId" | "siteId" | "id" | "releaseId" | "rater" | "organizationId" | "recordedBy"
    >,
): Promise<void> {
  const { jurisdictionId, siteId, id, releaseId, rater, organizationId, recordedBy } = review;
  await database.fidelityReview.createMany({
    data: [{ jurisdictionId, siteId, id, releaseId, rater, organizationId, recordedBy, ...written(review) }],
  });
}

type OfReview = Pick<KeptReview, "jurisdictionId" | "siteId" | "id" | "revision">;

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateReview(
  database: Reader,
  { jurisdictionId, siteId, id, revision }: OfReview,
  changed: ReviewColumns | { readonly withdrawnBy: string; readonly withdrawReason: string },
): Promise<boolean> {
  const columns = "ratings" in changed ? written(changed) : { ...changed, withdrawnAt: new Date() };
  const { count } = await database.fidelityReview.updateMany({
    where: { jurisdictionId, siteId, id, revision, withdrawnAt: null },
    data: { ...columns, revision: revision + 1 },
  });
  return count === 1;
}

/** The core components of some releases, by release. */
export async function listComponents(
  database: Reader,
  releaseIds: readonly string[],
): Promise<Map<string, readonly CoreComponent[]>> {
  if (releaseIds.length === 0) return new Map();
  const rows = await database.$queryRaw<{ id: string; components: CoreComponent[] }[]>`
    select id, coalesce(content -> 'coreComponents', '[]') as components
    from release where id = any (${[...new Set(releaseIds)]}::uuid[])`;
  return new Map(rows.map(({ id, components }) => [id, components]));
}

/** The organization of the reader that works with a site; null when none does. */
export async function findOrganizationAt(database: Reader, siteId: string): Promise<string | null> {
  const row = await database.partnership.findFirst({
    where: { siteId, stage: { not: "ended" } },
    orderBy: { id: "asc" },
    select: { organizationId: true },
  });
  return row?.organizationId ?? null;
}
