import { seatsOf, type StaffingFloor } from "../roster/index.ts";
import type { ContentPart, ContentParts } from "../templates/index.ts";
import type { Adaptation, AdaptationRequest } from "./adaptation.ts";

/** One difference, with the content before all differences and after all of them. */
export interface AppliedRequest {
  readonly request: AdaptationRequest;
  readonly part: ContentPart;
  readonly before: ContentParts;
  readonly after: ContentParts;
}

function seatsUnder(floor: StaffingFloor, content: ContentParts): number {
  return seatsOf(content.positions.filter((position) => floor.positions.includes(position.key)));
}

/** The staffing floors that a difference breaks: it concerns their positions, and too few seats are left. */
function brokenFloors({ request, before, after }: AppliedRequest): StaffingFloor[] {
  if (request.section !== "positions") return [];
  return before.staffingFloors.filter(
    (floor) =>
      floor.positions.includes(request.key) &&
      seatsUnder(floor, after) < floor.seats &&
      seatsUnder(floor, after) < seatsUnder(floor, before),
  );
}

function isGateLeftOut({ request, part }: AppliedRequest): boolean {
  return request.change === "leftOut" && "isLaunchGate" in part && part.isLaunchGate;
}

function isCoreItself({ request, part }: AppliedRequest): boolean {
  if (request.change === "leftOut") return part.isCore;
  return request.field !== undefined && part.core.includes(request.field);
}

/**
 * Whether a difference touches a core component, and which. It does when it leaves out a part that is core,
 * changes a field that is core, leaves out a launch gate, or brings a staffing floor below its seats.
 */
export function touchedComponents(
  applied: AppliedRequest,
): Pick<Adaptation, "touchesCore" | "coreComponents"> {
  const floors = brokenFloors(applied);
  const isOwn = isCoreItself(applied) || isGateLeftOut(applied);
  const keys = [
    ...(isOwn ? applied.part.coreComponents : []),
    ...floors.flatMap((floor) => floor.coreComponents),
  ];
  return { touchesCore: isOwn || floors.length > 0, coreComponents: [...new Set(keys)] };
}
