import { type DraftPart, isWords, type PartField, type PartForm, type Words } from "./draft.ts";

/** What stands in the form of a part, field by field. */
export type PartValues = Record<string, unknown>;

/** Words as they are typed: an empty field is an empty text. */
export interface TypedWords {
  readonly en: string;
  readonly es: string;
}

const nothingTyped: TypedWords = { en: "", es: "" };

/** Words of the document as they stand in a form. */
export function typedWords(value: unknown): TypedWords {
  return isWords(value) ? { en: value.en, es: value.es ?? "" } : nothingTyped;
}

/** Typed words as the document has them; null when nothing is typed. */
export function wordsFrom(value: unknown): Words | null {
  const { en, es } = { ...nothingTyped, ...(value as Partial<TypedWords> | undefined) };
  if (en.trim() === "" && es.trim() === "") return null;
  return { en: en.trim(), ...(es.trim() === "" ? {} : { es: es.trim() }) };
}

function entriesOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function numberFrom(value: unknown): number | null {
  return typeof value === "number" && !Number.isNaN(value) ? value : null;
}

function listFrom(value: unknown): unknown[] {
  if (Array.isArray(value)) return [...(value as unknown[])];
  return typeof value === "string" && value !== "" ? [value] : [];
}

/** What the kinds of target call the number that they seek; the others seek none. */
export const amountOf: Readonly<Record<string, string>> = {
  changeByPoints: "points",
  changeByPercent: "percent",
  atLeast: "value",
  atMost: "value",
  atLeastPercentOf: "percent",
  percentBelowComparison: "percent",
};

/** The kinds of target, in the order in which they are offered. */
export const targetKinds = [
  ...Object.keys(amountOf),
  "notAboveBaseline",
  "fewerThanBaseline",
  "noWorseThanBaseline",
  "noWorseThanComparison",
] as const;

function typedTarget(value: unknown): Record<string, unknown> {
  const { of, note, ...target } = entriesOf(value);
  const amount = target[amountOf[String(target["kind"])] ?? ""];
  return { ...target, amount, of: typedWords(of), note: typedWords(note) };
}

function targetFrom(value: unknown): Record<string, unknown> {
  const target = entriesOf(value);
  const kind = String(target["kind"]);
  const amount = amountOf[kind];
  const note = wordsFrom(target["note"]);
  const of = kind === "atLeastPercentOf" ? wordsFrom(target["of"]) : null;
  const pooled = kind === "percentBelowComparison" ? numberFrom(target["pooledMonths"]) : null;
  return {
    kind,
    indicator: target["indicator"],
    byMonth: numberFrom(target["byMonth"]),
    ...(amount === undefined ? {} : { [amount]: numberFrom(target["amount"]) }),
    ...(target["every"] ? { every: target["every"] } : {}),
    ...(of === null ? {} : { of }),
    ...(pooled === null ? {} : { pooledMonths: pooled }),
    ...(note === null ? {} : { note }),
  };
}

function windowFrom(value: unknown): unknown {
  const { kind, fromDay, toDay, by, item } = entriesOf(value);
  if (kind === "checklistItem") return { kind, item };
  if (kind !== "days") return { kind: "none" };
  return {
    kind,
    fromDay: numberFrom(fromDay),
    toDay: numberFrom(toDay),
    by: by === "" ? "whole" : (by ?? "whole"),
  };
}

function measureFrom(value: unknown): unknown {
  const { kind, per, from, to } = entriesOf(value);
  if (kind === "rate") return { kind, per: numberFrom(per) };
  return kind === "mean" ? { kind, from: numberFrom(from), to: numberFrom(to) } : { kind };
}

const levels = ["none", "partly", "full"] as const;

type Way = readonly [toForm: (value: unknown) => unknown, fromForm: (value: unknown) => unknown];

const asChosen: Way = [(value) => value ?? "", (value) => (value === "" ? null : (value ?? null))];
const asNumber: Way = [(value) => value, numberFrom];
const asList: Way = [listFrom, listFrom];

/** How each kind of field goes into the form and comes back out. */
const ways: Readonly<Record<string, Way>> = {
  text: [typedWords, wordsFrom],
  texts: [
    (value) => listFrom(value).map((words) => ({ words: typedWords(words) })),
    (value) => listFrom(value).flatMap((row) => wordsFrom(entriesOf(row)["words"]) ?? []),
  ],
  number: asNumber,
  integer: asNumber,
  flag: [(value) => value === true, (value) => value === true],
  choice: asChosen,
  key: asChosen,
  keys: asList,
  fields: asList,
  seats: [
    (value) => ({ amount: numberFrom(value) ?? undefined, byContract: value === "contract" }),
    (value) => {
      const { amount, byContract } = entriesOf(value);
      return byContract === true ? "contract" : numberFrom(amount);
    },
  ],
  targets: [(value) => listFrom(value).map(typedTarget), (value) => listFrom(value).map(targetFrom)],
  baselineWindow: [(value) => ({ kind: "none", ...entriesOf(value) }), windowFrom],
  measure: [(value) => ({ kind: "count", ...entriesOf(value) }), measureFrom],
  looksLike: [
    (value) => Object.fromEntries(levels.map((level) => [level, typedWords(entriesOf(value)[level])])),
    (value) => Object.fromEntries(levels.map((level) => [level, wordsFrom(entriesOf(value)[level])])),
  ],
};

function wayOf(field: PartField): Way {
  return ways[field.kind] ?? asChosen;
}

/** What the form of a part begins with; of one that is new, nothing but its lists and its flags. */
export function valuesOf({ fields }: PartForm, part: DraftPart | undefined): PartValues {
  const said = new Map<string, unknown>(Object.entries(part ?? {}));
  return Object.fromEntries(fields.map((field) => [field.name, wayOf(field)[0](said.get(field.name))]));
}

/** Whether two values of a document are written alike, whatever the order of their members. */
export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null, sorted) === JSON.stringify(right ?? null, sorted);
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** One change of a field: what its author saw, and what its author wants. */
export interface FieldEdit {
  readonly field: string;
  readonly seen: unknown;
  readonly value: unknown;
}

/** The fields that were changed in the form, and nothing else: what nobody touched is left to the other authors. */
export function editsOf(form: PartForm, part: DraftPart, values: PartValues): FieldEdit[] {
  const begun = valuesOf(form, part);
  return form.fields.flatMap((field): FieldEdit[] => {
    const [, fromForm] = wayOf(field);
    const value = fromForm(values[field.name]);
    if (isSame(value, fromForm(begun[field.name]))) return [];
    return [{ field: field.name, seen: part[field.name] ?? null, value }];
  });
}

/** A new part as the document will have it; what is not said is left out. */
export function partFrom({ fields }: PartForm, key: string, values: PartValues): DraftPart {
  const said = fields.map((field) => [field.name, wayOf(field)[1](values[field.name])] as const);
  return { key, ...Object.fromEntries(said.filter(([, value]) => value !== null)) };
}

/** Whether a field that must be filled in is empty. */
export function isMissing(field: PartField, values: PartValues): boolean {
  if (!field.isRequired) return false;
  const value = wayOf(field)[1](values[field.name]);
  return value === null || (isWords(value) && value.en === "");
}

/** The control to which an error of a field belongs, where the field has several. */
export function controlOf({ name, kind }: Pick<PartField, "name" | "kind">): string {
  if (kind === "text") return `${name}.en`;
  return kind === "seats" ? `${name}.amount` : name;
}
