import { planDates, type PlannedItem } from "../onboarding/index.ts";
import { slotsOf } from "../roster/index.ts";
import { hasErrors, type Finding, type PlainDate } from "../shared/index.ts";
import type { ContentParts } from "../templates/index.ts";
import { adaptContent } from "./adapt-content.ts";
import type { Adaptation, AdaptationRequest } from "./adaptation.ts";
import { contentPartsOf } from "./content-parts.ts";
import { findCoreTouched } from "./find-core-touched.ts";
import type { Consequence } from "./without-dangling-references.ts";

/** What a site is made from. */
export interface SitePlanInput {
  readonly release: ContentParts;
  readonly launchOn: PlainDate;
  /** Keys of the activities that the template offers and that the site takes up. */
  readonly offeredActivities: readonly string[];
  readonly adaptations: readonly AdaptationRequest[];
  /** Today, in the site's own time zone. */
  readonly today: PlainDate;
}

/** A slot of a position, to be filled by one person at a time; slots of a position count from 1. */
export interface PlannedSlot {
  readonly position: string;
  readonly slot: number;
}

/** Everything that opening a site makes: the preview and the site are this same value. */
export interface SitePlan {
  readonly content: ContentParts;
  readonly checklist: readonly PlannedItem[];
  readonly slots: readonly PlannedSlot[];
  readonly adaptations: readonly Adaptation[];
  readonly consequences: readonly Consequence[];
  readonly findings: readonly Finding[];
}

function findUnofferedActivities({ release, offeredActivities }: SitePlanInput): Finding[] {
  const offered = new Set(release.activities.map(({ key }) => key));
  return offeredActivities
    .filter((key) => !offered.has(key))
    .map((key) => ({
      code: "SITE_ACTIVITY_UNKNOWN",
      severity: "error",
      path: `offeredActivities.${key}`,
      message: `The template has no activity "${key}". Choose one of those that it offers.`,
    }));
}

/** Activities that the site begins with: those on by default and those taken up. */
function chooseActivities({ release, offeredActivities }: SitePlanInput): ContentParts {
  const activities = release.activities.filter(
    (activity) => activity.isOnByDefault || offeredActivities.includes(activity.key),
  );
  return { ...contentPartsOf(release), activities };
}

function findLateItems(checklist: readonly PlannedItem[], { launchOn, today }: SitePlanInput): Finding[] {
  const lateCount = checklist.filter(({ dueOn }) => dueOn < today).length;
  if (lateCount === 0 || launchOn < today) return [];
  return [
    {
      code: "SITE_ITEMS_ALREADY_DUE",
      severity: "warning",
      path: "launchOn",
      message: `With this launch date ${String(lateCount)} ${lateCount === 1 ? "item is" : "items are"} already past due on the day the site opens. Choose a later launch date, or plan to catch up.`,
    },
  ];
}

/**
 * Makes a site's own design from a release: the parts it keeps, with its adaptations; every item of the checklist
 * with a real date; every slot to fill. Nothing is saved. With findings of severity `error` the site cannot be opened.
 */
export function instantiateSite(input: SitePlanInput): SitePlan {
  const adapted = adaptContent(chooseActivities(input), input.adaptations);
  const { content, adaptations, consequences } = adapted;
  const faults = [...findUnofferedActivities(input), ...adapted.findings];
  const checklist = planDates(content.checklistItems, input.launchOn);
  const slots = content.positions.flatMap((position) =>
    Array.from({ length: slotsOf(position) }, (_, index) => ({ position: position.key, slot: index + 1 })),
  );
  const remarks = hasErrors(faults)
    ? []
    : [...findCoreTouched(adaptations), ...findLateItems(checklist, input)];
  return { content, checklist, slots, adaptations, consequences, findings: [...faults, ...remarks] };
}
