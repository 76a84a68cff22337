import { type Finding, localize } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import { forecastOf, forecastUpgrades, type UpgradeForecast } from "#server/modules/upgrades/index.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import {
  type FleetFilter,
  type FleetOrder,
  type FleetSite,
  findOwnedRelease,
  listFleet,
  listReleaseSpread,
  listSitesBelow,
  type OwnedRelease,
} from "./fleet.store.ts";

/** Which sites are wanted, in which order. */
export interface FleetWanted {
  readonly filter: FleetFilter;
  readonly order: FleetOrder;
}

/** The sites of others are an organization's to see where they are on its own templates. */
function within(ctx: RequestContext, filter: FleetFilter): FleetFilter {
  return ctx.hat === "organization" ? { ...filter, isOwned: true } : filter;
}

/** A part of the fleet: which release each site has, and what the next one would change. */
export async function fleet(
  ctx: RequestContext,
  { filter, order }: FleetWanted,
  page: { first?: number | null; after?: string | null },
): Promise<Page<ShownFleetSite>> {
  authorize(ctx, "fleet.read", "anywhere");
  const request = pageRequest(page);
  const found = await listFleet(ctx.database, { filter: within(ctx, filter), order }, request);
  const rows = await withForecasts(ctx, found.rows.slice(0, request.first));
  const further = found.rows.slice(request.first).map((row) => showSite(ctx, row, undefined));
  const keyOf = ({ jurisdiction, releasesBehind, name, id }: ShownFleetSite) => [
    order === "name" ? jurisdiction.name : String(releasesBehind),
    name,
    id,
  ];
  return toPage(request, { rows: [...rows, ...further], totalCount: found.totalCount }, keyOf);
}

/** Rows with what their next release would change at each. */
export async function withForecasts(
  ctx: RequestContext,
  rows: readonly FleetSite[],
): Promise<ShownFleetSite[]> {
  const wanted = rows
    .filter(({ releasesBehind }) => releasesBehind > 0)
    .map((row) => ({ siteId: row.id, releaseId: nextOf(row).id }));
  const forecasts = await forecastUpgrades(ctx, wanted);
  return rows.map((row) =>
    showSite(ctx, row, forecasts.get(forecastOf({ siteId: row.id, releaseId: nextOf(row).id }))),
  );
}

/** The release that a site is offered, else the newest. */
function nextOf({ offers, newestId, newestVersion }: FleetSite): { id: string; version: string } {
  const [offer] = offers;
  return offer === undefined
    ? { id: newestId, version: newestVersion }
    : { id: offer.releaseId, version: offer.version };
}

/** A site of the fleet in the reader's language. */
export type ShownFleetSite = ReturnType<typeof showSite>;

function showSite(ctx: RequestContext, row: FleetSite, forecast: UpgradeForecast | undefined) {
  const { jurisdictionId, jurisdictionName, stateCode, templateKey, templateName, adaptations } = row;
  const isBehind = row.releasesBehind > 0;
  return {
    ...row,
    jurisdiction: { id: jurisdictionId, name: jurisdictionName, stateCode },
    template: { key: templateKey, name: localize(templateName, ctx.language) },
    next: isBehind ? nextOf(row) : null,
    isOffered: row.offers.length > 0,
    adaptations: Object.entries(adaptations).map(([section, count]) => ({ section, count })),
    changeCount: forecast === undefined ? null : changesIn(forecast),
    questionCount: forecast?.questionCount ?? null,
  };
}

/** How much a forecast changes; what stays as it is does not count. */
export function changesIn({ counts }: UpgradeForecast): number {
  return Object.entries(counts).reduce(
    (sum, [kind, count]) => (kind === "kept" || kind === "staysLeftOut" ? sum : sum + count),
    0,
  );
}

/** How many sites have which release. */
export async function fleetReleases(ctx: RequestContext, filter: FleetFilter) {
  authorize(ctx, "fleet.read", "anywhere");
  const rows = await listReleaseSpread(ctx.database, within(ctx, filter));
  return rows.map((row) => ({ ...row, templateName: localize(row.templateName, ctx.language) }));
}

/** The most sites that are taken together at once. */
const MOST_SITES = 5_000;

/** The sites below a release among those that are asked for, for who acts on many of them. */
export async function sitesBelow(
  ctx: RequestContext,
  filter: FleetFilter,
  releaseId: string,
): Promise<{ readonly jurisdictionId: string; readonly siteId: string }[]> {
  authorize(ctx, "fleet.read", "anywhere");
  const sites = await listSitesBelow(ctx.database, within(ctx, filter), { releaseId, atMost: MOST_SITES });
  if (sites.length > MOST_SITES)
    throw new Refusal("BAD_INPUT", "These are more than 5,000 sites. Take one city or one stage at a time.");
  return sites;
}

/** Why nobody can be brought to a release, where it is withdrawn. */
export function findWithdrawn({ version, isWithdrawn }: OwnedRelease): Finding[] {
  if (!isWithdrawn) return [];
  const message = `Release ${version} was withdrawn by its authors, so no site is brought to it. The template's page says why; choose another release.`;
  return [{ code: "RELEASE_WITHDRAWN", severity: "error", path: "release", message }];
}

/** A release with whose template it is; refused when there is none. */
export async function requireOwnedRelease(ctx: RequestContext, id: string): Promise<OwnedRelease> {
  const release = await findOwnedRelease(ctx.database, id);
  if (release === null) throw notFound("release");
  return release;
}
