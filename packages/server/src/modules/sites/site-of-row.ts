import type { Finding } from "@frontstep/domain/shared";

import type { OpenSite } from "./plan-site.ts";
import type { RowAdaptation } from "./read-adaptations-table.ts";
import { isoDate, readNumber } from "./read-cells.ts";
import type { TableRow } from "./read-table.ts";

/** A row of a table of sites as what a person would have said in the form; without its release, which the row only names. */
export interface RowSite {
  readonly row: number;
  /** The identifier of its city; null where nobody named one. */
  readonly city: string | null;
  readonly template: string;
  readonly release: string;
  readonly site: Omit<OpenSite, "releaseId" | "jurisdictionId" | "adaptations">;
  readonly adaptations: readonly RowAdaptation[];
  readonly findings: readonly Finding[];
}

const numberColumns = [
  ["latitude", "latitude"],
  ["longitude", "longitude"],
  ["residents", "residentPopulation"],
  ["residents_year", "residentPopulationYear"],
] as const;

function ownersOf(cells: ReadonlyMap<string, string>) {
  return [...cells]
    .filter(([column, name]) => column.startsWith("owner:") && name !== "")
    .map(([column, name]) => {
      const ownerRole = column.slice("owner:".length);
      return { ownerRole, name, email: cells.get(`owner_email:${ownerRole}`) ?? null };
    });
}

/** Says what a row of the table says, with what cannot be read of it. */
export function siteOfRow({ number: row, cells }: TableRow, cityOfAll?: string): RowSite {
  const cell = (column: string) => cells.get(column) ?? "";
  const numbers = numberColumns.map(([column, name]) => [column, name, readNumber(cell(column))] as const);
  const findings = numbers
    .filter(([, , value]) => value === undefined)
    .map(([column]): Finding => ({
      code: "SITES_NUMBER_MALFORMED",
      severity: "error",
      path: `row ${String(row)}, ${column}`,
      message: `"${cell(column)}" is not a number. Write it with digits alone.`,
    }));
  const site = {
    ...Object.fromEntries(numbers.map(([, name, value]) => [name, value ?? null])),
    name: cell("name"),
    kind: cell("kind") === "" ? null : cell("kind"),
    address: cell("address"),
    residentPopulationSource: cell("residents_source"),
    launchOn: isoDate(cell("launch_date")),
    timeZone: cell("time_zone") === "" ? null : cell("time_zone"),
    owners: ownersOf(cells),
    offeredActivities: cell("offered_activities")
      .split(";")
      .map((key) => key.trim())
      .filter((key) => key !== ""),
  };
  const city = (cell("city") === "" ? cityOfAll : cell("city"))?.toUpperCase() ?? null;
  const named = { city, template: cell("template"), release: cell("release") };
  return { row, ...named, site, adaptations: [], findings };
}
