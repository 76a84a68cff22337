import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { CannotStart } from "../cannot-start.ts";
import { asJob } from "../job-context.ts";
import { exportTemplateFile } from "../modules/template-files/index.ts";
import { requireTemplate } from "../modules/templates/index.ts";
import type { Databases } from "../persistence/database.ts";
import type { Command } from "./frontstep.ts";
import { sayFindings } from "./given-template-file.ts";
import { atTheCommandLine, publisherFor, steward } from "./publisher.ts";
import { say } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

/** Writes a template with its releases as one signed file. */
export const exportTemplate: Command = {
  usage: "KEY [--out FILE]",
  does: "Writes a template with its releases as one signed file, to FILE or to KEY.frontstep.json here.",
  run: async (args) => {
    const options = { out: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [key] = positionals;
    if (key === undefined) throw new CannotStart("Name the template's key, as in template export csp-park.");
    return await withDatabases((databases) => writeOut(databases, key, values.out));
  },
};

async function writeOut(databases: Databases, key: string, out: string | undefined): Promise<boolean> {
  const { organizationId } = await asJob(databases, { ...atTheCommandLine, membership: steward }, (ctx) =>
    requireTemplate(ctx, key),
  );
  const membership = publisherFor(organizationId);
  const outcome = await asJob(databases, { ...atTheCommandLine, membership }, (ctx) =>
    exportTemplateFile(ctx, key),
  );
  if (outcome.kind === "refused") {
    sayFindings(outcome.findings);
    return false;
  }
  const path = out ?? outcome.fileName;
  await writeFile(path, outcome.text);
  say(`Wrote ${path}, ${String(Buffer.byteLength(outcome.text))} bytes.`);
  return true;
}
