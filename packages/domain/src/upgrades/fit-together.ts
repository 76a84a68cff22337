import type { Indicator } from "../outcomes/index.ts";
import { sameValue, type Finding } from "../shared/index.ts";
import { withoutDanglingReferences } from "../sites/index.ts";
import {
  checkContent,
  contentReferences,
  contentSections,
  type ContentPart,
  type ContentParts,
  type ContentSection,
} from "../templates/index.ts";
import type { MergeConflict } from "./merge-conflict.ts";
import type { ContentStates, MergedContent } from "./merge-content.ts";
import { type Settle, withThird } from "./merge-part.ts";

function errorsOf(content: ContentParts, catalogue: readonly Indicator[]): Finding[] {
  return checkContent(content, catalogue).filter(({ severity }) => severity === "error");
}

/** Where changes do not fit together, with the part that stands in question. */
interface Misfit {
  readonly section: ContentSection;
  readonly key: string;
  readonly field: string | undefined;
  readonly finding: Finding;
}

type Place = Pick<Misfit, "section" | "key">;

function misfitOf(finding: Finding): Misfit[] {
  const [name, key, field] = finding.path.split(".");
  const section = contentSections.find((known) => known === name);
  return section === undefined || key === undefined ? [] : [{ section, key, field, finding }];
}

function partOf(content: ContentParts, { section, key }: Place): ContentPart | undefined {
  const parts: readonly ContentPart[] = content[section];
  return parts.find((part) => part.key === key);
}

function replacePart(content: ContentParts, place: Place, part: ContentPart | undefined): ContentParts {
  const parts: readonly ContentPart[] = content[place.section];
  const isHeld = parts.some(({ key }) => key === place.key);
  const replaced = isHeld
    ? parts.flatMap((held) => (held.key === place.key ? (part ?? []) : held))
    : [...parts, ...(part === undefined ? [] : [part])];
  return withoutDanglingReferences({ ...content, [place.section]: replaced }).content;
}

function valueIn(part: ContentPart | undefined, field: string | undefined): unknown {
  if (part === undefined || field === undefined) return part;
  return new Map<string, unknown>(Object.entries(part)).get(field);
}

function conflictOf(misfit: Misfit, { base, local, incoming }: ContentStates): MergeConflict {
  const { section, key, field, finding } = misfit;
  const value = (content: ContentParts) => valueIn(partOf(content, misfit), field);
  const values = { base: value(base), local: value(local), incoming: value(incoming) };
  return { kind: "doesNotFit", section, key, field, ...values, because: finding };
}

/** What a part names and the site left out: it has to come back, or the part cannot stand. */
function missing(content: ContentParts, { section, key, field, finding }: Misfit): Misfit[] {
  if (finding.code !== "TEMPLATE_REFERENCE_UNKNOWN") return [];
  return contentReferences(content)
    .filter((named) => named.section === section && named.part === key && named.field === field)
    .map(({ wanted, target }) => ({ section: wanted, key: target, field: undefined, finding }));
}

/** What may be at fault: the part that the finding names, what it names, and the items that wait for it. */
function suspects(content: ContentParts, misfit: Misfit): Misfit[] {
  if (misfit.section !== "checklistItems") return [misfit, ...missing(content, misfit)];
  const item = content.checklistItems.find(({ key }) => key === misfit.key);
  const waiting = content.checklistItems.filter(({ dependsOn }) => dependsOn.includes(misfit.key));
  const keys = [...(item?.dependsOn ?? []), ...waiting.map(({ key }) => key)];
  return [misfit, ...missing(content, misfit), ...keys.map((key) => ({ ...misfit, key }))];
}

interface Fitting {
  readonly states: ContentStates;
  readonly catalogue: readonly Indicator[];
  readonly settle: Settle;
}

/** The content with one misfit settled as a person decided; undefined when nobody did, or when it does not help. */
function settled(content: ContentParts, misfit: Misfit, fitting: Fitting): ContentParts | undefined {
  const resolution = fitting.settle(conflictOf(misfit, fitting.states));
  const part = partOf(content, misfit);
  if (resolution?.choice === "takeIncoming")
    return replacePart(content, misfit, partOf(fitting.states.incoming, misfit));
  if (resolution?.choice !== "other" || part === undefined) return undefined;
  const third = withThird(misfit.section, part, { field: misfit.field, value: resolution.value });
  if (third === undefined) return undefined;
  const next = replacePart(content, misfit, third);
  return errorsOf(next, fitting.catalogue).some((error) => named(error) === named(misfit.finding))
    ? undefined
    : next;
}

function named({ code, path }: Finding): string {
  return `${code} ${path}`;
}

/**
 * Makes a merged content fit together. Where changes of the site and of the release do not fit each other, there is
 * a conflict, and until it is settled the part stands as in the release, so that the content is valid throughout.
 * What was wrong with the site's own design before is left as it is.
 */
export function fitTogether(merged: MergedContent, fitting: Fitting): MergedContent {
  const { states, catalogue } = fitting;
  let before: ReadonlySet<string> | undefined;
  // Most contents fit together: what was wrong with the site's own is looked for only where something is.
  const isNew = (error: Finding) =>
    !(before ??= new Set(errorsOf(states.local, catalogue).map(named))).has(named(error));
  const treated = new Set<string>();
  const isUntreated = ({ section, key }: Misfit) =>
    !treated.has(`${section}.${key}`) &&
    !sameValue(partOf(content, { section, key }), partOf(states.incoming, { section, key }));
  const conflicts = [...merged.conflicts];
  let content = withoutDanglingReferences(merged.content).content;
  for (;;) {
    const errors = errorsOf(content, catalogue).filter(isNew);
    if (errors.length === 0) return { content, conflicts };
    const found = errors.flatMap(misfitOf);
    const misfit = found.flatMap((each) => suspects(content, each)).find(isUntreated);
    if (misfit === undefined) {
      conflicts.push(...found.slice(0, 1).map((each) => conflictOf(each, states)));
      return { content: states.incoming, conflicts };
    }
    treated.add(`${misfit.section}.${misfit.key}`);
    const next = settled(content, misfit, fitting);
    if (next === undefined) conflicts.push(conflictOf(misfit, states));
    content = next ?? replacePart(content, misfit, partOf(states.incoming, misfit));
  }
}
