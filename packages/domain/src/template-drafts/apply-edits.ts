import { invariant, sameValue, type Finding } from "../shared/index.ts";
import {
  contentSections,
  parsePart,
  parseTemplateContent,
  type ChangeNote,
  type ContentPart,
  type ContentSection,
  type TemplateContent,
} from "../templates/index.ts";
import type { DraftConflict, DraftEdit, DraftEditOf } from "./draft-edit.ts";
import { mergeDraftField } from "./merge-field.ts";
import { headFields } from "./parse-draft-edit.ts";
import { renamePart } from "./rename-part.ts";

/** A draft with the release that it changes; none when the template has no release yet. */
export interface Draft {
  readonly content: TemplateContent;
  readonly base: TemplateContent | undefined;
}

/** What came of edits: the draft with all that could be made, what stands against others' work, what is wrong. */
export interface AppliedEdits {
  readonly content: TemplateContent;
  readonly conflicts: readonly DraftConflict[];
  /** When there are any, none of the edits is to be kept: the author corrects them and sends all once more. */
  readonly findings: readonly Finding[];
}

type Step =
  | { readonly content: TemplateContent }
  | { readonly conflict: Omit<DraftConflict, "edit"> }
  | { readonly findings: readonly Finding[] };

/** What a part, or the head of a document, says; a value that is absent is not said. */
function withField(fields: object, name: string, value: unknown): Record<string, unknown> {
  const rest = Object.entries(fields).filter(([field]) => field !== name);
  return Object.fromEntries(value === undefined || value === null ? rest : [...rest, [name, value]]);
}

function fieldOf(fields: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(fields)).get(name);
}

function partsOf(content: TemplateContent, section: ContentSection): readonly ContentPart[] {
  return content[section];
}

function withParts(
  content: TemplateContent,
  section: ContentSection,
  parts: readonly ContentPart[],
): TemplateContent {
  return { ...content, [section]: parts };
}

function refused(code: string, path: string, message: string): Step {
  return { findings: [{ code, severity: "error", path, message }] };
}

interface Place {
  readonly section: ContentSection;
  readonly key: string;
}

function gone({ section, key }: Place, yours: unknown, field?: string): Step {
  return { conflict: { kind: "partGone", section, key, field, theirs: undefined, yours } };
}

function readPart(place: Place, value: unknown): ContentPart | { readonly findings: readonly Finding[] } {
  const parsed = parsePart(place.section, value);
  if (parsed.kind === "parsed") return parsed.part;
  const start = `${place.section}.${place.key}`;
  return {
    findings: parsed.findings.map((finding) => ({
      ...finding,
      path: finding.path === "" ? start : `${start}.${finding.path}`,
    })),
  };
}

function setField(content: TemplateContent, edit: DraftEditOf<"set">): Step {
  const { section, key, field } = edit;
  if (!section || !key) return setHead(content, edit);
  if (field === "key" || field === "was")
    return refused(
      "DRAFT_KEY_FIXED",
      `${section}.${key}.${field}`,
      "Rename the part to give it another key.",
    );
  const part = partsOf(content, section).find((held) => held.key === key);
  if (part === undefined) return gone({ section, key }, edit.value, field);
  const current = fieldOf(part, field);
  const merged = mergeDraftField(field, {
    seen: edit.seen ?? undefined,
    value: edit.value ?? undefined,
    current,
  });
  if (merged === undefined)
    return { conflict: { kind: "bothChanged", section, key, field, theirs: current, yours: edit.value } };
  const read = readPart({ section, key }, withField(part, field, merged.value));
  if ("findings" in read) return read;
  const parts = partsOf(content, section).map((held) => (held.key === key ? read : held));
  return { content: withParts(content, section, parts) };
}

function setHead(content: TemplateContent, { field, seen, value }: DraftEditOf<"set">): Step {
  if (!(headFields as readonly string[]).includes(field))
    return refused("DRAFT_FIELD_UNKNOWN", field, `There is no field "${field}" at the head of a template.`);
  const current = fieldOf(content, field);
  const merged = mergeDraftField(field, { seen: seen ?? undefined, value: value ?? undefined, current });
  if (merged === undefined)
    return {
      conflict: {
        kind: "bothChanged",
        section: undefined,
        key: undefined,
        field,
        theirs: current,
        yours: value,
      },
    };
  return readHead(withField(content, field, merged.value));
}

