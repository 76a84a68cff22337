import type { ContentParts } from "../templates/index.ts";

/** What follows from leaving parts out: a part that no longer applies, or one that no longer refers to another. */
export interface Consequence {
  readonly section: "positions" | "checklistItems" | "goals" | "staffingFloors";
  readonly key: string;
  /** `dropped`: the part no longer applies. `released`: it no longer refers to the part named. */
  readonly kind: "dropped" | "released";
  /** The key of the part that was left out. */
  readonly because: string;
}

interface Cleaned {
  readonly content: ContentParts;
  readonly consequences: Consequence[];
}

function keysOf(parts: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(parts.map(({ key }) => key));
}

function released(section: Consequence["section"], key: string, missing: readonly string[]): Consequence[] {
  return missing.map((because) => ({ section, key, kind: "released", because }));
}

function cleanPositions(content: ContentParts): Cleaned {
  const trainings = keysOf(content.trainings);
  const consequences = content.positions.flatMap(({ key, requiredTrainings }) =>
    released(
      "positions",
      key,
      requiredTrainings.filter((training) => !trainings.has(training)),
    ),
  );
  if (consequences.length === 0) return { content, consequences };
  const positions = content.positions.map((position) => ({
    ...position,
    requiredTrainings: position.requiredTrainings.filter((training) => trainings.has(training)),
  }));
  return { content: { ...content, positions }, consequences };
}

function cleanFloors(content: ContentParts): Cleaned {
  const positions = keysOf(content.positions);
  const consequences = content.staffingFloors.flatMap((floor) =>
    released(
      "staffingFloors",
      floor.key,
      floor.positions.filter((position) => !positions.has(position)),
    ),
  );
  if (consequences.length === 0) return { content, consequences };
  const staffingFloors = content.staffingFloors
    .map((floor) => ({ ...floor, positions: floor.positions.filter((position) => positions.has(position)) }))
    .filter((floor) => floor.positions.length > 0);
  return { content: { ...content, staffingFloors }, consequences };
}

function cleanChecklist(content: ContentParts): Cleaned {
  const items = keysOf(content.checklistItems);
  const consequences = content.checklistItems.flatMap((item) =>
    released(
      "checklistItems",
      item.key,
      item.dependsOn.filter((key) => !items.has(key)),
    ),
  );
  if (consequences.length === 0) return { content, consequences };
  const checklistItems = content.checklistItems.map((item) => ({
    ...item,
    dependsOn: item.dependsOn.filter((key) => items.has(key)),
  }));
  return { content: { ...content, checklistItems }, consequences };
}

function cleanGoals(content: ContentParts): Cleaned {
  const activities = keysOf(content.activities);
  const items = keysOf(content.checklistItems);
  const consequences: Consequence[] = [];
  const goals = content.goals.flatMap((goal) => {
    const activity = goal.onlyWithActivity;
    if (activity !== undefined && !activities.has(activity)) {
      consequences.push({ section: "goals", key: goal.key, kind: "dropped", because: activity });
      return [];
    }
    const window = goal.baselineWindow;
    if (window.kind !== "checklistItem" || items.has(window.item)) return [goal];
    consequences.push({ section: "goals", key: goal.key, kind: "released", because: window.item });
    return [{ ...goal, baselineWindow: { kind: "none" as const } }];
  });
  return { content: { ...content, goals }, consequences };
}

/**
 * A content without references to parts that were left out: trainings no longer required, items no longer
 * waited for, goals that applied only with an activity that is not held. Each change is listed as a consequence.
 */
export function withoutDanglingReferences(content: ContentParts): Cleaned {
  return [cleanPositions, cleanFloors, cleanChecklist, cleanGoals].reduce<Cleaned>(
    (cleaned, clean) => {
      const next = clean(cleaned.content);
      return { content: next.content, consequences: [...cleaned.consequences, ...next.consequences] };
    },
    { content, consequences: [] },
  );
}
