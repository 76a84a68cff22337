import { dueDate, type ChecklistItem, type ItemStatus } from "../onboarding/index.ts";
import type { PlainDate } from "../shared/index.ts";

/** How many of something are met, of how many. */
export interface Met {
  readonly met: number;
  readonly of: number;
}

/** A part of fidelity that is computed from what the product knows, not rated by anybody. */
export interface ComputedPart {
  /** 0 to 100, to one decimal; null when nothing is known to compute it from. */
  readonly value: number | null;
  readonly of: readonly (Met & { readonly name: string })[];
}

function partOf(named: Readonly<Record<string, Met | undefined>>): ComputedPart {
  const of = Object.entries(named).flatMap(([name, met]) =>
    met === undefined || met.of === 0 ? [] : [{ name, ...met }],
  );
  if (of.length === 0) return { value: null, of };
  const mean = of.reduce((sum, { met, of: all }) => sum + Math.min(1, met / all), 0) / of.length;
  return { value: Math.round(mean * 1000) / 10, of };
}

/**
 * Structure: is what the release asks for there? The mean of three shares: core parts of the design kept as released,
 * slots of the release filled, required partner roles of the release held under a current agreement. What cannot be
 * known is absent: slots and roles before launch, slots for who may not see the roster.
 *
 * Each share has the release's own number below the line, so mending a core deviation never lowers it.
 */
export function structure(shares: {
  readonly coreParts: Met;
  readonly slots?: Met | undefined;
  readonly partnerRoles?: Met | undefined;
}): ComputedPart {
  return partOf({ ...shares });
}

/** How far one level that the program itself delivers has come: `reached` of `sought`. */
export interface DeliveredLevel {
  readonly sought: number;
  /** Absent when no figure is in. */
  readonly reached?: number | undefined;
}

/**
 * Dose: is as much delivered as the release asks for? The mean, over the levels that the release seeks of the program's
 * own performance and of which a figure is in, of the share reached, none above 1.
 */
export function dose(levels: readonly DeliveredLevel[]): ComputedPart {
  const known = levels.flatMap(({ sought, reached }) =>
    reached === undefined || sought <= 0 ? [] : [Math.min(1, Math.max(0, reached / sought))],
  );
  if (known.length === 0) return { value: null, of: [{ name: "figures", met: 0, of: levels.length }] };
  const mean = known.reduce((sum, share) => sum + share, 0) / known.length;
  return {
    value: Math.round(mean * 1000) / 10,
    of: [{ name: "figures", met: known.length, of: levels.length }],
  };
}

/** An item of a release's checklist and where it stands at the site. */
export interface TimedItem {
  readonly item: Pick<ChecklistItem, "key" | "dueOffsetDays" | "isCore" | "isLaunchGate">;
  readonly status: ItemStatus;
  readonly doneOn?: PlainDate | undefined;
  readonly isLeftOut: boolean;
}

/**
 * Timeliness: was what is due done by its day? The share of the release's items that are due by today and were done on
 * their day or before, each day counted from launch as the release has it. An item that the site left out or that
 * does not apply is not counted, unless it is core or a launch gate: then it counts as not done in time.
 */
export function timeliness(
  items: readonly TimedItem[],
  { launchOn, today }: { readonly launchOn: PlainDate; readonly today: PlainDate },
): ComputedPart {
  const due = items.filter((timed) => dueDate(timed.item, launchOn) < today && isCounted(timed));
  const met = due.filter((timed) => isInTime(timed, launchOn)).length;
  return partOf({ dueItems: { met, of: due.length } });
}

function isCounted({ item, status, isLeftOut }: TimedItem): boolean {
  return item.isCore || item.isLaunchGate || !(isLeftOut || status === "notApplicable");
}

function isInTime({ item, status, doneOn, isLeftOut }: TimedItem, launchOn: PlainDate): boolean {
  return !isLeftOut && status === "done" && doneOn !== undefined && doneOn <= dueDate(item, launchOn);
}
