import { indicatorCatalogueSchema } from "@frontstep/domain/outcomes";

import type { RequestContext } from "#server/context.ts";

import { readBuiltInCatalogue } from "./built-in-catalogue.ts";
import { loadIndicators } from "./load-indicators.ts";
import { publishRelease } from "./publish-release.ts";

/** What loading the catalogue changed. */
export interface CatalogueLoaded {
  readonly indicatorsAdded: number;
  readonly indicatorsChanged: number;
  readonly releasesPublished: number;
}

/**
 * Brings the catalogue that comes with the product into the database: its indicators, and each
 * release that is not published yet. Loading it again changes nothing.
 */
export async function loadCatalogue(ctx: RequestContext, folder: string): Promise<CatalogueLoaded> {
  const catalogue = await readBuiltInCatalogue(folder);
  const { indicators } = indicatorCatalogueSchema.parse(catalogue.indicators);
  const loaded = await loadIndicators(ctx, indicators);
  let releasesPublished = 0;
  for (const document of catalogue.releases) {
    const outcome = await publishRelease(ctx, { document });
    if (outcome.kind === "published") releasesPublished += 1;
  }
  return { indicatorsAdded: loaded.added, indicatorsChanged: loaded.changed, releasesPublished };
}
