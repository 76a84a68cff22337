import { sameValue } from "../shared/index.ts";
import { contentSections, type ContentPart, type ContentParts } from "../templates/index.ts";
import { contentPartsOf } from "./content-parts.ts";
import { withoutDanglingReferences } from "./without-dangling-references.ts";

/**
 * A release as a site takes it: without the activities that it only offers and that the site did not take up,
 * and without what applies only with them. A site that adapts nothing has exactly this design.
 */
export function asTaken(release: ContentParts, local: ContentParts): ContentParts {
  const taken = new Set(local.activities.map(({ key }) => key));
  const activities = release.activities.filter(({ key, isOnByDefault }) => isOnByDefault || taken.has(key));
  return withoutDanglingReferences({ ...contentPartsOf(release), activities }).content;
}

function withoutKeys(
  content: ContentParts,
  isRemoved: (section: string, key: string) => boolean,
): ContentParts {
  const kept = contentSections.map((section) => [
    section,
    content[section].filter((part: ContentPart) => !isRemoved(section, part.key)),
  ]);
  return Object.fromEntries(kept) as ContentParts;
}

function restorePart(part: ContentPart, base: ContentPart, expected: ContentPart): ContentPart {
  const [before, cleaned] = [new Map(Object.entries(base)), new Map(Object.entries(expected))];
  const fields = Object.entries(part).map(([name, value]: [string, unknown]): [string, unknown] => {
    const isConsequence =
      !sameValue(before.get(name), cleaned.get(name)) && sameValue(value, cleaned.get(name));
    return [name, isConsequence ? before.get(name) : value];
  });
  return Object.fromEntries(fields) as ContentPart;
}

interface Three {
  readonly base: readonly ContentPart[];
  readonly local: readonly ContentPart[];
  readonly expected: readonly ContentPart[];
}

function restoreSection({ base, local, expected }: Three): readonly ContentPart[] {
  if (base.every((part, index) => part === expected[index])) return local;
  const inBase = new Map(base.map((part) => [part.key, part]));
  const inExpected = new Map(expected.map((part) => [part.key, part]));
  return local.map((part) => {
    const [before, cleaned] = [inBase.get(part.key), inExpected.get(part.key)];
    return before === undefined || cleaned === undefined || before === cleaned
      ? part
      : restorePart(part, before, cleaned);
  });
}

/** The parts of a section that stand in `base` and, only because of others that were left out, not in `local`. */
function dropped({ base, local, expected }: Three, isRemoved: (key: string) => boolean): ContentPart[] {
  const [here, left] = [new Set(local.map(({ key }) => key)), new Set(expected.map(({ key }) => key))];
  return base.filter(({ key }) => !here.has(key) && !left.has(key) && !isRemoved(key));
}

/**
 * A site's design without what merely follows from the parts that it left out: references to them, and what
 * applies only with them, stand as in the base. What remains different from the base was decided.
 */
export function withoutConsequences(base: ContentParts, local: ContentParts): ContentParts {
  const held = new Map(
    contentSections.map((section) => [section, new Set(local[section].map(({ key }) => key))]),
  );
  const isMissing = (section: string, key: string) => held.get(section as "goals")?.has(key) !== true;
  const follows = new Set(
    base.goals
      .filter(({ onlyWithActivity: activity }) => activity !== undefined && isMissing("activities", activity))
      .map(({ key }) => key),
  );
  const isRemoved = (section: string, key: string) =>
    isMissing(section, key) && section !== "staffingFloors" && !(section === "goals" && follows.has(key));
  const expected = withoutDanglingReferences(withoutKeys(base, isRemoved)).content;
  const restored = contentSections.map((section) => {
    const three = { base: base[section], local: local[section], expected: expected[section] };
    return [section, [...restoreSection(three), ...dropped(three, (key) => isRemoved(section, key))]];
  });
  return Object.fromEntries(restored) as ContentParts;
}
