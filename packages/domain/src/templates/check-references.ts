import type { Indicator } from "../outcomes/index.ts";
import type { Finding } from "../shared/index.ts";
import { contentSections, type ContentSection } from "./content-section.ts";
import type { ContentParts } from "./template-content.ts";

/** Findings on keys that stand twice in one section. */
export function findDuplicateKeys(content: ContentParts): Finding[] {
  return contentSections.flatMap((section) => {
    const seen = new Set<string>();
    return content[section].flatMap(({ key }): Finding[] => {
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [
        {
          code: "TEMPLATE_KEY_DUPLICATE",
          severity: "error",
          path: `${section}.${key}`,
          message: `The key "${key}" stands twice in ${section}. Give each part a key of its own.`,
        },
      ];
    });
  });
}

/** A part that names another one. */
export interface ContentReference {
  readonly section: ContentSection;
  readonly part: string;
  readonly field: string;
  /** The key that it names, and the section where it is to be found. */
  readonly target: string;
  readonly wanted: ContentSection;
}

function referencesOfRoster(content: ContentParts): ContentReference[] {
  return [
    ...content.positions.flatMap((position) =>
      position.requiredTrainings.map((target) => ({
        section: "positions" as const,
        part: position.key,
        field: "requiredTrainings",
        target,
        wanted: "trainings" as const,
      })),
    ),
    ...content.staffingFloors.flatMap((floor) =>
      floor.positions.map((target) => ({
        section: "staffingFloors" as const,
        part: floor.key,
        field: "positions",
        target,
        wanted: "positions" as const,
      })),
    ),
  ];
}

function referencesOfChecklist(content: ContentParts): ContentReference[] {
  return content.checklistItems.flatMap((item) => {
    const from = { section: "checklistItems" as const, part: item.key };
    return [
      { ...from, field: "phase", target: item.phase, wanted: "phases" as const },
      { ...from, field: "ownerRole", target: item.ownerRole, wanted: "ownerRoles" as const },
      ...item.dependsOn.map((target) => ({
        ...from,
        field: "dependsOn",
        target,
        wanted: "checklistItems" as const,
      })),
    ];
  });
}

function referencesOfGoals(content: ContentParts): ContentReference[] {
  return content.goals.flatMap((goal) => {
    const from = { section: "goals" as const, part: goal.key };
    const window = goal.baselineWindow;
    return [
      ...goal.targets.map(({ indicator }) => ({
        ...from,
        field: "targets",
        target: indicator,
        wanted: "indicators" as const,
      })),
      ...(window.kind === "checklistItem"
        ? [{ ...from, field: "baselineWindow", target: window.item, wanted: "checklistItems" as const }]
        : []),
      ...(goal.onlyWithActivity === undefined
        ? []
        : [
            {
              ...from,
              field: "onlyWithActivity",
              target: goal.onlyWithActivity,
              wanted: "activities" as const,
            },
          ]),
    ];
  });
}

function referencesToComponents(content: ContentParts): ContentReference[] {
  return contentSections.flatMap((section) =>
    content[section].flatMap((part) =>
      part.coreComponents.map((target) => ({
        section,
        part: part.key,
        field: "coreComponents",
        target,
        wanted: "coreComponents" as const,
      })),
    ),
  );
}

/** Everything in a content that names a part by its key. */
export function contentReferences(content: ContentParts): ContentReference[] {
  return [
    ...referencesOfRoster(content),
    ...referencesOfChecklist(content),
    ...referencesOfGoals(content),
    ...referencesToComponents(content),
  ];
}

/** Findings on references that lead nowhere: an unknown owner role, phase, item, training, indicator and so on. */
export function findDanglingReferences(
  content: ContentParts,
  indicators: ReadonlyMap<string, Indicator>,
): Finding[] {
  const known = new Map<ContentSection, ReadonlySet<string>>([
    ...contentSections.map((section) => [section, new Set(content[section].map(({ key }) => key))] as const),
    ["indicators", new Set(indicators.keys())],
  ]);
  return contentReferences(content)
    .filter(({ wanted, target }) => known.get(wanted)?.has(target) !== true)
    .map(({ section, part, field, target, wanted }) => ({
      code: "TEMPLATE_REFERENCE_UNKNOWN",
      severity: "error",
      path: `${section}.${part}.${field}`,
      message: `"${part}" refers to "${target}", which is not among the ${wanted}. Add it there or correct the reference.`,
    }));
}
