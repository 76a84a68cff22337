import type { ContentParts, TemplateContent } from "@frontstep/domain/templates";

import type { Reader } from "#server/persistence/database.ts";

/** A release by its number, without its content. */
export interface ReleaseName {
  readonly id: string;
  readonly templateId: string;
  readonly version: string;
  readonly publishedAt: Date;
  /** Out of use: what sites pass on their way to a later one, and no site is brought to. */
  readonly isWithdrawn: boolean;
}

/** The most releases that a template is looked through for. */
const MOST_RELEASES = 300;

/** The releases of a template, oldest number first. */
export async function listReleases(database: Reader, templateId: string): Promise<ReleaseName[]> {
  const rows = await database.release.findMany({
    where: { templateId },
    select: {
      id: true,
      templateId: true,
      version: true,
      publishedAt: true,
      withdrawals: { where: { endedAt: null }, select: { id: true } },
    },
    take: MOST_RELEASES,
  });
  return rows
    .map(({ withdrawals, ...release }) => ({ ...release, isWithdrawn: withdrawals.length > 0 }))
    .sort((left, right) => left.version.localeCompare(right.version, "en", { numeric: true }));
}

/** The contents of releases, by id. */
export async function findContents(
  database: Reader,
  ids: readonly string[],
): Promise<Map<string, TemplateContent>> {
  const rows = await database.release.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, content: true },
  });
  return new Map(rows.map((row) => [row.id, row.content as unknown as TemplateContent & ContentParts]));
}
