import type { Finding } from "../shared/index.ts";
import { renameKeys, type ContentPart, type TemplateContent } from "../templates/index.ts";
import type { DraftEditOf } from "./draft-edit.ts";

interface Renaming {
  readonly content: TemplateContent;
  readonly base: TemplateContent | undefined;
}

function refused(edit: DraftEditOf<"rename">, message: string): { readonly findings: readonly Finding[] } {
  const path = `${edit.section}.${edit.key}.key`;
  return { findings: [{ code: "DRAFT_KEY_REFUSED", severity: "error", path, message }] };
}

/** The keys that the part had in releases, oldest first: what sites hold under them comes along. */
function formerKeys(part: ContentPart, { base }: Renaming, edit: DraftEditOf<"rename">): string[] {
  const isReleased = base?.[edit.section].some(({ key }) => key === edit.key) === true;
  const former = isReleased ? [...(part.was ?? []), edit.key] : (part.was ?? []);
  return former.filter((key) => key !== edit.newKey);
}

/** Why a part may not have the key that is wanted. */
function objectionTo({ content, base }: Renaming, edit: DraftEditOf<"rename">): string | undefined {
  const { section, key, newKey } = edit;
  const isReleased = (wanted: string) => base?.[section].some((part) => part.key === wanted) === true;
  if (content[section].some((part) => part.key === newKey))
    return `The key "${newKey}" is taken by another part of this section. Choose another one.`;
  if (section === "indicators" && isReleased(key))
    return `Figures stand under the code "${key}" for good. Add another indicator instead.`;
  const part: ContentPart | undefined = content[section].find((held) => held.key === key);
  if (isReleased(newKey) && part?.was?.includes(newKey) !== true)
    return `The release before had another part under "${newKey}". A key is never reused.`;
  return undefined;
}

function withFormerKeys(part: ContentPart, was: readonly string[]): ContentPart {
  const rest = Object.entries(part).filter(([name]) => name !== "was");
  return Object.fromEntries(was.length === 0 ? rest : [...rest, ["was", was]]) as ContentPart;
}

/**
 * Gives a part another key, and so everything that refers to it. A key that a release had is kept in `was`, so that
 * sites find what they hold under it. An indicator that was published keeps its code: figures stand under it.
 */
export function renamePart(
  renaming: Renaming,
  edit: DraftEditOf<"rename">,
): { readonly content: TemplateContent } | { readonly findings: readonly Finding[] } {
  const { content } = renaming;
  const { section, key, newKey } = edit;
  if (key === newKey) return { content };
  const objection = objectionTo(renaming, edit);
  if (objection !== undefined) return refused(edit, objection);
  const renamed = renameKeys(content, new Map([[section, new Map([[key, newKey]])]]));
  const parts = renamed[section].map((held: ContentPart) =>
    held.key === newKey ? withFormerKeys(held, formerKeys(held, renaming, edit)) : held,
  );
  const changeNotes = content.changeNotes?.map((note) =>
    note.section === section && note.key === key ? { ...note, key: newKey } : note,
  );
  const notes = changeNotes === undefined ? {} : { changeNotes };
  return { content: { ...content, ...renamed, [section]: parts, ...notes } };
}
