import { type Finding, hasErrors } from "@frontstep/domain/shared";
import { adaptableParts, type AdaptationRequest } from "@frontstep/domain/sites";
import { siteKinds } from "@frontstep/domain/templates";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Jurisdiction, requireJurisdiction } from "#server/modules/jurisdictions/index.ts";

import { planIn, type PlannedSite } from "./plan-site.ts";
import { readNumber } from "./read-cells.ts";
import type { RowAdaptation } from "./read-adaptations-table.ts";
import { tableFault } from "./read-table.ts";
import type { RowSite } from "./site-of-row.ts";
import { findReleaseByVersion, listNamedSites, type StoredRelease } from "./site.store.ts";

/** What opening the rows of one city would make, and what stands against it. */
export interface PlannedSites {
  readonly jurisdiction: Jurisdiction;
  readonly plans: readonly PlannedSite[];
  /** The names of sites that the city has already: they are left as they are. */
  readonly alreadyThere: readonly string[];
  /** What stops the work first, then by row. */
  readonly findings: readonly Finding[];
  readonly canOpen: boolean;
}

/** Works out what opening many sites of one city would make, saving nothing. */
export async function planSites(
  ctx: RequestContext,
  { jurisdictionId, rows }: { readonly jurisdictionId: string; readonly rows: readonly RowSite[] },
): Promise<PlannedSites> {
  authorize(ctx, "site.open", { jurisdictionId });
  const jurisdiction = await requireJurisdiction(ctx, jurisdictionId);
  const releases = await releasesOf(ctx, rows);
  const known = await listNamedSites(ctx.database, jurisdictionId);
  const planned = rows.map((row) =>
    planRow(row, { release: releases.get(releaseName(row)), jurisdiction, known }),
  );
  const findings = inOrder([...planned.flatMap((row) => row.findings), ...findNamesRepeated(rows)]);
  return {
    jurisdiction,
    plans: planned.flatMap((row) => row.planned ?? []),
    alreadyThere: planned.flatMap((row) => row.alreadyThere ?? []),
    findings,
    canOpen: !hasErrors(findings),
  };
}

/** What stops the work first, then by row; a row of adaptations after the rows of sites. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity, path }: Finding) => [
    severity === "error" ? 0 : 1,
    path.startsWith("adaptations") ? 1 : 0,
    Number(/row (\d+)/.exec(path)?.[1] ?? 0),
  ];
  return findings.toSorted((one, other) => {
    const ranks = rank(other);
    return rank(one).reduce((order, each, index) => order || each - (ranks[index] ?? 0), 0);
  });
}

function releaseName({ template, release }: RowSite): string {
  return `${template} ${release}`;
}

/** The releases that a table names, each read once. */
async function releasesOf(
  ctx: RequestContext,
  rows: readonly RowSite[],
): Promise<Map<string, StoredRelease>> {
  const named = new Map(rows.map((row) => [releaseName(row), row]));
  const found = new Map<string, StoredRelease>();
  for (const [name, { template, release }] of named) {
    const stored = await findReleaseByVersion(ctx.database, { templateKey: template, version: release });
    if (stored) found.set(name, stored);
  }
  return found;
}

function findNamesRepeated(rows: readonly RowSite[]): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, site: { name } }) => {
    const isTaken = seen.has(name);
    seen.add(name);
    const message = `"${name}" stands further up in the table for the same city. Give this one another name.`;
    return isTaken ? [tableFault("SITE_NAME_TAKEN", `row ${String(row)}, name`, message)] : [];
  });
}

interface PlannedRow {
  readonly planned?: PlannedSite;
  readonly alreadyThere?: string;
  readonly findings: readonly Finding[];
}

interface Surroundings {
  readonly release: StoredRelease | undefined;
  readonly jurisdiction: Jurisdiction;
  /** The template of each site that the city has, by the site's name. */
  readonly known: ReadonlyMap<string, string>;
}

function planRow(rowSite: RowSite, { release, jurisdiction, known }: Surroundings): PlannedRow {
  const at = `row ${String(rowSite.row)}`;
  if (release === undefined) {
    const message = `There is no release "${rowSite.release}" of a template "${rowSite.template}". Look both up in the template catalogue.`;
    return {
      findings: [...rowSite.findings, tableFault("SITES_RELEASE_UNKNOWN", `${at}, release`, message)],
    };
  }
  const { site } = rowSite;
  const templateOfSame = known.get(site.name);
  if (templateOfSame !== undefined) return foundAlready(rowSite, templateOfSame === release.templateId);
  const requests = requestsOf(rowSite.adaptations, release);
  const planned = planIn(
    { ...site, releaseId: release.id, jurisdictionId: jurisdiction.id, adaptations: requests },
    { release, jurisdiction },
  );
  const places = new Map(rowSite.adaptations.map(({ at: place, request }) => [pathOf(request), place]));
  const findings = planned.findings.map((finding) => {
    const place = places.get(finding.path);
    return place ? { ...finding, path: `${place}, ${finding.path}` } : inColumn(finding, at);
  });
  return { planned, findings: [...rowSite.findings, ...findKindUnknown(rowSite), ...findings] };
}

/** The columns of what the form calls otherwise. */
const columnOf: Readonly<Record<string, string>> = {
  launchOn: "launch_date",
  residentPopulation: "residents",
  residentPopulationYear: "residents_year",
  residentPopulationSource: "residents_source",
  timeZone: "time_zone",
};

function inColumn(finding: Finding, at: string): Finding {
  const path = `${at}, ${columnOf[finding.path] ?? finding.path}`;
  if (finding.code !== "SITE_LAUNCH_DATE_MISSING") return { ...finding, path };
  return tableFault("SITES_DATE_MALFORMED", path, "Write the launch date as in 2027-06-01.");
}

/** A site of this name and template is what an earlier run made; of another template it is another site. */
function foundAlready({ row, site: { name } }: RowSite, isSame: boolean): PlannedRow {
  const path = `row ${String(row)}, name`;
  if (!isSame) {
    const message = `"${name}" is the name of another site of this city, of another template. Give this one another name.`;
    return { findings: [tableFault("SITE_NAME_TAKEN", path, message)] };
  }
  const message = `The city already has "${name}". It is left as it is.`;
  return {
    alreadyThere: name,
    findings: [{ code: "SITES_ALREADY_THERE", severity: "warning", path, message }],
  };
}

function findKindUnknown({ row, site: { kind } }: RowSite): Finding[] {
  const kinds: readonly string[] = siteKinds;
  if (!kind || kinds.includes(kind)) return [];
  const message = `"${kind}" is not a kind of place. Use one of: ${kinds.join(", ")}.`;
  return [tableFault("SITES_KIND_UNKNOWN", `row ${String(row)}, kind`, message)];
}

/** Where the domain says that a finding about an adaptation stands. */
function pathOf({ section, key, field }: AdaptationRequest): string {
  return [section, key, field].filter((step) => step !== undefined).join(".");
}

/** Adaptations with their values as what the template takes: a number where it has a number. */
function requestsOf(adaptations: readonly RowAdaptation[], release: StoredRelease): AdaptationRequest[] {
  if (adaptations.length === 0) return [];
  const numbers = new Set(
    adaptableParts(release.content).flatMap(({ section, key, fields }) =>
      fields.filter(({ kind }) => kind === "number").map(({ name }) => `${section}.${key}.${name}`),
    ),
  );
  return adaptations.map(({ request }) => {
    if (request.value === undefined || !numbers.has(pathOf(request))) return request;
    return { ...request, value: readNumber(request.value) ?? request.value };
  });
}
