import { type Finding, hasErrors } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { requireJurisdiction } from "#server/modules/jurisdictions/index.ts";

import { makeSites } from "./make-sites.ts";
import { inOrder, planSites, type PlannedSites } from "./plan-sites.ts";
import { readSitesFile } from "./read-sites-file.ts";
import { tableFault } from "./read-table.ts";
import type { RowSite } from "./site-of-row.ts";

/** A table of sites of one city, and what each does differently. */
export interface SitesTables {
  readonly jurisdictionId: string;
  /** As CSV. */
  readonly sites: string;
  /** As CSV, where there is one. */
  readonly adaptations?: string | null;
}

export interface OpenSites extends SitesTables {
  readonly idempotencyKey?: string | null;
}

export type OpenSitesOutcome =
  | { readonly kind: "opened"; readonly siteIds: readonly string[]; readonly alreadyThere: readonly string[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** Opens the sites of a table in one's own city: all of them in one transaction, or none. */
export async function openSites(ctx: RequestContext, input: OpenSites): Promise<OpenSitesOutcome> {
  const planned = await planSitesOfTables(ctx, input);
  if (!planned.canOpen) return { kind: "refused", findings: planned.findings };
  const outcome = await makeSites(ctx, planned, input);
  if (outcome.kind === "nameTaken") return { kind: "refused", findings: [nameTaken()] };
  return { kind: "opened", siteIds: outcome.siteIds, alreadyThere: planned.alreadyThere };
}

/** Works out what opening the sites of a table would make, saving nothing. */
export async function planSitesOfTables(ctx: RequestContext, input: SitesTables): Promise<PlannedSites> {
  const { jurisdictionId } = input;
  authorize(ctx, "site.open", { jurisdictionId });
  const jurisdiction = await requireJurisdiction(ctx, jurisdictionId);
  const own = jurisdiction.ori ?? "";
  const { rows, findings } = await readSitesFile({
    table: input.sites,
    adaptations: input.adaptations ?? undefined,
    city: own,
  });
  const planned = await planSites(ctx, { jurisdictionId, rows });
  const all = inOrder([...findings, ...findOtherCities(rows, own), ...planned.findings]);
  return { ...planned, findings: all, canOpen: !hasErrors(all) };
}

function findOtherCities(rows: readonly RowSite[], own: string): Finding[] {
  return rows
    .filter(({ city }) => city !== own)
    .map(({ row, city }) => {
      const message = `"${city ?? ""}" is another city. Take this row out, or leave its city empty.`;
      return tableFault("SITES_CITY_OTHER", `row ${String(row)}, city`, message);
    });
}

function nameTaken(): Finding {
  const message = "Somebody has just opened a site of one of these names. Look at the file once more.";
  return tableFault("SITE_NAME_TAKEN", "file", message);
}