/** Reads the head of a document alone, since its parts are read one by one. */
function readHead(document: Record<string, unknown>): Step {
  const empty = Object.fromEntries(contentSections.map((section) => [section, []]));
  const parsed = parseTemplateContent({ ...document, ...empty });
  if (parsed.kind === "unreadable") return { findings: parsed.findings };
  const parts = Object.fromEntries(contentSections.map((section) => [section, document[section]]));
  return { content: { ...parsed.content, ...parts } };
}

function setNote(content: TemplateContent, { section, key, seen, value }: DraftEditOf<"note">): Step {
  const notes = content.changeNotes ?? [];
  const isOfPart = (note: ChangeNote) => note.section === section && note.key === key;
  const current = notes.find(isOfPart)?.text;
  const merged = mergeDraftField("text", { seen: seen ?? undefined, value: value ?? undefined, current });
  if (merged === undefined)
    return {
      conflict: { kind: "bothChanged", section, key, field: "changeNote", theirs: current, yours: value },
    };
  const others = notes.filter((note) => !isOfPart(note));
  const changeNotes = merged.value === undefined ? others : [...others, { section, key, text: merged.value }];
  return readHead({ ...content, changeNotes });
}

/** Puts a part behind another one; at the end when that one is not there. */
function placed(
  parts: readonly ContentPart[],
  part: ContentPart,
  after: string | null | undefined,
): ContentPart[] {
  const others = parts.filter(({ key }) => key !== part.key);
  const found = others.findIndex(({ key }) => key === after);
  const at = after === "" ? 0 : found === -1 ? others.length : found + 1;
  return others.toSpliced(at, 0, part);
}

function addPart(content: TemplateContent, { section, value, after }: DraftEditOf<"add">): Step {
  const key = typeof value === "object" && value !== null ? fieldOf(value, "key") : undefined;
  const read = readPart({ section, key: typeof key === "string" ? key : "new" }, value);
  if ("findings" in read) return read;
  const parts = partsOf(content, section);
  const held = parts.find((part) => part.key === read.key);
  if (held !== undefined && sameValue(held, read)) return { content };
  if (held !== undefined)
    return refused(
      "DRAFT_KEY_TAKEN",
      `${section}.${read.key}.key`,
      `The key "${read.key}" is taken by another part of this section. Give this one a key of its own.`,
    );
  return { content: withParts(content, section, placed(parts, read, after)) };
}

function removePart(content: TemplateContent, { section, key, seen }: DraftEditOf<"remove">): Step {
  const parts = partsOf(content, section);
  const held = parts.find((part) => part.key === key);
  if (held === undefined) return { content };
  if (!sameValue(held, seen))
    return {
      conflict: { kind: "partChanged", section, key, field: undefined, theirs: held, yours: undefined },
    };
  return {
    content: withParts(
      content,
      section,
      parts.filter((part) => part.key !== key),
    ),
  };
}

function movePart(content: TemplateContent, { section, key, after }: DraftEditOf<"move">): Step {
  const parts = partsOf(content, section);
  const held = parts.find((part) => part.key === key);
  if (held === undefined) return gone({ section, key }, undefined);
  return { content: withParts(content, section, placed(parts, held, after)) };
}

function applyOne({ content, base }: Draft, edit: DraftEdit): Step {
  switch (edit.kind) {
    case "set":
      return setField(content, edit);
    case "note":
      return setNote(content, edit);
    case "add":
      return addPart(content, edit);
    case "remove":
      return removePart(content, edit);
    case "move":
      return movePart(content, edit);
    case "rename": {
      if (!partsOf(content, edit.section).some(({ key }) => key === edit.key)) return gone(edit, edit.newKey);
      return renamePart({ content, base }, edit);
    }
  }
}

/** Whether the sections are no longer than the format allows, asked once at the end. */
function findOverlong(content: TemplateContent): readonly Finding[] {
  const parsed = parseTemplateContent(content);
  return parsed.kind === "parsed" ? [] : parsed.findings;
}

/**
 * Makes edits in a draft, one after the other. An edit of something that another author changed differently
 * meanwhile is left out and told as a conflict, with both values; everything else is made.
 */
export function applyEdits({ content: before, base }: Draft, edits: readonly DraftEdit[]): AppliedEdits {
  let content = before;
  const conflicts: DraftConflict[] = [];
  const findings: Finding[] = [];
  for (const [index, edit] of edits.entries()) {
    const step = applyOne({ content, base }, edit);
    if ("content" in step) content = step.content;
    else if ("conflict" in step) conflicts.push({ ...step.conflict, edit: index });
    else findings.push(...step.findings);
  }
  const overlong = findings.length === 0 ? findOverlong(content) : [];
  invariant(content.template === before.template, "An edit never changes whose draft it is");
  return { content, conflicts, findings: [...findings, ...overlong] };
}
