import type { TextOf } from "#admin/i18n/use-text.ts";

/** One thing that a reader may want to know of a part. */
export interface PartFact {
  readonly term: string;
  readonly value: string;
  /** The page that says more. */
  readonly to?: string;
}

/** A part of a release, ready to be shown and searched. */
export interface TemplatePart {
  readonly key: string;
  readonly title: string;
  readonly facts: readonly PartFact[];
  /** Steps or days, in order. */
  readonly outline?: readonly string[];
  readonly note?: string | null | undefined;
  /** What stands above the parts that share it: a phase, a tenet. */
  readonly group?: string;
  readonly isCore: boolean;
  readonly isGate?: boolean;
  readonly isProposal: boolean;
  readonly restsOn: string | null | undefined;
}

/** A section of a release. */
export interface TemplateSection {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  readonly parts: readonly TemplatePart[];
}

/** What every part of the API says of itself. */
export interface DescribedPart {
  readonly key: string;
  readonly isCore: boolean;
  readonly basis: string;
  readonly restsOn?: string | null;
  readonly note?: string | null;
}

/** The parts of a view that every section shares. */
export function commonOf({
  key,
  isCore,
  basis,
  restsOn,
  note,
}: DescribedPart): Omit<TemplatePart, "title" | "facts"> {
  return { key, isCore, isProposal: basis === "PROPOSAL", restsOn, note };
}

/** Facts in order; those without a value are left out. */
export function factsOf(facts: readonly (readonly [string, string | null | undefined])[]): PartFact[] {
  return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []));
}

/** A day from launch in words: "45 days before launch". */
export function dayInWords(day: number, text: TextOf): string {
  if (day === 0) return text("templates.day.launch");
  return text(day < 0 ? "templates.day.before" : "templates.day.after", { days: Math.abs(day) });
}

/** The sections with only the parts in which all the words stand, wherever they stand. */
export function searchSections(
  sections: readonly TemplateSection[],
  words: string,
): readonly TemplateSection[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return sections;
  return sections
    .map((section) => ({ ...section, parts: section.parts.filter((part) => holds(part, wanted)) }))
    .filter(({ parts }) => parts.length > 0);
}

function holds(part: TemplatePart, wanted: readonly string[]): boolean {
  const facts = part.facts.map(({ term, value }) => `${term} ${value}`);
  const said = plain(
    [part.key, part.title, part.note ?? "", part.group ?? "", ...facts, ...(part.outline ?? [])].join(" "),
  );
  return wanted.every((word) => said.includes(word));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
