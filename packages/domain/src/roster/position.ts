import type { z } from "zod";
import type { positionSchema, staffingFloorSchema, trainingSchema } from "./parse-position.ts";

/** Who employs the person in a position: the police, the city or another public body, or a partner organization. */
export const employers = ["police", "civilian", "partner"] as const;

/** Who employs the person in a position. */
export type Employer = (typeof employers)[number];

/** When a training is due: before the officers are chosen, before working in the site, or every year. */
export const trainingMoments = ["beforeSelection", "beforeDeployment", "withinFirstYear", "yearly"] as const;

/** When a training is due. */
export type TrainingMoment = (typeof trainingMoments)[number];

/** A seat, or several alike, that the roster of a site calls for. */
export type Position = z.infer<typeof positionSchema>;

/** A training that positions require. */
export type Training = z.infer<typeof trainingSchema>;

/** The fewest seats that a group of positions may have before core components are touched. */
export type StaffingFloor = z.infer<typeof staffingFloorSchema>;

/**
 * How many whole slots a position opens at a site, each to be filled by one person at a time.
 * A part of a seat (0.2 of a lieutenant shared by sites) opens one slot; a contract opens none.
 */
export function slotsOf(position: Pick<Position, "count">): number {
  return position.count === "contract" ? 0 : Math.ceil(position.count);
}

/** How many seats a group of positions has in all; parts of seats add up, contracts count nothing. */
export function seatsOf(positions: readonly Pick<Position, "count">[]): number {
  return positions.reduce((seats, { count }) => seats + (count === "contract" ? 0 : count), 0);
}
