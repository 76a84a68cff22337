import type { Finding } from "@frontstep/domain/shared";
import { siteKinds } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { requireJurisdiction } from "#server/modules/jurisdictions/index.ts";
import { newId, openChangeSet, type Transaction, write } from "#server/persistence/write.ts";

import { makeSite, summaryOf } from "./make-site.ts";
import { planIn, type PlannedSite } from "./plan-site.ts";
import { readSitesTable } from "./read-sites-table.ts";
import { type RowSite, siteOfRow } from "./site-of-row.ts";
import { findReleaseByVersion, listSiteNames, type StoredRelease } from "./site.store.ts";

/** A table of sites of one jurisdiction, to be opened all together or not at all. */
export interface OpenSites {
  readonly jurisdictionId: string;
  /** The table as CSV. */
  readonly table: string;
  readonly isDryRun: boolean;
}

export type OpenSitesOutcome =
  | { readonly kind: "opened"; readonly siteIds: readonly string[]; readonly findings: readonly Finding[] }
  | { readonly kind: "checked"; readonly siteCount: number; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const longestWork = 120_000;

function fault(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

/** The releases that a table names, each read once. */
async function releasesOf(
  ctx: RequestContext,
  rows: readonly RowSite[],
): Promise<Map<string, StoredRelease | null>> {
  const named = new Map(
    rows.map(({ template, release }) => [
      `${template} ${release}`,
      { templateKey: template, version: release },
    ]),
  );
  const found = new Map<string, StoredRelease | null>();
  for (const [name, wanted] of named) found.set(name, await findReleaseByVersion(ctx.database, wanted));
  return found;
}

function findNamesTaken(rows: readonly RowSite[], taken: readonly string[]): Finding[] {
  const seen = new Set(taken);
  return rows.flatMap(({ row, site }) => {
    const isTaken = seen.has(site.name);
    seen.add(site.name);
    const message = `"${site.name}" is the name of another site of this city, here or further up in the table. Give this one another name.`;
    return isTaken ? [fault("SITE_NAME_TAKEN", `row ${String(row)}, name`, message)] : [];
  });
}

/** What stops the work first, then by row. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity }: Finding) => (severity === "error" ? 0 : 1);
  const rowOf = ({ path }: Finding) => Number(/^row (\d+)/.exec(path)?.[1] ?? 0);
  return findings.toSorted((one, other) => rank(one) - rank(other) || rowOf(one) - rowOf(other));
}

interface PlannedRow {
  readonly planned: PlannedSite | undefined;
  readonly findings: readonly Finding[];
}

function planRow(
  rowSite: RowSite,
  release: StoredRelease | null,
  place: Parameters<typeof planIn>[1]["jurisdiction"],
): PlannedRow {
  const { row, site } = rowSite;
  const at = `row ${String(row)}`;
  if (release === null) {
    const message = `There is no release "${rowSite.release}" of a template "${rowSite.template}". Look both up in the template catalogue.`;
    return {
      planned: undefined,
      findings: [...rowSite.findings, fault("SITES_RELEASE_UNKNOWN", `${at}, release`, message)],
    };
  }
  const kinds: readonly string[] = siteKinds;
  const kindFaults =
    site.kind && !kinds.includes(site.kind)
      ? [
          fault(
            "SITES_KIND_UNKNOWN",
            `${at}, kind`,
            `"${site.kind}" is not a kind of place. Use one of: ${kinds.join(", ")}.`,
          ),
        ]
      : [];
  const planned = planIn(
    { ...site, releaseId: release.id, jurisdictionId: place.id },
    { release, jurisdiction: place },
  );
  const findings = planned.findings.map((finding) => ({ ...finding, path: `${at}, ${finding.path}` }));
  return { planned, findings: [...rowSite.findings, ...kindFaults, ...findings] };
}

/** Opens many sites of one city from a table: all of them in one transaction, or none; each with a change set of its own. */
export async function openSites(
  ctx: RequestContext,
  { jurisdictionId, table, isDryRun }: OpenSites,
): Promise<OpenSitesOutcome> {
  authorize(ctx, "site.open", { jurisdictionId });
  const place = await requireJurisdiction(ctx, jurisdictionId);
  const read = await readSitesTable(table);
  if (read.findings.length > 0) return { kind: "refused", findings: read.findings };
  const rows = read.rows.map(siteOfRow);
  const releases = await releasesOf(ctx, rows);
  const planned = rows.map((row) =>
    planRow(row, releases.get(`${row.template} ${row.release}`) ?? null, place),
  );
  const taken = await listSiteNames(ctx.database, jurisdictionId);
  const findings = inOrder([...planned.flatMap((row) => row.findings), ...findNamesTaken(rows, taken)]);
  if (findings.some(({ severity }) => severity === "error")) return { kind: "refused", findings };
  const plans = planned.flatMap((row) => row.planned ?? []);
  if (isDryRun) return { kind: "checked", siteCount: plans.length, findings };
  return { kind: "opened", siteIds: await makeSites(ctx, jurisdictionId, plans), findings };
}

async function makeSites(
  ctx: RequestContext,
  jurisdictionId: string,
  plans: readonly PlannedSite[],
): Promise<string[]> {
  const sites = plans.map((planned) => ({ planned, siteId: newId() }));
  const change = { useCase: "openSite", jurisdictionId, timeout: longestWork };
  return await write(ctx, { ...change, siteId: sites[0]?.siteId }, async (first) => {
    for (const [index, site] of sites.entries()) {
      const tx: Transaction =
        index === 0 ? first : await openChangeSet(ctx, { ...change, siteId: site.siteId }, first.database);
      await tx.summarize(summaryOf(site.planned));
      await makeSite(tx, site);
    }
    return sites.map(({ siteId }) => siteId);
  });
}
