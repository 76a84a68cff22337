import {
  coverage,
  endingCommitments,
  isOnRoster,
  shareOfSlot,
  slotsOf,
  teamShortfalls,
  type SlotCoverage,
} from "@frontstep/domain/roster";
import { localize, type PlainDate } from "@frontstep/domain/shared";

import type { KeptAssignment } from "./assignment.store.ts";
import { describeAssignment, type DescribedAssignment, type Surroundings } from "./describe-assignment.ts";
import type { StaffedSite } from "./staffed-site.store.ts";

/** A slot of a site on a day. */
export interface DescribedSlot {
  readonly id: string;
  readonly positionKey: string;
  readonly positionTitle: string;
  readonly rank: string | null;
  readonly slot: number;
  readonly hasSeveralSlots: boolean;
  readonly commitmentMonths: number | null;
  /** The share of full time that the slot asks for. */
  readonly share: number;
  readonly holder: DescribedAssignment | null;
  /** Who follows: in the hand-over already, or with the next assignment to begin. */
  readonly next: DescribedAssignment | null;
  readonly vacantSince: PlainDate | null;
  readonly daysVacant: number;
  readonly isPlanned: boolean;
}

/** A group of positions that is short of the fewest people a team needs. */
export interface DescribedShortfall {
  readonly floorKey: string;
  readonly name: string;
  readonly seats: number;
  readonly held: number;
}

/** A position whose people are a partner organization's own. */
export interface PartnerPosition {
  readonly positionKey: string;
  readonly title: string;
  readonly slotCount: number;
}

/** The roster of a site on a day. */
export interface DescribedRoster {
  readonly id: string;
  readonly siteId: string;
  readonly asOf: PlainDate;
  readonly slots: readonly DescribedSlot[];
  readonly slotCount: number;
  readonly filledCount: number;
  readonly vacantCount: number;
  readonly endingCount: number;
  readonly trainingGapCount: number;
  readonly shortfalls: readonly DescribedShortfall[];
  readonly partnerPositions: readonly PartnerPosition[];
}

/** The roster of a site on a day, in the words of its design. */
export function describeRoster(
  site: StaffedSite,
  assignments: readonly KeptAssignment[],
  around: Surroundings,
): DescribedRoster {
  const { asOf, language } = around;
  const { positions, launchOn: plannedFrom } = site;
  const slots = coverage({ positions, assignments, asOf, plannedFrom }).map((slot) =>
    describeSlot(slot, site, around),
  );
  const planned = slots.filter(({ isPlanned }) => isPlanned);
  const filledCount = planned.filter(({ holder }) => holder !== null).length;
  return {
    id: `${site.id}.${asOf}`,
    siteId: site.id,
    asOf,
    slots,
    slotCount: planned.length,
    filledCount,
    vacantCount: planned.length - filledCount,
    endingCount: endingCommitments(assignments, asOf).length,
    trainingGapCount: slots.filter(({ holder }) => holder !== null && lacksTraining(holder)).length,
    shortfalls: teamShortfalls(site.staffingFloors, assignments, asOf).map((shortfall) => ({
      ...shortfall,
      name: localize(
        site.staffingFloors.find(({ key }) => key === shortfall.floorKey)?.name ?? { en: shortfall.floorKey },
        language,
      ),
    })),
    partnerPositions: positions
      .filter((position) => !isOnRoster(position) && slotsOf(position) > 0)
      .map((position) => ({
        positionKey: position.key,
        title: localize(position.title, language),
        slotCount: slotsOf(position),
      })),
  };
}

function describeSlot(
  slot: SlotCoverage<KeptAssignment>,
  site: StaffedSite,
  around: Surroundings,
): DescribedSlot {
  const position = site.positions.find(({ key }) => key === slot.positionKey);
  const [holder = null, successor = slot.next] = slot.holders;
  const describe = (one: KeptAssignment | null) => one && describeAssignment(one, around);
  return {
    id: `${site.id}.${slot.positionKey}.${String(slot.slot)}.${around.asOf}`,
    positionKey: slot.positionKey,
    positionTitle: position ? localize(position.title, around.language) : slot.positionKey,
    rank: position?.rank ? localize(position.rank, around.language) : null,
    slot: slot.slot,
    hasSeveralSlots: position !== undefined && slotsOf(position) > 1,
    commitmentMonths: position?.commitmentMonths ?? null,
    share: position ? shareOfSlot(position) : 1,
    holder: describe(holder),
    next: describe(successor),
    vacantSince: slot.vacantSince,
    daysVacant: slot.daysVacant,
    isPlanned: slot.isPlanned,
  };
}

function lacksTraining({ trainings }: DescribedAssignment): boolean {
  return trainings.some(({ state }) => state === "missing" || state === "expired");
}
