import type { ChecklistItem } from "../onboarding/index.ts";
import type { Finding } from "../shared/index.ts";
import type { ContentParts } from "./template-content.ts";

/** Items that cannot start because, by way of others, they wait for themselves. */
function findCycles(items: readonly ChecklistItem[]): Finding[] {
  const keys = new Set(items.map(({ key }) => key));
  const waitingFor = new Map(
    items.map(({ key, dependsOn }) => [key, new Set(dependsOn.filter((target) => keys.has(target)))]),
  );
  const waiting = new Map<string, string[]>();
  for (const [key, targets] of waitingFor)
    for (const target of targets) waiting.set(target, [...(waiting.get(target) ?? []), key]);
  const ready = [...waitingFor].filter(([, targets]) => targets.size === 0).map(([key]) => key);
  for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
    waitingFor.delete(key);
    for (const next of waiting.get(key) ?? []) {
      const targets = waitingFor.get(next);
      targets?.delete(key);
      if (targets?.size === 0) ready.push(next);
    }
  }
  const stuck = keysOnCycles(waitingFor);
  return stuck.map((key) => ({
    code: "CHECKLIST_DEPENDENCY_CYCLE",
    severity: "error",
    path: `checklistItems.${key}.dependsOn`,
    message: `"${key}" waits for itself by way of ${stuck.filter((other) => other !== key).join(", ") || "itself"}. Take one of these dependencies out.`,
  }));
}

/** Of the items that never become ready, those on a cycle and not merely behind one. */
function keysOnCycles(waitingFor: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reaches = (from: string, target: string): boolean => {
    const seen = new Set<string>();
    const open = [...(waitingFor.get(from) ?? [])];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === target) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...(waitingFor.get(key) ?? []));
    }
    return false;
  };
  return [...waitingFor.keys()].filter((key) => reaches(key, key));
}

/** Items that are due before an item that they depend on. */
function findItemsDueTooEarly(items: readonly ChecklistItem[]): Finding[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return items.flatMap((item) =>
    item.dependsOn.flatMap((key): Finding[] => {
      const first = byKey.get(key);
      if (first === undefined || first.dueOffsetDays <= item.dueOffsetDays) return [];
      return [
        {
          code: "CHECKLIST_DUE_BEFORE_DEPENDENCY",
          severity: "error",
          path: `checklistItems.${item.key}.dueOffsetDays`,
          message: `"${item.key}" is due on day ${String(item.dueOffsetDays)}, before "${key}" on day ${String(first.dueOffsetDays)}, which it depends on. Move one of them.`,
        },
      ];
    }),
  );
}

/** Items due outside the days of their phase: allowed, and worth a look. */
function findItemsOutsideTheirPhase(content: ContentParts): Finding[] {
  const phases = new Map(content.phases.map((phase) => [phase.key, phase]));
  return content.checklistItems.flatMap((item): Finding[] => {
    const phase = phases.get(item.phase);
    if (phase === undefined || (phase.fromDay <= item.dueOffsetDays && item.dueOffsetDays <= phase.toDay))
      return [];
    return [
      {
        code: "CHECKLIST_DUE_OUTSIDE_PHASE",
        severity: "note",
        path: `checklistItems.${item.key}.dueOffsetDays`,
        message: `"${item.key}" is due on day ${String(item.dueOffsetDays)}, outside its phase (day ${String(phase.fromDay)} to ${String(phase.toDay)}). Check that this is meant.`,
      },
    ];
  });
}

function findPhasesThatEndFirst(content: ContentParts): Finding[] {
  return content.phases
    .filter((phase) => phase.toDay < phase.fromDay)
    .map((phase) => ({
      code: "PHASE_ENDS_BEFORE_IT_STARTS",
      severity: "error",
      path: `phases.${phase.key}.toDay`,
      message: `"${phase.key}" ends on day ${String(phase.toDay)}, before it starts on day ${String(phase.fromDay)}. Correct one of them.`,
    }));
}

/** A launch gate that is due after launch cannot hold a launch back. */
function findGatesAfterLaunch(items: readonly ChecklistItem[]): Finding[] {
  return items
    .filter((item) => item.isLaunchGate && item.dueOffsetDays > 0)
    .map((item) => ({
      code: "CHECKLIST_GATE_AFTER_LAUNCH",
      severity: "error",
      path: `checklistItems.${item.key}.dueOffsetDays`,
      message: `"${item.key}" is a launch gate and is due ${String(item.dueOffsetDays)} days after launch. Let it be due by launch, or take the gate off.`,
    }));
}

/** Findings on a checklist that cannot be worked in its order. */
export function findChecklistFaults(content: ContentParts): Finding[] {
  const items = content.checklistItems;
  return [
    ...findCycles(items),
    ...findItemsDueTooEarly(items),
    ...findGatesAfterLaunch(items),
    ...findPhasesThatEndFirst(content),
    ...findItemsOutsideTheirPhase(content),
  ];
}
