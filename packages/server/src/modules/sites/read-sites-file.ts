import type { Finding } from "@frontstep/domain/shared";

import { readAdaptationsTable, type RowAdaptation } from "./read-adaptations-table.ts";
import { readSitesTable } from "./read-sites-table.ts";
import { tableFault } from "./read-table.ts";
import { type RowSite, siteOfRow } from "./site-of-row.ts";

/** What somebody wrote in a spreadsheet: sites, and what each does differently. */
export interface SitesFile {
  /** The table of sites as CSV. */
  readonly table: string;
  /** The table of adaptations as CSV, where there is one. */
  readonly adaptations?: string | undefined;
  /** The identifier of the city of those rows that name none. */
  readonly city?: string | undefined;
}

/** The sites of a file, each with its city and its adaptations, and what cannot be read. */
export interface ReadSitesFile {
  readonly rows: readonly RowSite[];
  readonly findings: readonly Finding[];
}

/** Reads the tables of a file and puts each adaptation to its site. */
export async function readSitesFile({ table, adaptations, city }: SitesFile): Promise<ReadSitesFile> {
  const sites = await readSitesTable(table);
  const differences =
    adaptations === undefined ? { rows: [], findings: [] } : await readAdaptationsTable(adaptations);
  const findings = [...sites.findings, ...differences.findings];
  if (sites.findings.length > 0) return { rows: [], findings };
  const rows = sites.rows.map((row) => siteOfRow(row, city));
  const placed = place(differences.rows, rows);
  return {
    rows: rows.map((row) => ({ ...row, adaptations: placed.byRow.get(row.row) ?? [] })),
    findings: [...findings, ...findCitiesMissing(rows), ...placed.findings],
  };
}

function findCitiesMissing(rows: readonly RowSite[]): Finding[] {
  const message = "Name the city by its identifier of nine characters, or one city for all such rows.";
  return rows
    .filter(({ city }) => city === null)
    .map(({ row }) => tableFault("SITES_CITY_MISSING", `row ${String(row)}, city`, message));
}

interface Placed {
  readonly byRow: ReadonlyMap<number, readonly RowAdaptation[]>;
  readonly findings: readonly Finding[];
}

/** Finds the site of each adaptation by its name, and by its city where two cities have a site of this name. */
function place(adaptations: readonly RowAdaptation[], rows: readonly RowSite[]): Placed {
  const byName = Map.groupBy(rows, ({ site }) => site.name);
  const byRow = new Map<number, RowAdaptation[]>();
  const findings: Finding[] = [];
  for (const adaptation of adaptations) {
    const named = byName.get(adaptation.site) ?? [];
    const [found, second] = named.filter(({ city }) => [null, city].includes(adaptation.city));
    if (found === undefined || second !== undefined) {
      findings.push(siteUnclear(adaptation, found !== undefined));
      continue;
    }
    const others = byRow.get(found.row) ?? [];
    others.push(adaptation);
    byRow.set(found.row, others);
  }
  return { byRow, findings };
}

function siteUnclear({ at, site }: RowAdaptation, isManifold: boolean): Finding {
  return isManifold
    ? tableFault(
        "SITES_ADAPTATION_SITE_UNCLEAR",
        `${at}, site`,
        `The table of sites has more than one "${site}". Name its city beside it, in a column "city".`,
      )
    : tableFault(
        "SITES_ADAPTATION_SITE_UNKNOWN",
        `${at}, site`,
        `The table of sites has no "${site}". Write the name as it stands there.`,
      );
}
