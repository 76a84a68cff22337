import { mergeRelease } from "@frontstep/domain/upgrades";
import type { ContentParts } from "@frontstep/domain/templates";
import type { BenchCase } from "./bench-case.ts";

const PARTS = 5_000;
const CHANGES = 500;
const ROUNDS = 15;

/** Five thousand parts, of which the release changes five hundred and the site five hundred others. */
export const mergeReleaseBench: BenchCase = () => {
  const base = content(() => undefined);
  const incoming = content((index) =>
    index % (PARTS / CHANGES) === 0 ? "Changed by the release" : undefined,
  );
  const local = content((index) => (index % (PARTS / CHANGES) === 5 ? "Changed by the site" : undefined));
  const merge = () => mergeRelease({ chain: [base, incoming], local });
  const { changes, conflicts } = merge();
  if (changes.length !== CHANGES || conflicts.length > 0)
    throw new Error(
      `The merge came to ${String(changes.length)} changes and ${String(conflicts.length)} conflicts.`,
    );
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    merge();
    return performance.now() - began;
  }).toSorted((left, right) => left - right);
  const median = times[Math.floor(ROUNDS / 2)] ?? 0;
  return Promise.resolve([
    {
      name: `Merge of ${String(PARTS)} parts, ${String(CHANGES)} changes a side`,
      value: median,
      unit: "ms",
      most: 50,
    },
  ]);
};

function content(changed: (index: number) => string | undefined): ContentParts {
  const part = { core: [], isCore: false, coreComponents: [], basis: "proposal" as const };
  const text = (en: string) => ({ en });
  const checklistItems = Array.from({ length: PARTS }, (_, index) => ({
    ...part,
    key: `B${String(index)}`,
    phase: "P",
    ownerRole: "CL",
    title: text(changed(index) ?? `Item ${String(index)}`),
    dueOffsetDays: -PARTS + index,
    evidence: text("A memo, signed"),
    isLaunchGate: index % 50 === 0,
    dependsOn: index === 0 ? [] : [`B${String(index - 1)}`],
  }));
  return {
    ownerRoles: [{ ...part, key: "CL", title: text("City lead") }],
    phases: [{ ...part, key: "P", label: text("All of it"), fromDay: -PARTS, toDay: 0 }],
    checklistItems,
    positions: [],
    staffingFloors: [],
    trainings: [],
    partnerRoles: [],
    activities: [],
    governanceBodies: [],
    indicators: [],
    goals: [],
    coreComponents: [],
    adaptationRules: [],
    guidance: [],
  };
}
