import { parseArgs } from "node:util";

import { CannotStart } from "../cannot-start.ts";
import type { RequestContext } from "../context.ts";
import { asJob } from "../job-context.ts";
import {
  checkTemplateFile,
  type FilePlan,
  findOrganizationsNamed,
  importTemplateFile,
} from "../modules/template-files/index.ts";
import type { Databases } from "../persistence/database.ts";
import type { Command } from "./frontstep.ts";
import { readGivenFile, sayFindings, sayKey } from "./given-template-file.ts";
import { atTheCommandLine, publisherFor, steward } from "./publisher.ts";
import { say, sayPlainly } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

interface Wish {
  readonly text: string;
  readonly sha256: string;
  readonly organizationName: string | undefined;
  readonly trust: readonly string[];
  readonly isDryRun: boolean;
}

/** Brings in the releases of a template file that are not held yet. */
export const importTemplate: Command = {
  usage: "FILE [--organization NAME] [--trust FINGERPRINT] [--dry-run]",
  does: "Brings a template file in, for the platform or for an organization; a key that is not known yet must be named.",
  run: async (args) => {
    const options = {
      organization: { type: "string" },
      trust: { type: "string", multiple: true },
      "dry-run": { type: "boolean" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = await readGivenFile(positionals[0]);
    if (given === null) return false;
    const trust = (values.trust ?? []).map((fingerprint) => fingerprint.replace(/[\s:-]/g, "").toLowerCase());
    const isDryRun = values["dry-run"] ?? false;
    const wish = { ...given, organizationName: values.organization, trust, isDryRun };
    return await withDatabases((databases) => bringIn(databases, wish));
  },
};

async function bringIn(databases: Databases, wish: Wish): Promise<boolean> {
  const organizationId = await findOrganization(databases, wish.organizationName);
  const membership = publisherFor(organizationId);
  return await asJob(databases, { ...atTheCommandLine, membership }, (ctx) =>
    runImport(ctx, wish, organizationId),
  );
}

async function findOrganization(databases: Databases, name: string | undefined): Promise<string | null> {
  if (name === undefined) return null;
  const [found, other] = await asJob(databases, { ...atTheCommandLine, membership: steward }, (ctx) =>
    findOrganizationsNamed(ctx.database, name),
  );
  if (found === undefined)
    throw new CannotStart(
      `There is no organization called "${name}". Write its public name as the directory has it.`,
    );
  if (other !== undefined)
    throw new CannotStart(
      `Several organizations are called "${name}". Bring the file in in the browser instead.`,
    );
  return found;
}

async function runImport(
  ctx: RequestContext,
  { isDryRun, trust, ...wish }: Wish,
  organizationId: string | null,
): Promise<boolean> {
  const given = { ...wish, organizationId };
  const outcome = isDryRun
    ? await checkTemplateFile(ctx, given)
    : await importTemplateFile(ctx, { ...given, checkedSha256: given.sha256, trust });
  if (outcome.kind === "refused") {
    sayFindings(outcome.findings);
    say("Nothing was brought in.");
    return false;
  }
  sayPlan(outcome.plan);
  switch (outcome.kind) {
    case "checked":
      say("Dry run: nothing was changed.");
      return true;
    case "unchanged":
      say("All of it is here already. Nothing was changed.");
      return true;
    case "imported":
      say("Brought in.");
      return true;
    case "untrusted":
      sayQuestion(outcome.plan);
      return false;
  }
}

function sayPlan({ file, releases, findings }: FilePlan): void {
  sayFindings(findings);
  say(`"${file.template}":`);
  for (const { version, standing, organization, publishedAt } of releases)
    sayPlainly(
      `  ${version}  ${standing === "added" ? "to add" : "here already"}  ${organization}, ${publishedAt.slice(0, 10)}`,
    );
}

function sayQuestion({ keys }: FilePlan): void {
  const unknown = keys.filter(({ standing }) => standing === "unknown");
  say("Signed with a key that nobody here knows yet, by somebody who calls themselves");
  for (const { claimedName, fingerprint } of unknown) sayKey(claimedName, fingerprint);
  say(
    "Ask them for their fingerprint by another way than this file came. If it is the same, run this again with",
  );
  say(`  ${unknown.map(({ fingerprint }) => `--trust ${fingerprint}`).join(" ")}`);
}
