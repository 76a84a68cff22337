import type { Indicator } from "../outcomes/index.ts";
import type { Finding } from "../shared/index.ts";
import {
  canonicalJson,
  checkContent,
  compareReleaseVersions,
  parseReleaseVersion,
} from "../templates/index.ts";
import { findAlikeKeys } from "./find-alike-keys.ts";
import { fileFault, strictFault } from "./file-finding.ts";
import { templateFileLimits } from "./file-limits.ts";
import { templateFileFormat, templateFileSchema } from "./parse-template-file.ts";
import { readStrictJson } from "./read-strict-json.ts";
import type { FileCryptography, FileRelease, TemplateFile } from "./template-file.ts";
import { signedText } from "./write-template-file.ts";

/** What reading a file gives: the template with notes on it, or what keeps it out. */
export type ReadTemplateFile =
  | { readonly kind: "read"; readonly file: TemplateFile; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** What a file is read with. */
export interface FileReading {
  readonly cryptography: FileCryptography;
  /** The indicators that goals may refer to beside those that the template brings itself. */
  readonly catalogue: readonly Indicator[];
}

const mostFindings = 50;

/**
 * Reads a template file and tries everything that needs nothing but the file: its form, its signatures, and
 * whether each release could have been published. Whose keys these are and what is held here already is
 * for the importer to ask.
 */
export function readTemplateFile(text: string, reading: FileReading): ReadTemplateFile {
  const strict = readStrictJson(text, templateFileLimits);
  if (strict.kind === "refused") return refused([strictFault(strict.fault, strict)]);
  const form = checkForm(strict.value, text);
  if (form.kind === "refused") return form;
  const { file } = form;
  const broken = [...findWrongKeys(file, reading.cryptography), ...findChanges(file, reading.cryptography)];
  if (broken.length > 0) return refused(broken);
  const findings = [
    ...findDisorder(file),
    ...file.releases.flatMap((release) => checkRelease(release, reading)),
  ];
  const isWhole = findings.every(({ severity }) => severity !== "error");
  return isWhole ? { kind: "read", file, findings } : refused(findings);
}

function refused(findings: readonly Finding[]): { kind: "refused"; findings: readonly Finding[] } {
  return { kind: "refused", findings: findings.slice(0, mostFindings) };
}

function checkForm(value: unknown, text: string): ReadTemplateFile {
  const foreign = checkFormat(value);
  if (foreign) return refused([foreign]);
  const parsed = templateFileSchema.safeParse(value);
  if (!parsed.success) {
    const findings = parsed.error.issues.map((issue) =>
      fileFault(
        "FORM_INVALID",
        issue.path.map(String).join(".").slice(0, 200) || "file",
        `${issue.message.replace(/\.$/, "").slice(0, 300)}. See docs/data-formats.md for the form of a template file.`,
      ),
    );
    return refused(findings);
  }
  if (canonicalJson(parsed.data) === text) return { kind: "read", file: parsed.data, findings: [] };
  const message =
    "This file was written anew since it was exported: its spaces, its order or the way its letters are written differ. Bring in the file as it was exported.";
  return refused([fileFault("NOT_CANONICAL", "file", message)]);
}

function checkFormat(value: unknown): Finding | undefined {
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (format === templateFileFormat) return undefined;
  const [, number] = /^frontstep\.template-file\/([1-9]\d{0,5})$/.exec(String(format).slice(0, 60)) ?? [];
  if (number !== undefined)
    return fileFault(
      "FORMAT_NEWER",
      "format",
      `This file was written by a newer Frontstep, in form ${number} of template files. Bring Frontstep up to date here, or ask for an export in form 1.`,
    );
  const message = "This is not a template file. Choose a file that was exported from a template's page.";
  return fileFault("FORMAT_UNKNOWN", "format", message);
}

/** Keys that are not what their fingerprint says, stand twice or out of order, or that nothing is signed with. */
function findWrongKeys({ keys, releases }: TemplateFile, { hashBytes }: FileCryptography): Finding[] {
  const used = new Set(releases.map(({ signature }) => signature.key));
  const isOrdered = keys.every(
    ({ fingerprint }, index) => index === 0 || (keys[index - 1]?.fingerprint ?? "") < fingerprint,
  );
  const areAll = used.size === keys.length && keys.every(({ fingerprint }) => used.has(fingerprint));
  const areTrue = keys.every(({ fingerprint, publicKey }) => hashBytes(publicKey) === fingerprint);
  if (isOrdered && areAll && areTrue) return [];
  const message =
    "The keys in this file are not those that its releases are signed with. Do not use it; ask its sender for a new export.";
  return [fileFault("KEYS_WRONG", "keys", message)];
}

/** Releases of which something was changed after they were signed. */
function findChanges({ keys, releases }: TemplateFile, cryptography: FileCryptography): Finding[] {
  const publicKeys = new Map(keys.map(({ fingerprint, publicKey }) => [fingerprint, publicKey]));
  return releases.flatMap(({ signature, ...release }) => {
    const publicKey = publicKeys.get(signature.key);
    if (publicKey !== undefined && cryptography.isSignedBy(signedText(release), signature.value, publicKey))
      return [];
    const version = release.content.release;
    const message = `Release ${version} was changed after it was signed. Do not use this file; ask ${release.organization} for a new export.`;
    return [fileFault("SIGNATURE_WRONG", `releases.${version}`, message)];
  });
}

/** Releases of another template, out of order, or twice. */
function findDisorder({ template, releases }: TemplateFile): Finding[] {
  const foreign = releases.filter(({ content }) => content.template !== template);
  const isOrdered = releases.every(({ content }, index) => {
    const before = parseReleaseVersion(releases[index - 1]?.content.release ?? "");
    const version = parseReleaseVersion(content.release);
    return before === undefined || (version !== undefined && compareReleaseVersions(before, version) < 0);
  });
  const message = `A template file holds the releases of one template, each once, oldest first. Export "${template}" again.`;
  return foreign.length === 0 && isOrdered ? [] : [fileFault("RELEASES_MIXED", "releases", message)];
}

function checkRelease(release: FileRelease, { cryptography, catalogue }: FileReading): Finding[] {
  const { content, contentHash } = release;
  const within = `releases.${content.release}`;
  if (cryptography.hash(canonicalJson(content)) !== contentHash) {
    const message = `The hash of release ${content.release} is not that of its content. Ask ${release.organization} for a new export.`;
    return [fileFault("HASH_WRONG", `${within}.contentHash`, message)];
  }
  const findings = [...checkContent(content, catalogue), ...findAlikeKeys(content)];
  return findings.map((finding) => ({ ...finding, path: `${within}.${finding.path}` }));
}
