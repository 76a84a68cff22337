import { readFile, stat } from "node:fs/promises";
import { isUtf8 } from "node:buffer";
import { parseArgs } from "node:util";

import type { Membership } from "@frontstep/domain/access";
import type { Finding } from "@frontstep/domain/shared";

import { CannotStart } from "../cannot-start.ts";
import { asJob } from "../job-context.ts";
import { findJurisdictionByOri } from "../modules/jurisdictions/index.ts";
import { openSites as openSitesOfTable, type OpenSitesOutcome } from "../modules/sites/index.ts";
import type { Databases } from "../persistence/database.ts";
import type { Command } from "./frontstep.ts";
import { say } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

interface Wish {
  readonly table: string;
  readonly ori: string;
  readonly isDryRun: boolean;
}

const largestFile = 5 * 1024 * 1024;
const shownFindings = 50;

/** Opens the sites of a table, all of them or none; with --dry-run it only says what it would do. */
export const openSites: Command = {
  usage: "FILE --city ORI [--dry-run]",
  does: "Opens the sites of a CSV file in one city: all of them, or none. docs/data-formats.md has the columns.",
  run: async (args) => {
    const wish = await readWish(args);
    return await withDatabases(async (databases) => sayOutcome(await openThem(databases, wish)));
  },
};

async function readWish(args: readonly string[]): Promise<Wish> {
  const options = { city: { type: "string" }, "dry-run": { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || values.city === undefined) {
    throw new CannotStart(
      "Name the file and the city, as in open-sites sites.csv --city OH0570200 --dry-run.",
    );
  }
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) throw new CannotStart(`There is no file ${path}. Check the path.`);
  if (file.size > largestFile) throw new CannotStart(`${path} is larger than 5 MB. Split it in two.`);
  const bytes = await readFile(path);
  if (!isUtf8(bytes))
    throw new CannotStart(`${path} is not in UTF-8. Save it as "CSV UTF-8" from the spreadsheet.`);
  return { table: bytes.toString("utf8"), ori: values.city, isDryRun: values["dry-run"] ?? false };
}

async function openThem(databases: Databases, { table, ori, isDryRun }: Wish): Promise<OpenSitesOutcome> {
  const job = { actorName: "Operator at the command line", via: "cli" } as const;
  const steward: Membership = { role: "platformSteward", scope: { kind: "platform" } };
  const city = await asJob(databases, { ...job, membership: steward }, (ctx) =>
    findJurisdictionByOri(ctx, ori),
  );
  const membership: Membership = {
    role: "cityAdministrator",
    scope: { kind: "jurisdiction", jurisdictionId: city.id },
  };
  return await asJob(databases, { ...job, membership }, (ctx) =>
    openSitesOfTable(ctx, { jurisdictionId: city.id, table, isDryRun }),
  );
}

function sayOutcome(outcome: OpenSitesOutcome): boolean {
  sayFindings(outcome.findings);
  switch (outcome.kind) {
    case "opened":
      say(`Opened ${String(outcome.siteIds.length)} sites.`);
      return true;
    case "checked":
      say(`Dry run: ${String(outcome.siteCount)} sites would be opened. Nothing was changed.`);
      return true;
    case "refused":
      say("No site was opened. Put right what is listed above, and run this again.");
      return false;
  }
}

function sayFindings(findings: readonly Finding[]): void {
  for (const { severity, path, message } of findings.slice(0, shownFindings))
    say(`${severity}  ${path}: ${message}`);
  if (findings.length > shownFindings) say(`… and ${String(findings.length - shownFindings)} more`);
}
