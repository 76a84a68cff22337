import type { AdaptationChange, AdaptationReason } from "@frontstep/domain/sites";
import type { LocalizedText } from "@frontstep/domain/shared";
import type { ContentSection } from "@frontstep/domain/templates";

import type { Reader } from "#server/persistence/database.ts";
import { newId } from "#server/persistence/write.ts";

/** Where a proposal stands. */
export type ContributionStatus = "proposed" | "taken" | "declined";

/** A site's own change that its city proposes to the template's owner. */
export interface Contribution {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly id: string;
  readonly siteName: string;
  readonly templateId: string;
  readonly releaseId: string;
  readonly section: ContentSection;
  readonly key: string;
  readonly field: string | null;
  readonly change: AdaptationChange;
  readonly fromRelease: unknown;
  readonly toLocal: unknown;
  readonly reasonCode: AdaptationReason | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly status: ContributionStatus;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  /** The draft that has it, of a proposal that was taken. */
  readonly takenInto: string | null;
}

interface Row extends Omit<Contribution, "section" | "key" | "change" | "reasonCode" | "status"> {
  readonly partKind: string;
  readonly partKey: string;
  readonly change: string;
  readonly reasonCode: string | null;
  readonly status: string;
}

function toContribution({ partKind, partKey, ...row }: Row): Contribution {
  return {
    ...row,
    section: partKind as ContentSection,
    key: partKey,
    change: row.change as AdaptationChange,
    reasonCode: row.reasonCode as AdaptationReason | null,
    status: row.status as ContributionStatus,
  };
}

const MOST = 1_000;

/** What a city has proposed for a site, latest first. */
export async function listOfSite(database: Reader, siteId: string): Promise<Contribution[]> {
  const rows = await database.contribution.findMany({
    where: { siteId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(toContribution);
}

/** The proposals that nobody has answered, of the templates that one owns. */
export async function listOpen(database: Reader): Promise<Contribution[]> {
  const rows = await database.contribution.findMany({
    where: { status: "proposed" },
    orderBy: [{ templateId: "asc" }, { proposedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map(toContribution);
}

/** Open proposals by their ids; those that one may not answer are not in it. */
export async function findOpen(database: Reader, ids: readonly string[]): Promise<Contribution[]> {
  const rows = await database.contribution.findMany({ where: { id: { in: [...ids] }, status: "proposed" } });
  return rows.map(toContribution);
}

/** A difference of a site as it stands, to be proposed. */
export type NewContribution = Omit<
  Contribution,
  "id" | "proposedAt" | "status" | "answer" | "answeredBy" | "answeredAt" | "takenInto"
>;

/** The site's difference, by its id, with what a proposal keeps of it. */
export async function findDifference(
  database: Reader,
  { siteId, id }: { readonly siteId: string; readonly id: string },
): Promise<Omit<NewContribution, "siteName" | "templateId" | "releaseId" | "note" | "proposedBy"> | null> {
  const row = await database.adaptation.findFirst({ where: { siteId, id } });
  if (row === null) return null;
  return {
    jurisdictionId: row.jurisdictionId,
    siteId: row.siteId,
    section: row.partKind as ContentSection,
    key: row.partKey,
    field: row.field,
    change: row.change as AdaptationChange,
    fromRelease: row.fromRelease,
    toLocal: row.toLocal,
    reasonCode: row.reasonCode as AdaptationReason | null,
    reason: row.reason,
  };
}

export async function insertContribution(
  database: Reader,
  { section, key, fromRelease, toLocal, ...columns }: NewContribution,
): Promise<void> {
  await database.contribution.createMany({
    data: [
      {
        ...columns,
        id: newId(),
        partKind: section,
        partKey: key,
        ...(fromRelease === null ? {} : { fromRelease: fromRelease }),
        ...(toLocal === null ? {} : { toLocal: toLocal }),
      },
    ],
  });
}

/** Answers proposals; gives how many. */
export async function saveAnswers(
  database: Reader,
  ids: readonly string[],
  answered: {
    readonly status: ContributionStatus;
    readonly answer: string | null;
    readonly by: string;
    readonly takenInto?: string | null;
  },
): Promise<number> {
  const { count } = await database.contribution.updateMany({
    where: { id: { in: [...ids] }, status: "proposed" },
    data: {
      status: answered.status,
      answer: answered.answer,
      answeredBy: answered.by,
      ...(answered.takenInto ? { takenInto: answered.takenInto } : {}),
      answeredAt: new Date(),
      revision: { increment: 1 },
    },
  });
  return count;
}

/** How many sites of a template made one and the same change, before what is typed differently is taken together. */
export interface AlikeRow {
  readonly section: string;
  readonly key: string;
  readonly field: string | null;
  readonly change: string;
  readonly toLocal: unknown;
  readonly siteCount: number;
  readonly reasonCodes: readonly AdaptationReason[];
}

export async function listAlike(database: Reader, templateId: string): Promise<AlikeRow[]> {
  return await database.$queryRaw<AlikeRow[]>`
    select part_kind as section, part_key as key, field, change, to_local as "toLocal", site_count as "siteCount",
      reason_codes as "reasonCodes"
    from sec.adaptations_alike(${templateId}::uuid)`;
}

export async function countSites(database: Reader, templateId: string): Promise<number> {
  const [row] = await database.$queryRaw<
    { count: number }[]
  >`select sec.site_count_of(${templateId}::uuid) as count`;
  return row?.count ?? 0;
}

/** A template, and a release of it whose names can be told. */
export interface NamedTemplate {
  readonly id: string;
  readonly key: string;
  readonly name: LocalizedText;
  readonly organizationId: string | null;
}

export async function listTemplates(database: Reader, ids: readonly string[]): Promise<NamedTemplate[]> {
  const rows = await database.template.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, key: true, name: true, organizationId: true },
  });
  return rows.map((row) => ({ ...row, name: row.name as unknown as LocalizedText }));
}

/** Cities by name. */
export async function nameJurisdictions(
  database: Reader,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.jurisdiction.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
