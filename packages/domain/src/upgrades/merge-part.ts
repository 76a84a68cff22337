import { sameValue, saysTheSame } from "../shared/index.ts";
import { parsePart, type ContentPart, type ContentSection } from "../templates/index.ts";
import type { MergeConflict, PartUse, Resolution } from "./merge-conflict.ts";
import { mergeKeyList } from "./merge-keys.ts";

/** Three states of one part; absent where there is none. */
export interface PartStates {
  readonly section: ContentSection;
  readonly base: ContentPart | undefined;
  readonly local: ContentPart | undefined;
  readonly incoming: ContentPart | undefined;
}

/** How conflicts are settled: what a person decided about this very conflict, if anything. */
export type Settle = (conflict: MergeConflict) => Resolution | undefined;

/** What becomes of one part. */
export interface MergedPart {
  /** The merged part, with the site's value wherever a conflict is open; absent when it is taken out. */
  readonly part: ContentPart | undefined;
  /** The conflicts that nobody has settled. */
  readonly conflicts: readonly MergeConflict[];
}

const keyLists = new Set(["requiredTrainings", "dependsOn", "positions", "coreComponents", "core"]);
/** What the release alone says about a part. */
const ofRelease = new Set(["key", "was"]);

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(part: ContentPart): Fields {
  return new Map(Object.entries(part));
}

function keysIn(fields: Fields, name: string): string[] {
  const value = fields.get(name);
  return Array.isArray(value) ? value.map(String) : [];
}

interface FieldMerge {
  readonly value: unknown;
  readonly isConflict: boolean;
}

function mergeField(
  name: string,
  states: Readonly<Record<"base" | "local" | "incoming", Fields>>,
): FieldMerge {
  const [base, local, incoming] = [states.base.get(name), states.local.get(name), states.incoming.get(name)];
  if (ofRelease.has(name) || sameValue(base, local) || sameValue(local, incoming))
    return { value: incoming, isConflict: false };
  if (sameValue(base, incoming)) return { value: local, isConflict: false };
  if (saysTheSame(local, incoming)) return { value: incoming, isConflict: false };
  if (!keyLists.has(name)) return { value: local, isConflict: true };
  const lists = {
    base: keysIn(states.base, name),
    local: keysIn(states.local, name),
    incoming: keysIn(states.incoming, name),
  };
  return { value: mergeKeyList(lists), isConflict: false };
}

function conflictOn(
  states: PartStates,
  kind: MergeConflict["kind"],
  field?: {
    readonly name: string;
    readonly base: unknown;
    readonly local: unknown;
    readonly incoming: unknown;
  },
): MergeConflict {
  const { section, base, local, incoming } = states;
  const key = (incoming ?? local ?? base)?.key ?? "";
  const values = field ?? { base, local, incoming };
  return {
    kind,
    section,
    key,
    field: field?.name,
    base: values.base,
    local: values.local,
    incoming: values.incoming,
    because: undefined,
  };
}

function withFields(part: ContentPart, fields: Fields): ContentPart {
  const names = new Set([...Object.keys(part), ...fields.keys()]);
  const merged = [...names].flatMap((name): [string, unknown][] => {
    const value = fields.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(merged) as ContentPart;
}

/** A third value as a part of the section, when it has the form of one. */
export function withThird(
  section: ContentSection,
  part: ContentPart,
  third: { readonly field: string | undefined; readonly value: unknown },
): ContentPart | undefined {
  const { field, value } = third;
  const wanted: unknown =
    field === undefined
      ? { ...(typeof value === "object" ? value : {}), key: part.key }
      : Object.fromEntries(Object.entries({ ...part, [field]: value ?? undefined }));
  const parsed = parsePart(section, wanted);
  return parsed.kind === "parsed" ? parsed.part : undefined;
}

interface Held {
  readonly base: ContentPart;
  readonly local: ContentPart;
  readonly incoming: ContentPart;
}

function mergeHeld(states: PartStates & Held, settle: Settle): MergedPart {
  const fields = {
    base: fieldsOf(states.base),
    local: fieldsOf(states.local),
    incoming: fieldsOf(states.incoming),
  };
  const merged = new Map<string, unknown>();
  const open: MergeConflict[] = [];
  const thirds: { field: string; value: unknown; conflict: MergeConflict }[] = [];
  for (const name of new Set([...fields.incoming.keys(), ...fields.local.keys(), ...fields.base.keys()])) {
    const { value, isConflict } = mergeField(name, fields);
    merged.set(name, value);
    if (!isConflict) continue;
    const [base, local, incoming] = [
      fields.base.get(name),
      fields.local.get(name),
      fields.incoming.get(name),
    ];
    const conflict = conflictOn(states, "bothChanged", { name, base, local, incoming });
    const resolution = settle(conflict);
    if (resolution?.choice === "takeIncoming") merged.set(name, incoming);
    else if (resolution?.choice === "other") thirds.push({ field: name, value: resolution.value, conflict });
    else if (resolution === undefined) open.push(conflict);
  }
  let part = withFields(states.incoming, merged);
  for (const { conflict, ...third } of thirds) {
    const settled = withThird(states.section, part, third);
    if (settled === undefined) open.push(conflict);
    else part = settled;
  }
  return { part, conflicts: open };
}

function settlePart(states: PartStates, kind: MergeConflict["kind"], settle: Settle): MergedPart {
  const conflict = conflictOn(states, kind);
  const resolution = settle(conflict);
  if (resolution === undefined) return { part: states.local, conflicts: [conflict] };
  if (resolution.choice === "keepLocal") return { part: states.local, conflicts: [] };
  if (resolution.choice === "takeIncoming") return { part: states.incoming, conflicts: [] };
  const held = states.local ?? states.incoming;
  const third = held && withThird(states.section, held, { field: undefined, value: resolution.value });
  return third === undefined ? { part: states.local, conflicts: [conflict] } : { part: third, conflicts: [] };
}

/** What becomes of a part that the release takes out, or never had. */
function withoutIncoming(states: PartStates, use: PartUse | undefined, settle: Settle): MergedPart {
  const { base, local } = states;
  if (base === undefined || local === undefined) return { part: local, conflicts: [] };
  if (!sameValue(base, local)) return settlePart(states, "removedButAdapted", settle);
  if (use === "inUse") return settlePart(states, "removedButInUse", settle);
  return { part: undefined, conflicts: [] };
}

/**
 * Merges one part. Changed only by the release: taken. Changed only at the site: kept. Changed alike, whatever the
 * typing and the translations that the release has besides: taken.
 * Changed differently: a conflict, with the site's value until it is settled. Taken out at the site: stays out.
 */
export function mergePart(states: PartStates, use: PartUse | undefined, settle: Settle): MergedPart {
  const { base, local, incoming } = states;
  if (incoming === undefined) return withoutIncoming(states, use, settle);
  if (local === undefined) return { part: base === undefined ? incoming : undefined, conflicts: [] };
  if (base === undefined) {
    const isAlike = saysTheSame({ ...local, was: undefined }, { ...incoming, was: undefined });
    return isAlike ? { part: incoming, conflicts: [] } : settlePart(states, "addedByBoth", settle);
  }
  if (sameValue(base, local)) return { part: incoming, conflicts: [] };
  return mergeHeld({ ...states, base, local, incoming }, settle);
}
