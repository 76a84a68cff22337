import type { Indicator } from "../outcomes/index.ts";
import type { Finding } from "../shared/index.ts";
import { checkContent, type ContentPart, type ContentParts, parsePart } from "../templates/index.ts";
import { titleOf } from "./adaptable-parts.ts";
import type { AdaptableSection } from "./adaptation.ts";

/** A part that a site has of its own: a new one, or another wording of one that it has. */
export interface OwnPart {
  readonly section: AdaptableSection;
  /** The key of a part of its own that is written anew; absent for a new one. */
  readonly key?: string | undefined;
  /** The part as the format of templates has it, without what it is to the program. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** A site's design with a part of its own, or what keeps it from being there. */
export type WithOwnPart =
  | { readonly kind: "written"; readonly content: ContentParts; readonly part: ContentPart }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** How the keys of parts begin that a site added. */
export const ownKeyStart = "own-";

/**
 * The key of a part that a site adds, from its English title: two sites that add the same part give it the same key,
 * so that a release which takes the part up finds it at both. A part of the site that has the key already is told
 * apart by a number.
 *
 * @example ownKey("Café & garden, Tuesdays", new Set()) // "own-cafe-garden-tuesdays"
 */
export function ownKey(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = withinRoom(words ?? []);
  const key = `${ownKeyStart}${name}`;
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${String(number)}`)) number += 1;
  return `${key}-${String(number)}`;
}

/** The most letters of the name in a key: a key stands beside the title in every list. */
const mostLetters = 24;

/** As many of the words as there is room for, the first at least in part. */
function withinRoom([first = "part", ...others]: readonly string[]): string {
  let name = first.slice(0, mostLetters);
  for (const word of others) {
    if (`${name}-${word}`.length > mostLetters) break;
    name = `${name}-${word}`;
  }
  return name;
}

/** What a part of a site's own cannot say of itself: only a template tells what is core, sourced or renamed. */
const toTheProgram = new Set(["core", "isCore", "coreComponents", "basis", "restsOn", "was"]);

function titleIn(value: OwnPart["value"]): string {
  const named = [value["title"], value["name"]].find((one) => typeof one === "object" && one !== null);
  const { en } = (named ?? {}) as { readonly en?: unknown };
  return typeof en === "string" ? en : "";
}

function withPart(content: ContentParts, section: AdaptableSection, part: ContentPart): ContentParts {
  const parts: readonly ContentPart[] = content[section];
  const isHeld = parts.some(({ key }) => key === part.key);
  const next = isHeld ? parts.map((held) => (held.key === part.key ? part : held)) : [...parts, part];
  return { ...content, [section]: next };
}

function refused(path: string, code: string, message: string): WithOwnPart {
  return { kind: "refused", findings: [{ code, severity: "error", path, message }] };
}

/**
 * Writes a part of its own into a site's design. The part must fit the format and the rest of the design, as a
 * template's would: references lead somewhere, and no goal is one that the engine refuses. Parts that come from the release
 * are changed by adapting them, not here.
 *
 * @param release what the site's release has: its keys are not a site's own.
 */
export function writeOwnPart(
  content: ContentParts,
  { section, key: known, value }: OwnPart,
  { release, catalogue }: { readonly release: ContentParts; readonly catalogue: readonly Indicator[] },
): WithOwnPart {
  const keysOf = (parts: readonly ContentPart[]): string[] => parts.map(({ key }) => key);
  const released = new Set(keysOf(release[section]));
  const held = new Set(keysOf(content[section]));
  if (known !== undefined && (released.has(known) || !held.has(known))) {
    const message = `"${known}" is not a part of this site's own. Change a part of the release by adapting it.`;
    return refused(`${section}.${known}`, "OWN_PART_UNKNOWN", message);
  }
  const key = known ?? ownKey(titleIn(value), new Set([...released, ...held]));
  const said = Object.entries(value).filter(([field]) => !toTheProgram.has(field));
  const parsed = parsePart(section, { ...Object.fromEntries(said), key });
  if (parsed.kind === "unreadable")
    return {
      kind: "refused",
      findings: parsed.findings.map((finding) => ({ ...finding, path: `${section}.${key}.${finding.path}` })),
    };
  const written = withPart(content, section, parsed.part);
  const before = new Set(placesOf(checkContent(content, catalogue)));
  const findings = checkContent(written, catalogue).filter(
    (finding) => finding.severity === "error" && !before.has(placeOf(finding)),
  );
  if (findings.length > 0) return { kind: "refused", findings };
  if (!/[\p{L}\p{N}]/u.test(titleOf(parsed.part).en))
    return refused(`${section}.${key}`, "OWN_PART_UNTITLED", "Give it a title that says what it is.");
  return { kind: "written", content: written, part: parsed.part };
}

function placeOf({ code, path }: Finding): string {
  return `${code} ${path}`;
}

function placesOf(findings: readonly Finding[]): string[] {
  return findings.map(placeOf);
}
