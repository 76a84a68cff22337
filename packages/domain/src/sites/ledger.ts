import { diffContent, type ContentPart, type ContentParts, type PartDifference } from "../templates/index.ts";
import { asTaken, withoutConsequences } from "./as-taken.ts";
import type { AdaptationChange, LocalDifference } from "./adaptation.ts";
import { touchedComponents } from "./touched-components.ts";

interface Contents {
  readonly release: ContentParts;
  readonly local: ContentParts;
}

function partIn(content: ContentParts, { section, key }: PartDifference): ContentPart | undefined {
  const parts: readonly ContentPart[] = content[section];
  return parts.find((part) => part.key === key);
}

function valueOf(part: ContentPart | undefined, field: string): unknown {
  return part === undefined ? undefined : new Map<string, unknown>(Object.entries(part)).get(field);
}

interface Change {
  readonly change: AdaptationChange;
  readonly field: string | undefined;
}

function entry(
  difference: PartDifference,
  { change, field }: Change,
  { release, local }: Contents,
): LocalDifference {
  const { section, key } = difference;
  const [before, after] = [partIn(release, difference), partIn(local, difference)];
  const core =
    before === undefined || change === "added"
      ? { touchesCore: false, coreComponents: [] }
      : touchedComponents({ section, change, field, part: before, before: release, after: local });
  return {
    section,
    key,
    change,
    field,
    fromRelease: field === undefined ? before : valueOf(before, field),
    toLocal: field === undefined ? after : valueOf(after, field),
    ...core,
  };
}

function entriesOf(difference: PartDifference, contents: Contents): LocalDifference[] {
  if (difference.kind === "added")
    return [entry(difference, { change: "added", field: undefined }, contents)];
  if (difference.kind === "removed")
    return [entry(difference, { change: "leftOut", field: undefined }, contents)];
  return difference.fields
    .filter((field) => field !== "was")
    .map((field) => entry(difference, { change: "changed", field }, contents));
}

/**
 * Every difference between a site's own design and its release, each exactly once: a part that the site added or
 * left out, or a field that it changed. What only follows from a part that was left out is not one, nor is an
 * activity that the release offers and the site did not take up.
 */
export function ledger(release: ContentParts, local: ContentParts): LocalDifference[] {
  const base = asTaken(release, local);
  const contents = { release: base, local: withoutConsequences(base, local) };
  return diffContent(contents.release, contents.local).flatMap((difference) =>
    entriesOf(difference, contents),
  );
}
