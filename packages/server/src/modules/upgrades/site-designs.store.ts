import type { ContentParts } from "@frontstep/domain/templates";

import type { Reader } from "#server/persistence/database.ts";

/** What an upgrade of a site starts from. */
export interface SiteDesign {
  readonly id: string;
  readonly templateId: string;
  readonly releaseId: string;
  readonly content: ContentParts;
}

/** The designs of several sites in one statement; those that one may not see are not in it. */
export async function listSiteDesigns(database: Reader, ids: readonly string[]): Promise<SiteDesign[]> {
  const rows = await database.site.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, templateId: true, releaseId: true, content: true },
  });
  return rows.map((row) => ({ ...row, content: row.content as unknown as ContentParts }));
}
