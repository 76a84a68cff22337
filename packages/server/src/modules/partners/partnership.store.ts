import type {
  Agreement,
  AgreementKind,
  Certificate,
  CertificateKind,
  Partnership,
  PartnershipStage,
  StageSince,
} from "@frontstep/domain/partners";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

import { type Organization, ORGANIZATION_COLUMNS } from "./organization.store.ts";

/** An agreement as it is kept. */
export interface KeptAgreement extends Agreement {
  readonly id: string;
  readonly revision: number;
}

/** A partnership as it is kept, with its organization and what was signed. */
export interface KeptPartnership extends Partnership {
  readonly jurisdictionId: string;
  readonly organization: Organization;
  readonly agreements: readonly KeptAgreement[];
  readonly deliverable: string | null;
  readonly endedOn: PlainDate | null;
  /** The stages it was in, the latest first; those from before days were recorded are not known. */
  readonly stages: readonly StageSince[];
  readonly certificates: readonly Certificate[];
  readonly revision: number;
}

/** The most partnerships that are looked at together. */
const MOST_PARTNERSHIPS = 5_000;

const COLUMNS = {
  jurisdictionId: true,
  id: true,
  siteId: true,
  organizationId: true,
  partnerRoleKey: true,
  stage: true,
  deliverable: true,
  endedOn: true,
  revision: true,
  organization: { select: ORGANIZATION_COLUMNS },
  agreements: {
    select: {
      id: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      noticeDays: true,
      renewalMonths: true,
      revision: true,
    },
    orderBy: { startsOn: "desc" },
  },
  stages: { select: { stage: true, since: true }, orderBy: { since: "desc" } },
  certificates: { select: { kind: true, validThrough: true }, orderBy: { validThrough: "desc" } },
} as const;

interface Row extends Omit<KeptPartnership, "stage" | "endedOn" | "agreements" | "stages" | "certificates"> {
  readonly stage: string;
  readonly endedOn: Date | null;
  readonly agreements: readonly {
    readonly id: string;
    readonly kind: string;
    readonly startsOn: Date;
    readonly endsOn: Date | null;
    readonly noticeDays: number | null;
    readonly renewalMonths: number | null;
    readonly revision: number;
  }[];
  readonly stages: readonly { readonly stage: string; readonly since: Date }[];
  readonly certificates: readonly { readonly kind: string; readonly validThrough: Date }[];
}

/** A partnership by its own id or by that of one of its agreements. */
export async function findPartnership(
  database: Reader,
  jurisdictionId: string,
  by: { readonly id: string } | { readonly agreementId: string },
): Promise<KeptPartnership | null> {
  const where = "id" in by ? { id: by.id } : { agreements: { some: { id: by.agreementId } } };
  const row = await database.partnership.findFirst({ where: { jurisdictionId, ...where }, select: COLUMNS });
  return row === null ? null : kept(row);
}

/** The partnerships of some sites, or those with some ids. */
export async function listPartnerships(
  database: Reader,
  wanted: { readonly siteIds: readonly string[] } | { readonly ids: readonly string[] },
): Promise<KeptPartnership[]> {
  const where = "ids" in wanted ? { id: { in: [...wanted.ids] } } : { siteId: { in: [...wanted.siteIds] } };
  const rows = await database.partnership.findMany({
    where,
    orderBy: [{ organization: { publicName: "asc" } }, { id: "asc" }],
    take: MOST_PARTNERSHIPS,
    select: COLUMNS,
  });
  return rows.map(kept);
}

function kept(row: Row): KeptPartnership {
  return {
    ...row,
    stage: row.stage as PartnershipStage,
    endedOn: row.endedOn === null ? null : dayOf(row.endedOn),
    agreements: row.agreements.map((agreement) => ({
      ...agreement,
      kind: agreement.kind as AgreementKind,
      startsOn: dayOf(agreement.startsOn),
      endsOn: agreement.endsOn === null ? null : dayOf(agreement.endsOn),
    })),
    stages: row.stages.map(({ stage, since }) => ({ stage: stage as PartnershipStage, since: dayOf(since) })),
    certificates: row.certificates.map(({ kind, validThrough }) => ({
      kind: kind as CertificateKind,
      validThrough: dayOf(validThrough),
    })),
  };
}

