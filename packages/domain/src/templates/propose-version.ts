import type { ContentSection } from "./content-section.ts";
import type { PartDifference } from "./diff-content.ts";
import { releaseVersionPattern, type ReleaseVersion } from "./release-version.ts";
import type { ContentPart, ContentParts } from "./template-content.ts";

/** How far a difference reaches, the furthest first: which number of the release rises. */
export const releaseLevels = ["major", "minor", "patch"] as const;

/** How far a difference reaches. */
export type ReleaseLevel = (typeof releaseLevels)[number];

/** The content before and after, under the keys of the one after. */
export interface ContentStep {
  readonly before: ContentParts;
  readonly after: ContentParts;
}

/** What says of a part that it is core: taking a field off the list, or putting it on, is a change of the core. */
const saysWhatIsCore = new Set(["core", "isCore", "coreComponents"]);
/** What a core component weighs and asks for is the core itself. */
const ofComponents = new Set(["weight", "isEssential", "looksLike"]);

function partIn(content: ContentParts, { section, key }: PartDifference): ContentPart | undefined {
  return content[section].find((part: ContentPart) => part.key === key);
}

function isText(value: unknown): boolean {
  return typeof value === "object" && value !== null && "en" in value;
}

/** Whether a field says something in words and decides nothing. */
function isWording(name: string, values: readonly unknown[]): boolean {
  if (name === "basis") return true;
  return values.every(
    (value) => value === undefined || (Array.isArray(value) ? value : [value]).every(isText),
  );
}

function valueOf(part: ContentPart | undefined, name: string): unknown {
  return part === undefined ? undefined : new Map<string, unknown>(Object.entries(part)).get(name);
}

function isCorePart(section: ContentSection, part: ContentPart | undefined): boolean {
  return section === "coreComponents" || part?.isCore === true;
}

function isCoreField(
  { section }: PartDifference,
  parts: readonly (ContentPart | undefined)[],
  name: string,
): boolean {
  if (saysWhatIsCore.has(name)) return true;
  if (section === "coreComponents" && ofComponents.has(name)) return true;
  return parts.some((part) => part?.core.includes(name) === true);
}

/**
 * How far one difference reaches. Major: a core component, a part that is core as a whole, a field that is core, or
 * what counts as core. Patch: words, guidance, and what values rest on. Everything else is minor.
 */
export function differenceLevel(difference: PartDifference, { before, after }: ContentStep): ReleaseLevel {
  const { section, kind, fields } = difference;
  const [old, now] = [partIn(before, difference), partIn(after, difference)];
  if (kind !== "changed") {
    if (isCorePart(section, old ?? now)) return "major";
    return section === "guidance" ? "patch" : "minor";
  }
  if (fields.some((name) => isCoreField(difference, [old, now], name))) return "major";
  const isOnlyWords = fields.every((name) => isWording(name, [valueOf(old, name), valueOf(now, name)]));
  return isOnlyWords ? "patch" : "minor";
}

/** The furthest of several levels; wording when there is none. */
export function furthestLevel(levels: readonly ReleaseLevel[]): ReleaseLevel {
  return releaseLevels.find((level) => levels.includes(level)) ?? "patch";
}

/**
 * The number that follows a release when something of this level changed; `1.0.0` when there is none before.
 * After `3.2.0`: major `4.0.0`, minor `3.3.0`, patch `3.2.1`.
 */
export function proposeVersion(newest: ReleaseVersion | undefined, level: ReleaseLevel): ReleaseVersion {
  const [, major, minor, patch] = (newest === undefined ? null : releaseVersionPattern.exec(newest)) ?? [];
  if (major === undefined) return "1.0.0" as ReleaseVersion;
  const next = {
    major: `${String(Number(major) + 1)}.0.0`,
    minor: `${major}.${String(Number(minor) + 1)}.0`,
    patch: `${major}.${String(minor)}.${String(Number(patch) + 1)}`,
  };
  return next[level] as ReleaseVersion;
}
