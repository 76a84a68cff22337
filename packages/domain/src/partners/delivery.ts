import {
  addDays,
  type Finding,
  type Period,
  periodAround,
  periodEnd,
  type PeriodKind,
  periodStart,
  type PlainDate,
} from "../shared/index.ts";
import { largestAmount, periodsOver, type Pledge } from "./pledge.ts";

/**
 * How far a report of a delivery has come: reported by the organization, confirmed by the city, or
 * returned by it with a reason.
 */
export const deliveryStatuses = ["reported", "confirmed", "returned"] as const;

/** How far a report of a delivery has come. */
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** What somebody reports of a period. A later report of the same period has the next number. */
export interface DeliveryReport {
  readonly period: Period;
  /** 1 for the first report of the period; nothing is overwritten. */
  readonly reportNumber: number;
  /** Whole units. Nothing reported is not zero. */
  readonly amount: number;
  readonly status: DeliveryStatus;
}

/**
 * How a period of a pledge stands. `confirmed`, `waiting` (reported, the city has not answered) and
 * `returned` by its newest report; without a report `due` until 30 days after its end, then `missing`.
 */
export const periodStandings = ["confirmed", "waiting", "returned", "due", "missing"] as const;

/** How a period of a pledge stands. */
export type PeriodStanding = (typeof periodStandings)[number];

/** A period of a pledge with what came of it. */
export interface PeriodDelivery<Report extends DeliveryReport = DeliveryReport> {
  readonly period: Period;
  /** The last day on which a report is in time. */
  readonly dueOn: PlainDate;
  readonly standing: PeriodStanding;
  /** What the newest confirmed report says, in units; null where nothing is confirmed, which is not zero. */
  readonly delivered: number | null;
  /** All reports of the period, the newest first. */
  readonly reports: readonly Report[];
}

/** How long after its end a period may be reported in time, in days. */
export const daysToReport = 30;

/** The periods of a pledge that are over, the newest first, each with what came of it. */
export function deliveryByPeriod<Report extends DeliveryReport>(
  pledge: Pick<Pledge, "startsOn" | "endsOn" | "periodKind">,
  reports: readonly Report[],
  today: PlainDate,
): PeriodDelivery<Report>[] {
  const byPeriod = Map.groupBy(reports, ({ period }) => period);
  return periodsOver(pledge, today)
    .map((period) => {
      const newestFirst = (byPeriod.get(period) ?? []).toSorted(
        (one, other) => other.reportNumber - one.reportNumber,
      );
      const dueOn = addDays(periodEnd(period), daysToReport);
      return {
        period,
        dueOn,
        standing: standingOf(newestFirst[0], dueOn, today),
        delivered: newestFirst.find(({ status }) => status === "confirmed")?.amount ?? null,
        reports: newestFirst,
      };
    })
    .reverse();
}

const standingByStatus: Readonly<Record<DeliveryStatus, PeriodStanding>> = {
  reported: "waiting",
  confirmed: "confirmed",
  returned: "returned",
};

function standingOf(newest: DeliveryReport | undefined, dueOn: PlainDate, today: PlainDate): PeriodStanding {
  if (newest) return standingByStatus[newest.status];
  return today <= dueOn ? "due" : "missing";
}

/** Whether the organization still owes a report of a period: none came, or it was returned. */
export function isOwed({ standing }: Pick<PeriodDelivery, "standing">): boolean {
  return standing === "due" || standing === "missing" || standing === "returned";
}

/** The number of the next report of a period. */
export function nextReportNumber(reports: readonly DeliveryReport[], period: Period): number {
  return 1 + Math.max(0, ...reports.filter((one) => one.period === period).map((one) => one.reportNumber));
}

/** How often a period can be reported. */
const mostReports = 20;

/** What is wrong with a report of a delivery besides those there are, each with what to do about it. */
export function checkDelivery(
  pledge: Pick<Pledge, "startsOn" | "endsOn" | "periodKind"> & {
    readonly reports: readonly DeliveryReport[];
  },
  { period, amount }: Pick<DeliveryReport, "period" | "amount">,
  today: PlainDate,
): Finding[] {
  const findings: Finding[] = [];
  if (nextReportNumber(pledge.reports, period) > mostReports) {
    findings.push({
      code: "DELIVERY_REPORTED_OFTEN",
      severity: "error",
      path: "period",
      message: `This period was reported ${String(mostReports)} times. Agree on the figure with the city first.`,
    });
  }
  if (!periodsOver(pledge, today).includes(period)) {
    findings.push({
      code: "DELIVERY_PERIOD",
      severity: "error",
      path: "period",
      message: `Choose a ${pledge.periodKind} of this promise that is over.`,
    });
  }
  if (!Number.isInteger(amount) || amount < 0 || amount > largestAmount) {
    findings.push({
      code: "DELIVERY_AMOUNT",
      severity: "error",
      path: "amount",
      message: "Give a whole number from 0 to 1,000,000.",
    });
  }
  return findings;
}

/**
 * Whether what was delivered last is recent on a day: a confirmed amount above zero for the latest
 * period whose report is overdue when it has not come, or for a later one. So nobody loses the mark
 * while there is still time to report, and one missed period takes it away.
 *
 * @example a month: on 2027-03-02 December 2026 is recent (January may be reported until 2 March);
 *   on 2027-03-03 it is not.
 */
export function isRecentDelivery(
  periodKind: PeriodKind,
  lastDelivered: Period | null,
  today: PlainDate,
): boolean {
  if (lastDelivered === null) return false;
  const inTime = periodStart(periodAround(addDays(today, -daysToReport), periodKind));
  return periodEnd(lastDelivered) >= addDays(inTime, -1);
}