function dayOf(date: Date): PlainDate {
  return plainDateOf(date.toISOString().slice(0, 10));
}

/** Which partnerships are wanted. */
export interface PartnershipFilter {
  readonly jurisdictionId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  /** Those whose last agreement ends within this many days of today at the site, or has ended. */
  readonly lapsesWithinDays?: number | null | undefined;
  readonly includesEnded?: boolean | null | undefined;
}

/** A partnership's place in the list: by the day its last agreement ends, without an end last. */
export interface ListedKey {
  readonly id: string;
  readonly lapsesOn: string;
}

/** One key more than the page asks for, the nearest lapse first, with the number of all. */
export async function listPartnershipKeys(
  database: Reader,
  filter: PartnershipFilter,
  page: PageRequest,
): Promise<{ rows: ListedKey[]; totalCount: number }> {
  const { jurisdictionId = null, organizationId = null, lapsesWithinDays = null } = filter;
  const [afterDay = null, afterId = null] = page.after ?? [];
  const now = new Date().toISOString();
  const rows = await database.$queryRaw<(ListedKey & { total: number })[]>`
    with wanted as (
        select p.id, coalesce(last_agreement.ends_on, date '9999-12-31')::text as lapses_on
        from partnership p
        join site s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.site_id
        left join lateral (
            select a.ends_on from agreement a
            where a.jurisdiction_id = p.jurisdiction_id and a.partnership_id = p.id
            order by a.starts_on desc limit 1
        ) last_agreement on true
        where (${jurisdictionId}::uuid is null or p.jurisdiction_id = ${jurisdictionId}::uuid)
            and (${organizationId}::uuid is null or p.organization_id = ${organizationId}::uuid)
            and (${filter.includesEnded === true} or p.stage <> 'ended')
            and (${lapsesWithinDays}::int is null or last_agreement.ends_on
                <= (${now}::timestamptz at time zone s.time_zone)::date + ${lapsesWithinDays}::int)
    )
    select id, lapses_on as "lapsesOn", (select count(*)::int from wanted) as total
    from wanted
    where ${afterDay}::text is null or (lapses_on, id) > (${afterDay}::text, ${afterId}::uuid)
    order by lapses_on, id limit ${page.first + 1}`;
  return { rows, totalCount: rows[0]?.total ?? 0 };
}

export async function insertPartnership(database: Reader, partnership: KeptPartnership): Promise<void> {
  await database.partnership.createMany({ data: [columnsOf(partnership)] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updatePartnership(database: Reader, partnership: KeptPartnership): Promise<boolean> {
  const { jurisdictionId, id, revision, ...changed } = columnsOf(partnership);
  const { count } = await database.partnership.updateMany({
    where: { jurisdictionId, id, revision },
    data: { ...changed, revision: revision + 1 },
  });
  return count === 1;
}

function columnsOf(partnership: KeptPartnership) {
  const { jurisdictionId, id, siteId, organizationId, partnerRoleKey, stage, deliverable, revision } =
    partnership;
  const endedOn = partnership.endedOn === null ? null : new Date(partnership.endedOn);
  return {
    jurisdictionId,
    id,
    siteId,
    organizationId,
    partnerRoleKey,
    stage,
    deliverable,
    endedOn,
    revision,
  };
}

export async function insertAgreement(
  database: Reader,
  { jurisdictionId, siteId, id: partnershipId }: KeptPartnership,
  agreement: KeptAgreement,
): Promise<void> {
  await database.agreement.createMany({
    data: [{ ...daysOf(agreement), jurisdictionId, siteId, partnershipId }],
  });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateAgreement(
  database: Reader,
  jurisdictionId: string,
  agreement: KeptAgreement,
): Promise<boolean> {
  const { id, revision, ...changed } = daysOf(agreement);
  const { count } = await database.agreement.updateMany({
    where: { jurisdictionId, id, revision },
    data: { ...changed, revision: revision + 1 },
  });
  return count === 1;
}

function daysOf(agreement: KeptAgreement) {
  return {
    ...agreement,
    startsOn: new Date(agreement.startsOn),
    endsOn: agreement.endsOn === null ? null : new Date(agreement.endsOn),
  };
}
