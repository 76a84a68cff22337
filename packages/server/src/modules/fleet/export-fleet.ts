import { authorize, type RequestContext } from "#server/context.ts";
import { Refusal } from "#server/refusal.ts";
import { type CsvCell, writeCsv } from "#server/write-csv.ts";

import { fleet, type FleetWanted, type ShownFleetSite } from "./fleet.reads.ts";

/** The fleet as a file. */
export interface FleetExport {
  readonly fileName: string;
  readonly csv: string;
}

const columns: readonly (readonly [name: string, cell: (site: ShownFleetSite) => CsvCell])[] = [
  ["city", ({ jurisdiction }) => jurisdiction.name],
  ["state", ({ jurisdiction }) => jurisdiction.stateCode],
  ["site", ({ name }) => name],
  ["template", ({ template }) => template.key],
  ["stage", ({ stage }) => stage],
  ["release", ({ version }) => version],
  ["newest_release", ({ newestVersion }) => newestVersion],
  ["releases_behind", ({ releasesBehind }) => releasesBehind],
  ["days_behind", ({ daysBehind }) => daysBehind],
  ["offered_releases", ({ offers }) => offers.map(({ version }) => version).join(" ")],
  ["changes_waiting", ({ changeCount }) => changeCount],
  ["questions_waiting", ({ questionCount }) => questionCount],
  ["adaptations", ({ adaptations }) => adaptations.reduce((sum, { count }) => sum + count, 0)],
  [
    "adaptations_by_part",
    ({ adaptations }) => adaptations.map(({ section, count }) => `${section} ${String(count)}`).join("; "),
  ],
  ["state_may_upgrade", ({ allowsState }) => (allowsState ? "yes" : "no")],
  ["template_owner_may_upgrade", ({ allowsTemplateOwner }) => (allowsTemplateOwner ? "yes" : "no")],
  ["release_withdrawn", ({ isWithdrawn }) => (isWithdrawn ? "yes" : "no")],
];

const MOST_ROWS = 1_000;
const AT_ONCE = 50;

/** Gives the whole list as CSV, as the page shows it. */
export async function exportFleet(ctx: RequestContext, wanted: FleetWanted): Promise<FleetExport> {
  authorize(ctx, "fleet.read", "anywhere");
  const sites: ShownFleetSite[] = [];
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof fleet>> = await fleet(ctx, wanted, { first: AT_ONCE, after });
    if (part.totalCount > MOST_ROWS)
      throw new Refusal(
        "BAD_INPUT",
        "These are more than 1,000 sites. Choose one template, city or stage and export those.",
      );
    sites.push(...part.edges.map(({ node }) => node));
    after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
  } while (after !== null);
  const rows = sites.map((site) => columns.map(([, cell]) => cell(site)));
  return {
    fileName: `frontstep-fleet-${new Date().toISOString().slice(0, 10)}.csv`,
    csv: writeCsv([columns.map(([name]) => name), ...rows]),
  };
}
