import type { ContentParts, TemplateContent } from "@frontstep/domain/templates";
import { plainDateOf, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** A program running in a jurisdiction, without its content. */
export interface SiteRecord {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly templateId: string;
  readonly releaseId: string;
  readonly name: string;
  readonly kind: string;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly residentPopulation: number | null;
  readonly residentPopulationYear: number | null;
  readonly residentPopulationSource: string | null;
  readonly launchOn: PlainDate;
  readonly openedOn: PlainDate;
  /** IANA name; decides what "today" is at the site. */
  readonly timeZone: string;
  readonly revision: number;
}

/** A site with its own adapted design. */
export interface SiteWithContent extends SiteRecord {
  readonly content: ContentParts;
}

/** An immutable state of a template. */
export interface StoredRelease {
  readonly id: string;
  readonly templateId: string;
  readonly version: string;
  /** Out of use: no site is opened from it. */
  readonly isWithdrawn: boolean;
  readonly content: TemplateContent;
}

const RELEASE_COLUMNS = {
  id: true,
  templateId: true,
  version: true,
  content: true,
  withdrawals: { where: { endedAt: null }, select: { id: true } },
} as const;

interface ReleaseRow extends Omit<StoredRelease, "isWithdrawn" | "content"> {
  readonly content: unknown;
  readonly withdrawals: readonly unknown[];
}

function toRelease({ withdrawals, content, ...release }: ReleaseRow): StoredRelease {
  return { ...release, isWithdrawn: withdrawals.length > 0, content: content as TemplateContent };
}

const COLUMNS = {
  jurisdictionId: true,
  id: true,
  templateId: true,
  releaseId: true,
  name: true,
  kind: true,
  address: true,
  latitude: true,
  longitude: true,
  residentPopulation: true,
  residentPopulationYear: true,
  residentPopulationSource: true,
  launchOn: true,
  openedOn: true,
  timeZone: true,
  revision: true,
} as const;

interface Dates {
  readonly launchOn: Date;
  readonly openedOn: Date;
}

function withPlainDates<T extends Dates>(
  row: T,
): Omit<T, keyof Dates> & { launchOn: PlainDate; openedOn: PlainDate } {
  return { ...row, launchOn: toPlainDate(row.launchOn), openedOn: toPlainDate(row.openedOn) };
}

/** A column of days as a plain date. */
export function toPlainDate(column: Date): PlainDate {
  return plainDateOf(column.toISOString().slice(0, 10));
}

export async function findSite(database: Reader, id: string): Promise<SiteRecord | null> {
  const row = await database.site.findFirst({ where: { id }, select: COLUMNS });
  return row === null ? null : withPlainDates(row);
}

export async function findSiteWithContent(database: Reader, id: string): Promise<SiteWithContent | null> {
  const row = await database.site.findFirst({ where: { id }, select: { ...COLUMNS, content: true } });
  if (row === null) return null;
  return { ...withPlainDates(row), content: row.content as unknown as ContentParts };
}

/** The contents of several sites in one statement, by site. */
export async function listSiteContents(
  database: Reader,
  ids: readonly string[],
): Promise<Map<string, ContentParts>> {
  const rows = await database.site.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, content: true },
  });
  return new Map(rows.map((row) => [row.id, row.content as unknown as ContentParts]));
}

export async function findRelease(database: Reader, id: string): Promise<StoredRelease | null> {
  const row = await database.release.findFirst({ where: { id }, select: RELEASE_COLUMNS });
  return row === null ? null : toRelease(row);
}

/** The releases of templates by the template's key and the release's number, as a CSV of sites names them. */
export async function findReleaseByVersion(
  database: Reader,
  { templateKey, version }: { readonly templateKey: string; readonly version: string },
): Promise<StoredRelease | null> {
  const row = await database.release.findFirst({
    where: { version, template: { key: templateKey } },
    select: RELEASE_COLUMNS,
  });
  return row === null ? null : toRelease(row);
}

/** The template of each site of a city by the site's name, at most as many as a city can have. */
export async function listNamedSites(database: Reader, jurisdictionId: string): Promise<Map<string, string>> {
  const rows = await database.site.findMany({
    where: { jurisdictionId },
    select: { name: true, templateId: true },
    take: 10_000,
  });
  return new Map(rows.map(({ name, templateId }) => [name, templateId]));
}

export async function insertSite(
  database: Reader,
  { launchOn, openedOn, content, ...site }: SiteWithContent,
): Promise<void> {
  await database.site.createMany({
    data: [{ ...site, launchOn: new Date(launchOn), openedOn: new Date(openedOn), content: content }],
  });
}

/** What of a site may change. */
export interface SiteChange extends Partial<
  Omit<SiteRecord, "id" | "jurisdictionId" | "revision" | "openedOn">
> {
  readonly content?: ContentParts;
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateSite(
  database: Reader,
  { id, revision }: Pick<SiteRecord, "id" | "revision">,
  { launchOn, content, ...changed }: SiteChange,
): Promise<boolean> {
  const { count } = await database.site.updateMany({
    where: { id, revision },
    data: {
      ...changed,
      ...(launchOn === undefined ? {} : { launchOn: new Date(launchOn) }),
      ...(content === undefined ? {} : { content: content }),
      revision: revision + 1,
    },
  });
  return count === 1;
}

/** Someone who fills an owner role at a site. */
export interface SiteOwner {
  readonly ownerRole: string;
  readonly name: string;
  readonly email: string | null;
}

export async function insertOwners(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
  owners: readonly SiteOwner[],
): Promise<void> {
  if (owners.length === 0) return;
  await database.siteOwner.createMany({
    data: owners.map(({ ownerRole, name, email }) => ({
      jurisdictionId,
      siteId: id,
      ownerRoleKey: ownerRole,
      name,
      email,
    })),
  });
}

export async function listOwners(database: Reader, siteId: string): Promise<SiteOwner[]> {
  const rows = await database.siteOwner.findMany({
    where: { siteId },
    orderBy: { ownerRoleKey: "asc" },
    select: { ownerRoleKey: true, name: true, email: true },
    take: 100,
  });
  return rows.map(({ ownerRoleKey, name, email }) => ({ ownerRole: ownerRoleKey, name, email }));
}

/** Puts another person into an owner role, or the first one. */
export async function replaceOwner(
  database: Reader,
  { jurisdictionId, id }: Pick<SiteRecord, "jurisdictionId" | "id">,
  owner: SiteOwner,
): Promise<void> {
  const ownerRoleKey = owner.ownerRole;
  const { count } = await database.siteOwner.updateMany({
    where: { jurisdictionId, siteId: id, ownerRoleKey },
    data: { name: owner.name, email: owner.email, revision: { increment: 1 } },
  });
  if (count === 0) await insertOwners(database, { jurisdictionId, id }, [owner]);
}
