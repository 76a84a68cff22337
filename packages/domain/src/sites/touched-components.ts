import { seatsOf, type StaffingFloor } from "../roster/index.ts";
import type { ContentPart, ContentParts } from "../templates/index.ts";
import type { LocalDifference } from "./adaptation.ts";

/** One difference, with the content before all differences and after all of them. */
export interface AppliedDifference extends Pick<LocalDifference, "section" | "change" | "field"> {
  readonly part: ContentPart;
  readonly before: ContentParts;
  readonly after: ContentParts;
}

function seatsUnder(floor: StaffingFloor, content: ContentParts): number {
  return seatsOf(content.positions.filter((position) => floor.positions.includes(position.key)));
}

/** The staffing floors that a difference breaks: it concerns their positions, and too few seats are left. */
function brokenFloors({ section, part, before, after }: AppliedDifference): StaffingFloor[] {
  if (section !== "positions") return [];
  return before.staffingFloors.filter(
    (floor) =>
      floor.positions.includes(part.key) &&
      seatsUnder(floor, after) < floor.seats &&
      seatsUnder(floor, after) < seatsUnder(floor, before),
  );
}

function isGateLeftOut({ change, part }: AppliedDifference): boolean {
  return change === "leftOut" && "isLaunchGate" in part && part.isLaunchGate;
}

function isCoreItself({ change, field, part }: AppliedDifference): boolean {
  if (change === "leftOut") return part.isCore;
  return field !== undefined && part.core.includes(field);
}

/**
 * Whether a difference touches a core component, and which. It does when it leaves out a part that is core,
 * changes a field that is core, leaves out a launch gate, or brings a staffing floor below its seats.
 */
export function touchedComponents(
  applied: AppliedDifference,
): Pick<LocalDifference, "touchesCore" | "coreComponents"> {
  const floors = brokenFloors(applied);
  const isOwn = isCoreItself(applied) || isGateLeftOut(applied);
  const keys = [
    ...(isOwn ? applied.part.coreComponents : []),
    ...floors.flatMap((floor) => floor.coreComponents),
  ];
  return { touchesCore: isOwn || floors.length > 0, coreComponents: [...new Set(keys)] };
}
