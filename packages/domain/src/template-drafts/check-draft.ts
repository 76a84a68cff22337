import type { Indicator } from "../outcomes/index.ts";
import type { Finding, LocalizedText } from "../shared/index.ts";
import {
  checkContent,
  contentSections,
  type ContentPart,
  type ContentSection,
  type TemplateContent,
} from "../templates/index.ts";
import type { Draft } from "./apply-edits.ts";
import { draftDifferences } from "./draft-differences.ts";

/** A draft with what must be known to judge it. */
export interface DraftStanding extends Draft {
  /** Indicators that goals may refer to beside those that the draft brings itself. */
  readonly catalogue: readonly Indicator[];
  /** How many sites have something under a part of the release before, by `section.key`. */
  readonly uses: ReadonlyMap<string, number>;
}

function findRemovedInUse({ content, base, uses }: DraftStanding): Finding[] {
  return draftDifferences({ content, base })
    .parts.filter(({ kind }) => kind === "removed")
    .flatMap(({ section, key }): Finding[] => {
      const count = uses.get(`${section}.${key}`) ?? 0;
      if (count === 0) return [];
      const sites = count === 1 ? "1 site uses it" : `${String(count)} sites use it`;
      const message = `"${key}" is taken out and ${sites}. Each will be asked what is to become of it. If the part only has another key now, put it back and rename it.`;
      return [{ code: "REMOVED_PART_IN_USE", severity: "warning", path: `${section}.${key}`, message }];
    });
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === "object" && value !== null && "en" in value && typeof value.en === "string";
}

function lacksSpanish(value: unknown): boolean {
  if (isText(value)) return value.es === undefined;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(lacksSpanish);
}

function untranslated(path: string): Finding {
  const message =
    "This is not written in Spanish, which the template promises. Readers of Spanish will see it in English.";
  return { code: "TEXT_NOT_TRANSLATED", severity: "warning", path, message };
}

/** Words that are missing in Spanish, where the template says that it is written in it. */
function findUntranslated(content: TemplateContent): Finding[] {
  if (!content.languages.includes("es")) return [];
  const inHead = (["name", "summary", "changes"] as const).filter((name) => lacksSpanish(content[name]));
  const inParts = contentSections.flatMap((section) =>
    content[section].flatMap((part: ContentPart) =>
      Object.entries(part)
        .filter(([, value]) => lacksSpanish(value))
        .map(([name]) => `${section}.${part.key}.${name}`),
    ),
  );
  return [...inHead, ...inParts].map(untranslated);
}

/** What is to be said about a draft as it stands. Findings of severity `error` keep it from being published. */
export function checkDraft(standing: DraftStanding): Finding[] {
  const { content, catalogue } = standing;
  return [...checkContent(content, catalogue), ...findRemovedInUse(standing), ...findUntranslated(content)];
}

function isNoted(content: TemplateContent, section: ContentSection, key: string): boolean {
  return content.changeNotes?.some((note) => note.section === section && note.key === key) === true;
}

/** What keeps a sound draft from being published: nothing has changed, or nobody says why something did. */
export function checkRelease(draft: Draft): Finding[] {
  const { content, base } = draft;
  if (base === undefined) return [];
  const { parts, reordered, head } = draftDifferences(draft);
  if (parts.length + reordered.length + head.length === 0) {
    const message = "Nothing differs from the release before. Change something first.";
    return [{ code: "RELEASE_WITHOUT_CHANGE", severity: "error", path: "", message }];
  }
  return parts
    .filter(({ section, key }) => !isNoted(content, section, key))
    .map(({ section, key }) => ({
      code: "CHANGE_NOTE_MISSING",
      severity: "error",
      path: `${section}.${key}.changeNote`,
      message: `Say in a sentence why "${key}" changed: the sites that decide about the release read it.`,
    }));
}
