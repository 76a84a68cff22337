import { agreementStanding, lapseAlertDays, lastNoticeDay, type Agreement } from "../partners/index.ts";
import { commitmentAlertDays } from "../roster/index.ts";
import type { Period, PlainDate } from "../shared/index.ts";
import type { Reminder } from "./reminder.ts";

/** The site at which something comes, and today there. */
interface At {
  readonly siteId: string;
  readonly siteName: string;
  readonly today: PlainDate;
}

/** A slot that somebody holds, without who it is. */
export interface HeldSlot extends At {
  readonly assignmentId: string;
  /** The position's title, with the number of the slot where there are several. */
  readonly slotTitle: string;
  /** The last day of the commitment; null without one, or when the holder's last day is set already. */
  readonly commitmentEndsOn: PlainDate | null;
  readonly trainings: readonly {
    readonly trainingKey: string;
    readonly name: string;
    /** The last day on which it holds; null when it holds for good or was never done. */
    readonly validThrough: PlainDate | null;
  }[];
}

/** How many days before a training expires people are told. */
const trainingNoticeDays = [90, 30];

/** What comes of a slot that is held: the end of the commitment, and trainings that expire. */
export function slotReminders(slot: HeldSlot): Reminder[] {
  const { siteId, siteName, today, assignmentId, slotTitle, commitmentEndsOn } = slot;
  const at = { siteName, today, path: `/sites/${siteId}?tab=roster` };
  const commitment: Reminder[] =
    commitmentEndsOn === null
      ? []
      : [
          {
            ...at,
            key: `commitment.${assignmentId}`,
            kind: "commitmentEnds",
            day: commitmentEndsOn,
            noticeDays: earliestFirst(commitmentAlertDays),
            subject: slotTitle,
          },
        ];
  const trainings = slot.trainings.flatMap(({ trainingKey, name, validThrough }): Reminder[] =>
    validThrough === null
      ? []
      : [
          {
            ...at,
            key: `training.${assignmentId}.${trainingKey}`,
            kind: "trainingExpires",
            day: validThrough,
            noticeDays: trainingNoticeDays,
            subject: `${name}, ${slotTitle}`,
          },
        ],
  );
  return [...commitment, ...trainings];
}

/** A partnership with what was signed. */
export interface SignedPartnership extends Omit<At, "siteId"> {
  readonly jurisdictionId: string;
  readonly partnershipId: string;
  readonly organizationName: string;
  readonly agreements: readonly Agreement[];
}

/**
 * What comes of a partnership: the day on which its agreements lapse, renewals included, and the
 * last day on which notice can be given. An agreement without an end brings nothing.
 */
export function agreementReminders(partnership: SignedPartnership): Reminder[] {
  const { jurisdictionId, partnershipId, organizationName, siteName, today, agreements } = partnership;
  const lapsesOn = lapseDay(agreements, today);
  if (lapsesOn === null) return [];
  const common = {
    siteName,
    today,
    subject: organizationName,
    path: `/partnerships/${jurisdictionId}/${partnershipId}`,
  };
  const last = agreements.find(({ endsOn }) => endsOn === lapsesOn);
  const noticeDay = last === undefined ? null : lastNoticeDay(last);
  return [
    {
      ...common,
      key: `agreement.${partnershipId}`,
      kind: "agreementLapses",
      day: lapsesOn,
      noticeDays: earliestFirst(lapseAlertDays),
    },
    ...(noticeDay === null || noticeDay === lapsesOn
      ? []
      : [
          {
            ...common,
            key: `notice.${partnershipId}`,
            kind: "noticeEnds" as const,
            day: noticeDay,
            noticeDays: [14],
          },
        ]),
  ];
}

function lapseDay(agreements: readonly Agreement[], today: PlainDate): PlainDate | null {
  const standing = agreementStanding(agreements, today);
  switch (standing.kind) {
    case "current":
    case "lapsing":
      return standing.lapsesOn;
    case "lapsed":
      return standing.lapsedOn;
    case "unsigned":
    case "notYetCurrent":
      return null;
  }
}

/** A checklist item that is not finished. */
export interface OpenItem extends At {
  readonly itemKey: string;
  readonly title: string;
  readonly dueOn: PlainDate;
}

/** What comes of a checklist item: the day on which it is due. */
export function itemReminder({ siteId, siteName, today, itemKey, title, dueOn }: OpenItem): Reminder {
  return {
    key: `item.${siteId}.${itemKey}`,
    kind: "itemDue",
    day: dueOn,
    noticeDays: [],
    subject: title,
    siteName,
    path: `/sites/${siteId}/checklist/${itemKey}`,
    today,
  };
}

/** A period of a promise whose report is owed. */
export interface OwedReport extends Omit<At, "siteId"> {
  readonly jurisdictionId: string;
  readonly partnershipId: string;
  readonly pledgeId: string;
  readonly title: string;
  readonly period: Period;
  readonly dueOn: PlainDate;
}

/** What comes of a period that an organization has not reported: the last day on which it is in time. */
export function reportReminder(report: OwedReport): Reminder {
  const { jurisdictionId, partnershipId, pledgeId, title, period, dueOn, siteName, today } = report;
  return {
    key: `report.${pledgeId}.${period}`,
    kind: "reportDue",
    day: dueOn,
    noticeDays: [],
    subject: `${title}, ${period}`,
    siteName,
    path: `/partnerships/${jurisdictionId}/${partnershipId}`,
    today,
  };
}

function earliestFirst(days: readonly number[]): number[] {
  return days.toSorted((one, other) => other - one);
}
