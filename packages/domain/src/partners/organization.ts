import type { Finding } from "../shared/index.ts";

/** What is kept about an organization that works with sites. */
export interface OrganizationProfile {
  /** As registered. */
  readonly legalName: string;
  /** As people call it. */
  readonly publicName: string;
  /** What it was called before. */
  readonly formerNames: readonly string[];
  readonly website: string | null;
  /** The address of a role, such as partnerships@example.org, not of a person. */
  readonly contactEmail: string | null;
}

/** The longest name that is accepted, in characters. */
const longestName = 200;
/** The most former names that are kept. */
const mostFormerNames = 20;
const emailForm = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u;

/** What is wrong with the record of an organization, each with what to do about it. */
export function checkOrganization(profile: OrganizationProfile): Finding[] {
  return [
    ...checkName(profile.legalName, "legalName"),
    ...checkName(profile.publicName, "publicName"),
    ...checkFormerNames(profile.formerNames),
    ...checkWebsite(profile.website),
    ...checkContact(profile.contactEmail),
  ];
}

function checkName(name: string, path: string): Finding[] {
  if (name.trim() === "") return [error("NAME_MISSING", path, "Write the name of the organization.")];
  if (name.length > longestName) {
    return [error("NAME_TOO_LONG", path, `Shorten the name to ${String(longestName)} characters.`)];
  }
  return [];
}

function checkFormerNames(names: readonly string[]): Finding[] {
  if (names.length > mostFormerNames) {
    return [
      error("FORMER_NAMES_TOO_MANY", "formerNames", `Keep at most ${String(mostFormerNames)} former names.`),
    ];
  }
  return names.flatMap((name, index) => checkName(name, `formerNames.${String(index)}`));
}

function checkWebsite(website: string | null): Finding[] {
  if (website === null) return [];
  const isAddress = /^https?:\/\/[^\s/?#]+\.[^\s/?#]+/iu.test(website) && website.length <= 500;
  return isAddress
    ? []
    : [error("WEBSITE_MALFORMED", "website", "Write the whole address, for example https://example.org.")];
}

function checkContact(contactEmail: string | null): Finding[] {
  if (contactEmail === null) return [];
  return emailForm.test(contactEmail) && contactEmail.length <= 254
    ? []
    : [
        error(
          "CONTACT_MALFORMED",
          "contactEmail",
          "Write one e-mail address, for example partnerships@example.org.",
        ),
      ];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

/** Words that many organizations have in their names and that tell none of them apart. */
const weakWords = new Set([
  "the",
  "of",
  "and",
  "for",
  "a",
  "an",
  "inc",
  "llc",
  "ltd",
  "corp",
  "co",
  "foundation",
]);

/**
 * A name reduced to what tells it apart: without case, accents, punctuation and words such as
 * "the" and "Inc". Two organizations with the same reduced name are probably one.
 *
 * @example "The Niños & Families Foundation, Inc." → "ninos families"
 */
export function reducedName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !weakWords.has(word));
  return (telling.length > 0 ? telling : words).join(" ");
}

/**
 * How alike two names are, from 0 to 1: the share of three-letter sequences that the reduced names
 * have in common (Jaccard). 1 for the same reduced name. Above 0.5 a person should look.
 */
export function nameSimilarity(one: string, other: string): number {
  const left = trigrams(reducedName(one));
  const right = trigrams(reducedName(other));
  const common = [...left].filter((part) => right.has(part)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

function trigrams(name: string): Set<string> {
  const padded = `  ${name} `;
  const parts = Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) =>
    padded.slice(index, index + 3),
  );
  return new Set(name === "" ? [] : parts);
}

/** How alike the names of two records must be for them to be proposed as duplicates. */
export const duplicateThreshold = 0.5;

/** Whether two organizations are probably one: any of their names, former ones included, are alike. */
export function areProbablyOne(one: OrganizationNames, other: OrganizationNames): boolean {
  return namesOf(one).some((left) =>
    namesOf(other).some((right) => nameSimilarity(left, right) >= duplicateThreshold),
  );
}

/** The names by which an organization can be found. */
export type OrganizationNames = Pick<OrganizationProfile, "legalName" | "publicName" | "formerNames">;

function namesOf({ legalName, publicName, formerNames }: OrganizationNames): string[] {
  return [legalName, publicName, ...formerNames];
}
