import type { z } from "zod";
import type { indicatorSchema } from "./parse-indicator.ts";

/**
 * Whose results an indicator speaks of. Only performance and fidelity may be called the team's results;
 * population speaks of everyone who lives there, police activity of what police do.
 */
export const indicatorClasses = ["population", "performance", "activityOfPolice", "fidelity"] as const;

/** Whose results an indicator speaks of. */
export type IndicatorClass = (typeof indicatorClasses)[number];

/** Which way is better; `context` is shown beside others and is neither good nor bad by itself. */
export const directions = ["lower", "higher", "context"] as const;

/** Which way is better. */
export type Direction = (typeof directions)[number];

/** How often an indicator is collected. */
export const cadences = ["month", "quarter", "halfYear", "year", "survey", "event"] as const;

/** How often an indicator is collected. */
export type Cadence = (typeof cadences)[number];

/** The shelves of the indicator catalogue. */
export const indicatorThemes = [
  "crimeAndHarm",
  "policeActivity",
  "trustAndPlace",
  "programAndPartners",
  "staffingAndFidelity",
] as const;

/** A shelf of the indicator catalogue. */
export type IndicatorTheme = (typeof indicatorThemes)[number];

/** Acts of policing that may be shown beside outcomes and may never be a goal. */
export const policeActs = [
  "arrests",
  "citations",
  "stops",
  "fieldInterviews",
  "gangDatabaseEntries",
] as const;

/** An act of policing that may never be a goal. */
export type PoliceAct = (typeof policeActs)[number];

/** What is measured, with its kind of measure, its source and its caveats. */
export type Indicator = z.infer<typeof indicatorSchema>;
