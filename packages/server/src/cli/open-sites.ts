import { readFile, stat } from "node:fs/promises";
import { isUtf8 } from "node:buffer";
import { parseArgs } from "node:util";

import type { Finding } from "@frontstep/domain/shared";

import { CannotStart } from "../cannot-start.ts";
import type { Databases } from "../persistence/database.ts";
import type { PlannedSites } from "../modules/sites/index.ts";
import { type OpenedCity, openSitesFile, type SitesFileOutcome } from "../open-sites-file.ts";
import type { Command } from "./frontstep.ts";
import { say } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

interface Wish {
  readonly table: string;
  readonly adaptations: string | undefined;
  readonly city: string | undefined;
  readonly isDryRun: boolean;
}

const largestFile = 5 * 1024 * 1024;
const shownFindings = 50;
const whatStands =
  "The cities named above as opened stand; in all others nothing was opened. Run this again with the same files: what is there already is left as it is.";

/** Opens the sites of a table; with --dry-run it only says what it would do. */
export const openSites: Command = {
  usage: "FILE [--city ORI] [--adaptations FILE] [--dry-run]",
  does: "Opens the sites of a CSV file: none while a row has a fault. docs/data-formats.md has the columns.",
  run: async (args) => {
    const wish = await readWish(args);
    return await withDatabases(async (databases) => sayOutcome(await openOrSayWhatStands(databases, wish)));
  },
};

/** When a later city breaks off, the operator learns what stands before the reason. */
async function openOrSayWhatStands(databases: Databases, wish: Wish): Promise<SitesFileOutcome> {
  let outcome: SitesFileOutcome | undefined;
  try {
    outcome = await openSitesFile(databases, { ...wish, onOpened: sayOpened });
    return outcome;
  } finally {
    if (outcome === undefined) say(`Broken off. ${whatStands}`);
  }
}

async function readWish(args: readonly string[]): Promise<Wish> {
  const options = {
    city: { type: "string" },
    adaptations: { type: "string" },
    "dry-run": { type: "boolean" },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined) {
    throw new CannotStart(
      "Name the file, and the city of the rows that name none, as in open-sites sites.csv --city OH0570200 --dry-run.",
    );
  }
  return {
    table: await readText(path),
    adaptations: values.adaptations === undefined ? undefined : await readText(values.adaptations),
    city: values.city,
    isDryRun: values["dry-run"] ?? false,
  };
}

async function readText(path: string): Promise<string> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) throw new CannotStart(`There is no file ${path}. Check the path.`);
  if (file.size > largestFile) throw new CannotStart(`${path} is larger than 5 MB. Split it in two.`);
  const bytes = await readFile(path);
  if (!isUtf8(bytes))
    throw new CannotStart(`${path} is not in UTF-8. Save it as "CSV UTF-8" from the spreadsheet.`);
  return bytes.toString("utf8");
}

function sayOutcome(outcome: SitesFileOutcome): boolean {
  if (outcome.kind !== "stopped") sayFindings(outcome.findings);
  switch (outcome.kind) {
    case "opened":
      say(`Opened ${count(outcome.cities.flatMap(({ siteIds }) => siteIds).length, "site")}.`);
      return true;
    case "checked":
      sayPlans(outcome.cities);
      return true;
    case "refused":
      say("No site was opened. Put right what is listed above, and run this again.");
      return false;
    case "stopped":
      say(
        `Stopped at ${outcome.at.name}: somebody has just opened a site of one of these names there. ${whatStands}`,
      );
      return false;
  }
}

function sayOpened({ jurisdiction, siteIds, alreadyThere }: OpenedCity): void {
  const left = alreadyThere.length === 0 ? "" : `, ${String(alreadyThere.length)} there already`;
  say(`${jurisdiction.name}: opened ${count(siteIds.length, "site")}${left}.`);
}

function sayPlans(cities: readonly PlannedSites[]): void {
  for (const { jurisdiction, plans, alreadyThere } of cities) {
    say(`${jurisdiction.name} (${jurisdiction.ori ?? jurisdiction.stateCode})`);
    for (const planned of plans) say(`  ${describe(planned)}`);
    for (const name of alreadyThere) say(`  ${name}: there already, left as it is`);
  }
  const sites = cities.flatMap(({ plans }) => plans).length;
  say(`Dry run: ${count(sites, "site")} would be opened. Nothing was changed.`);
}

/** What opening one site makes, in a line. */
function describe({ input, release, plan }: PlannedSites["plans"][number]): string {
  const core = plan.adaptations.filter(({ touchesCore }) => touchesCore).length;
  const made = [
    count(plan.checklist.length, "checklist item"),
    count(plan.slots.length, "slot"),
    count(input.owners?.length ?? 0, "owner"),
    count(plan.adaptations.length, "adaptation") + (core > 0 ? ` (${String(core)} of the core)` : ""),
  ];
  return `${input.name}: ${release.content.template} ${release.version}, launch ${input.launchOn}, ${made.join(", ")}`;
}

function count(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? "" : "s"}`;
}

function sayFindings(findings: readonly Finding[]): void {
  for (const { severity, path, message } of findings.slice(0, shownFindings))
    say(`${severity}  ${path}: ${message}`);
  if (findings.length > shownFindings) say(`… and ${String(findings.length - shownFindings)} more`);
}
