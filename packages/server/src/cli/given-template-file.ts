import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import type { Finding } from "@frontstep/domain/shared";
import { showFingerprint } from "@frontstep/domain/template-files";

import { CannotStart } from "../cannot-start.ts";
import { receiveTemplateFile } from "../modules/template-files/index.ts";
import { say, sayPlainly } from "./say.ts";

/** The text of the file that was named, or null when it was refused, with the reason said. */
export async function readGivenFile(
  path: string | undefined,
): Promise<{ text: string; sha256: string } | null> {
  if (path === undefined)
    throw new CannotStart(
      "Name the file behind the command, as in template validate csp-park.frontstep.json.",
    );
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) throw new CannotStart(`There is no file ${path}. Check the path.`);
  const received = await receiveTemplateFile(createReadStream(path));
  if (received.kind === "received") return received;
  sayFindings([received.finding]);
  return null;
}

/** Says each finding on a line of its own. */
export function sayFindings(findings: readonly Finding[]): void {
  for (const { severity, path, message } of findings) sayPlainly(`${severity}  ${path}: ${message}`);
}

/** Says a key so that it can be compared: who claims it, in words, and in digits. */
export function sayKey(claimedName: string, fingerprint: string): void {
  const { words, groups } = showFingerprint(fingerprint);
  sayPlainly(`  "${claimedName}"`);
  say(`    ${words.join(" ")}\n    ${groups.join(" ")}`);
}
