import { join } from "node:path";

import { readTemplateFile } from "@frontstep/domain/template-files";

import { fileCryptography } from "../modules/template-files/index.ts";
import { readBuiltInIndicators } from "../modules/templates/index.ts";
import { rootFolder } from "../root-folder.ts";
import type { Command } from "./frontstep.ts";
import { readGivenFile, sayFindings, sayKey } from "./given-template-file.ts";
import { say } from "./say.ts";

/** Tries a template file without a database: its form, its signatures, and whether its releases could be published. */
export const validateTemplate: Command = {
  usage: "FILE",
  does: "Tries a template file without a database: form, signatures, and what is in it.",
  run: async ([path]) => {
    const given = await readGivenFile(path);
    if (given === null) return false;
    const catalogue = await readBuiltInIndicators(join(rootFolder(), "prisma", "seed", "catalogue"));
    const read = readTemplateFile(given.text, { cryptography: fileCryptography, catalogue });
    sayFindings(read.findings);
    if (read.kind === "refused") {
      say("This file cannot be brought in.");
      return false;
    }
    const { template, releases, keys } = read.file;
    const versions = releases.map(({ content }) => content.release).join(", ");
    say(`"${template}" with ${String(releases.length)} releases: ${versions}. Signed by`);
    for (const { fingerprint } of keys) {
      const signed = releases.findLast(({ signature }) => signature.key === fingerprint);
      sayKey(signed?.organization ?? "", fingerprint);
    }
    say("The file is whole. Whether to trust these keys, compare them with their holders.");
    return true;
  },
};
