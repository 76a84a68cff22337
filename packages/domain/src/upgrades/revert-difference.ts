import type { Indicator } from "../outcomes/index.ts";
import type { Finding } from "../shared/index.ts";
import {
  asTaken,
  type LocalDifference,
  withoutConsequences,
  withoutDanglingReferences,
} from "../sites/index.ts";
import { checkContent, type ContentPart, type ContentParts } from "../templates/index.ts";
import { orderKeys } from "./merge-keys.ts";

/** Which difference goes back. */
export type DifferencePlace = Pick<LocalDifference, "section" | "key" | "field">;

/** A site's design without one of its differences, or what keeps it from going back. */
export type RevertedDifference =
  | { readonly kind: "reverted"; readonly content: ContentParts }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

interface Sides {
  readonly base: readonly ContentPart[];
  readonly local: readonly ContentPart[];
}

/** A field as the release has it; one that the release does not have goes. */
function withFieldOf(part: ContentPart, before: ContentPart, field: string): ContentPart {
  const value = new Map<string, unknown>(Object.entries(before)).get(field);
  const fields = Object.entries({ ...part, [field]: value }).filter(([, held]) => held !== undefined);
  return Object.fromEntries(fields) as ContentPart;
}

/** A part where the release has it: after those that it follows there. */
function withPart({ base, local }: Sides, part: ContentPart): readonly ContentPart[] {
  const parts = new Map([...local, part].map((held) => [held.key, held]));
  const keysOf = (list: readonly ContentPart[]) => list.map(({ key }) => key);
  const keys = { base: keysOf(base), local: keysOf(local), incoming: keysOf(base) };
  return orderKeys(keys, new Set(parts.keys())).flatMap((key) => parts.get(key) ?? []);
}

function revertSection(sides: Sides, { key, field }: DifferencePlace): readonly ContentPart[] {
  const before = sides.base.find((part) => part.key === key);
  if (before === undefined) return sides.local.filter((part) => part.key !== key);
  const isHeld = sides.local.some((part) => part.key === key);
  if (!isHeld) return withPart(sides, before);
  if (field === undefined) return sides.local;
  return sides.local.map((part) => (part.key === key ? withFieldOf(part, before, field) : part));
}

function errorsOf(content: ContentParts, catalogue: readonly Indicator[]): readonly Finding[] {
  return checkContent(content, catalogue).filter(({ severity }) => severity === "error");
}

/**
 * Takes one difference of a site back: a part that it left out stands again where the release has it, a field has
 * the release's value again, a part that it added goes. What only followed from the difference goes back with it;
 * everything else that the site decided stays. Where the rest does not fit with it, nothing is done and the findings
 * say what stands in the way.
 */
export function revertDifference(
  release: ContentParts,
  local: ContentParts,
  { place, catalogue }: { readonly place: DifferencePlace; readonly catalogue: readonly Indicator[] },
): RevertedDifference {
  const base = asTaken(release, local);
  const decided = withoutConsequences(base, local);
  const { section } = place;
  const reverted = revertSection({ base: base[section], local: decided[section] }, place);
  const { content } = withoutDanglingReferences({ ...decided, [section]: reverted });
  const before = new Set(errorsOf(local, catalogue).map(({ code, path }) => `${code} ${path}`));
  const findings = errorsOf(content, catalogue).filter(({ code, path }) => !before.has(`${code} ${path}`));
  return findings.length > 0 ? { kind: "refused", findings } : { kind: "reverted", content };
}
