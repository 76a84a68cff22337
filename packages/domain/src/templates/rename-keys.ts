import type { Goal } from "../outcomes/index.ts";
import { contentSections, type ContentSection } from "./content-section.ts";
import type { ContentPart, ContentParts } from "./template-content.ts";

/** What parts are called from now on: by section, the new key of an old one. */
export type Renames = ReadonlyMap<ContentSection, ReadonlyMap<string, string>>;

type NewKey = (section: ContentSection, key: string) => string;

function renameGoal(goal: Goal, newKey: NewKey): Partial<Goal> {
  const { targets, baselineWindow, onlyWithActivity } = goal;
  return {
    targets: targets.map((target) => ({ ...target, indicator: newKey("indicators", target.indicator) })),
    baselineWindow:
      baselineWindow.kind === "checklistItem"
        ? { ...baselineWindow, item: newKey("checklistItems", baselineWindow.item) }
        : baselineWindow,
    ...(onlyWithActivity === undefined ? {} : { onlyWithActivity: newKey("activities", onlyWithActivity) }),
  };
}

/** The fields of a part in which it names others, with their new keys. */
function renameReferences(part: ContentPart, newKey: NewKey): Partial<ContentPart> {
  const list = (section: ContentSection, keys: readonly string[]) => keys.map((key) => newKey(section, key));
  if ("requiredTrainings" in part) return { requiredTrainings: list("trainings", part.requiredTrainings) };
  if ("seats" in part) return { positions: list("positions", part.positions) };
  if ("dependsOn" in part) {
    return {
      phase: newKey("phases", part.phase),
      ownerRole: newKey("ownerRoles", part.ownerRole),
      dependsOn: list("checklistItems", part.dependsOn),
    };
  }
  return "targets" in part ? renameGoal(part, newKey) : {};
}

/** The same content with parts under new keys, wherever they are named. */
export function renameKeys(content: ContentParts, renames: Renames): ContentParts {
  if (renames.size === 0) return content;
  const newKey: NewKey = (section, key) => renames.get(section)?.get(key) ?? key;
  const renamed = contentSections.map((section) => [
    section,
    content[section].map((part: ContentPart) => ({
      ...part,
      ...renameReferences(part, newKey),
      key: newKey(section, part.key),
      coreComponents: part.coreComponents.map((key) => newKey("coreComponents", key)),
    })),
  ]);
  return { ...content, ...(Object.fromEntries(renamed) as ContentParts) };
}
