import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Membership } from "@frontstep/domain/access";
import type { ImporterKey } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";
import { CannotStart } from "../cannot-start.ts";
import type { RequestContext } from "../context.ts";
import { asJob } from "../job-context.ts";
import {
  applyImport,
  checkImport,
  chooseMapping,
  importFindings,
  type ImportRecord,
  receiveUpload,
  requireImport,
} from "../modules/imports/index.ts";
import { findJurisdictionByOri } from "../modules/jurisdictions/index.ts";
import type { Databases } from "../persistence/database.ts";
import { PLATFORM } from "../persistence/write.ts";
import type { Command } from "./frontstep.ts";
import { say } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

/** What was typed behind the command's name. */
interface Wish {
  readonly importer: ImporterKey;
  readonly path: string;
  readonly mappingName: string | undefined;
  readonly isDryRun: boolean;
  /** The identifier of the city whose figures they are; none for published figures of any. */
  readonly ori: string | undefined;
  readonly period: string | undefined;
}

const shownFindings = 20;

/** The command that brings a file in: the same dry run, transaction and receipt as in the pages. */
export function importFile(importer: ImporterKey): Command {
  const isFigures = importer === "observations";
  return {
    usage: isFigures
      ? "FILE [--mapping NAME] [--period 2021] [--city ORI] [--dry-run]"
      : "FILE [--mapping NAME] [--dry-run]",
    does: isFigures
      ? "Brings figures in: published ones of any jurisdiction, or with --city those of one."
      : "Brings a directory of jurisdictions in, found by the identifiers of their police departments.",
    run: async (args) => {
      const wish = readWish(importer, args);
      const file = await stat(wish.path).catch(() => undefined);
      if (!file?.isFile()) throw new CannotStart(`There is no file ${wish.path}. Check the path.`);
      return await withDatabases((databases) => bringIn(databases, wish));
    },
  };
}

function readWish(importer: ImporterKey, args: readonly string[]): Wish {
  const options = {
    mapping: { type: "string" },
    period: { type: "string" },
    city: { type: "string" },
    "dry-run": { type: "boolean" },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined)
    throw new CannotStart(
      "Name the file behind the command, as in import-observations figures.csv --dry-run.",
    );
  return {
    importer,
    path,
    mappingName: values.mapping,
    isDryRun: values["dry-run"] ?? false,
    ori: values.city,
    period: values.period,
  };
}

async function bringIn(databases: Databases, wish: Wish): Promise<boolean> {
  const steward: Membership = { role: "platformSteward", scope: { kind: "platform" } };
  const job = { actorName: "Operator at the command line", via: "cli" } as const;
  const city =
    wish.ori === undefined
      ? undefined
      : await asJob(databases, { ...job, membership: steward }, (ctx) =>
          findJurisdictionByOri(ctx, wish.ori ?? ""),
        );
  const membership: Membership =
    city === undefined
      ? steward
      : { role: "cityAdministrator", scope: { kind: "jurisdiction", jurisdictionId: city.id } };
  return await asJob(databases, { ...job, membership }, (ctx) => runImport(ctx, city?.id ?? PLATFORM, wish));
}

async function runImport(ctx: RequestContext, jurisdictionId: string, wish: Wish): Promise<boolean> {
  const { importer, path } = wish;
  const received = await receiveUpload(ctx, {
    importer,
    jurisdictionId,
    fileName: basename(path),
    bytes: createReadStream(path),
  });
  if (received.kind === "refused") return sayFindings(received.findings);
  const { importId } = received;
  const mapping = await chooseMapping(ctx, await requireImport(ctx, importId), {
    name: wish.mappingName,
    period: wish.period,
  });
  const begun = await checkImport(ctx, { importId, mapping });
  if (begun.kind === "refused") return sayFindings(begun.findings);
  await begun.finished;
  const checked = await requireImport(ctx, importId);
  if (wish.isDryRun) return await sayReceipt(ctx, checked, "Dry run, nothing was changed");
  const applying = await applyImport(ctx, { importId, expectedRevision: checked.revision });
  if (applying.kind === "refused") {
    await sayReceipt(ctx, checked, "Nothing was changed");
    return sayFindings(applying.findings);
  }
  await applying.finished;
  return await sayReceipt(ctx, await requireImport(ctx, importId), "Brought in");
}

async function sayReceipt(
  ctx: RequestContext,
  { id, jurisdictionId, state, summary }: ImportRecord,
  title: string,
): Promise<boolean> {
  if (summary === null || (state !== "checked" && state !== "applied")) {
    say("The work failed on our side and nothing was changed. The log has the reason.");
    return false;
  }
  const { rows, added, changed, leftAlone, refused, missing, textRows, leftOut } = summary;
  say(
    `${title}: ${String(rows)} rows, ${String(added)} added, ${String(changed)} changed, ${String(leftAlone)} left alone, ${String(refused)} refused.`,
  );
  say(
    `Blank cells: ${String(missing)}. Headings and footnotes: ${String(textRows)}. Rows left out by the mapping: ${String(leftOut)}.`,
  );
  for (const { code, severity, count } of summary.findingCounts)
    say(`  ${severity} ${code}: ${String(count)}`);
  const found = await importFindings(ctx, { key: { jurisdictionId, id } }, { first: shownFindings });
  for (const { node } of found.edges) say(`  ${node.path}: ${node.message}`);
  if (found.totalCount > found.edges.length)
    say(`  … and ${String(found.totalCount - found.edges.length)} more`);
  return true;
}

function sayFindings(findings: readonly Finding[]): false {
  for (const { path, message } of findings) say(`${path}: ${message}`);
  return false;
}
