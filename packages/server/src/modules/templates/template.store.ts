import type { LocalizedText } from "@frontstep/domain/shared";
import type { TemplateContent } from "@frontstep/domain/templates";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** A release of a template, without its content. */
export interface ReleaseHead {
  readonly id: string;
  readonly version: string;
  readonly contentHash: string;
  readonly changes: readonly LocalizedText[];
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

/** Why a release is out of use. */
export type WithdrawalReason = "harmful" | "mistake" | "legal" | "replaced" | "other";

/** That a release is out of use: sites that have it keep it, nobody else is brought to it. */
export interface Withdrawal {
  readonly reasonCode: WithdrawalReason;
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: Date;
}

/** A release as it stands in the catalogue. */
export interface ListedRelease extends ReleaseHead {
  /** Null while it is offered. */
  readonly withdrawal: Withdrawal | null;
}

/** A program's design, as its authors keep it. */
export interface StoredTemplate {
  readonly id: string;
  readonly key: string;
  readonly organizationId: string | null;
  /** The public name of the organization that looks after it; null where the platform's stewards do. */
  readonly organizationName: string | null;
  readonly siteKind: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly revision: number;
  readonly releases: readonly ListedRelease[];
}

const RELEASE_COLUMNS = {
  id: true,
  version: true,
  contentHash: true,
  changeNotes: true,
  publishedAt: true,
  publishedBy: true,
  withdrawals: {
    where: { endedAt: null },
    select: { reasonCode: true, reason: true, withdrawnBy: true, withdrawnAt: true },
  },
} as const;

const COLUMNS = {
  id: true,
  key: true,
  organizationId: true,
  organization: { select: { publicName: true } },
  kind: true,
  name: true,
  summary: true,
  revision: true,
  releases: { select: RELEASE_COLUMNS },
} as const;

/** The most templates that are read at once; far above what an office would keep. */
const MOST_RELEASES = 200;

export async function findTemplate(database: Reader, key: string): Promise<StoredTemplate | null> {
  const row = await database.template.findFirst({ where: { key }, select: COLUMNS });
  return row === null ? null : toTemplate(row);
}

export async function findTemplateById(database: Reader, id: string): Promise<StoredTemplate | null> {
  const row = await database.template.findFirst({ where: { id }, select: COLUMNS });
  return row === null ? null : toTemplate(row);
}

/** One row more than the page asks for, by key, with the number of all. */
export async function listTemplates(
  database: Reader,
  page: PageRequest,
): Promise<{ rows: StoredTemplate[]; totalCount: number }> {
  const [lastKey] = page.after ?? [];
  const [rows, totalCount] = await Promise.all([
    database.template.findMany({
      where: lastKey === undefined ? {} : { key: { gt: lastKey } },
      orderBy: { key: "asc" },
      take: page.first + 1,
      select: {
        ...COLUMNS,
        releases: { select: RELEASE_COLUMNS, take: MOST_RELEASES, orderBy: { publishedAt: "desc" } },
      },
    }),
    database.template.count(),
  ]);
  return { rows: rows.map(toTemplate), totalCount };
}

export async function findReleaseContent(
  database: Reader,
  releaseId: string,
): Promise<TemplateContent | null> {
  const row = await database.release.findFirst({ where: { id: releaseId }, select: { content: true } });
  return row === null ? null : (row.content as unknown as TemplateContent);
}

export async function insertTemplate(
  database: Reader,
  template: Omit<StoredTemplate, "releases" | "organizationName">,
): Promise<void> {
  const { siteKind, name, summary, ...columns } = template;
  await database.template.createMany({
    data: [{ ...columns, kind: siteKind, name: { ...name }, summary: { ...summary } }],
  });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateTemplate(
  database: Reader,
  {
    id,
    revision,
    siteKind,
    name,
    summary,
  }: Pick<StoredTemplate, "id" | "revision" | "siteKind" | "name" | "summary">,
): Promise<boolean> {
  const { count } = await database.template.updateMany({
    where: { id, revision },
    data: { kind: siteKind, name: { ...name }, summary: { ...summary }, revision: revision + 1 },
  });
  return count === 1;
}

/** Gives it to another organization over the revision that was read; false when it has moved meanwhile. */
export async function entrustTo(
  database: Reader,
  { id, revision, organizationId }: Pick<StoredTemplate, "id" | "revision" | "organizationId">,
): Promise<boolean> {
  const { count } = await database.template.updateMany({
    where: { id, revision },
    data: { organizationId, revision: revision + 1 },
  });
  return count === 1;
}

/** The public name of an organization; null when there is none. */
export async function findOrganizationName(database: Reader, id: string): Promise<string | null> {
  const row = await database.partnerOrganization.findFirst({ where: { id }, select: { publicName: true } });
  return row === null ? null : row.publicName;
}

export async function insertRelease(
  database: Reader,
  {
    templateId,
    content,
    changes,
    ...head
  }: ReleaseHead & { readonly templateId: string; readonly content: TemplateContent },
): Promise<void> {
  const data = {
    ...head,
    templateId,
    content: content as unknown as object,
    changeNotes: changes as unknown as object,
  };
  await database.release.createMany({ data: [data] });
}

interface TemplateRow {
  readonly id: string;
  readonly key: string;
  readonly organizationId: string | null;
  readonly organization: { readonly publicName: string } | null;
  readonly kind: string;
  readonly name: unknown;
  readonly summary: unknown;
  readonly revision: number;
  readonly releases: readonly ReleaseRow[];
}

interface ReleaseRow extends Omit<ReleaseHead, "changes"> {
  readonly changeNotes: unknown;
  /** The one that has not ended, if any. */
  readonly withdrawals: readonly (Omit<Withdrawal, "reasonCode"> & { readonly reasonCode: string })[];
}

function toRelease({ changeNotes, withdrawals: [withdrawal], ...release }: ReleaseRow): ListedRelease {
  return {
    ...release,
    changes: changeNotes as readonly LocalizedText[],
    withdrawal: withdrawal ? { ...withdrawal, reasonCode: withdrawal.reasonCode as WithdrawalReason } : null,
  };
}

function toTemplate({ kind, organization, releases, ...row }: TemplateRow): StoredTemplate {
  return {
    ...row,
    organizationName: organization === null ? null : organization.publicName,
    siteKind: kind,
    name: row.name as LocalizedText,
    summary: row.summary as LocalizedText,
    releases: releases
      .map(toRelease)
      .sort((left, right) => right.version.localeCompare(left.version, "en", { numeric: true })),
  };
}
