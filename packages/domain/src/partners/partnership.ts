import { addDays, addMonths, daysBetween, type Finding, type PlainDate } from "../shared/index.ts";

/** How far an organization and a site have come with each other, in the usual order. */
export const partnershipStages = ["identified", "inTalks", "agreed", "active", "paused", "ended"] as const;

/** How far an organization and a site have come with each other. */
export type PartnershipStage = (typeof partnershipStages)[number];

/** The forms that an agreement takes. */
export const agreementKinds = ["memorandum", "contract", "letter", "grant"] as const;

/** The form that an agreement takes. */
export type AgreementKind = (typeof agreementKinds)[number];

/** What an organization and a city have signed. */
export interface Agreement {
  readonly kind: AgreementKind;
  readonly startsOn: PlainDate;
  /** The last day on which it holds; null when it holds until one side gives notice. */
  readonly endsOn: PlainDate | null;
  /** How many days before leaving a side must say so; null when the agreement does not say. */
  readonly noticeDays: number | null;
}

/** An organization at a site in a partner role. */
export interface Partnership {
  readonly id: string;
  readonly siteId: string;
  readonly organizationId: string;
  readonly partnerRoleKey: string;
  readonly stage: PartnershipStage;
  /** Null as long as nothing is signed. */
  readonly agreement: Agreement | null;
}

/** Whether a text is the name of a stage. */
export function isPartnershipStage(text: string): text is PartnershipStage {
  return (partnershipStages as readonly string[]).includes(text);
}

/** Whether a text is the name of a kind of agreement. */
export function isAgreementKind(text: string): text is AgreementKind {
  return (agreementKinds as readonly string[]).includes(text);
}

/** The steps at which people are told that an agreement lapses, in days. */
export const lapseAlertDays = [30, 60, 90] as const;

/** A step at which people are told that an agreement lapses. */
export type LapseAlert = (typeof lapseAlertDays)[number];

/** How an agreement stands on a day. */
export type AgreementStanding =
  | { readonly kind: "unsigned" }
  | { readonly kind: "notYetCurrent"; readonly startsOn: PlainDate }
  | { readonly kind: "current" }
  | { readonly kind: "lapsing"; readonly daysLeft: number; readonly within: LapseAlert }
  | { readonly kind: "lapsed"; readonly daysPast: number };

/**
 * How an agreement stands on a day, which is "today" in the site's own time zone. The last day
 * still counts: an agreement that ends on 30 June is current on 30 June with 0 days left, and
 * lapsed on 1 July.
 */
export function agreementStanding(agreement: Agreement | null, today: PlainDate): AgreementStanding {
  if (agreement === null) return { kind: "unsigned" };
  const { startsOn, endsOn } = agreement;
  if (endsOn !== null && endsOn < today) return { kind: "lapsed", daysPast: daysBetween(endsOn, today) };
  if (today < startsOn) return { kind: "notYetCurrent", startsOn };
  if (endsOn === null) return { kind: "current" };
  const daysLeft = daysBetween(today, endsOn);
  const within = lapseAlertDays.find((days) => daysLeft <= days);
  return within === undefined ? { kind: "current" } : { kind: "lapsing", daysLeft, within };
}

/** The stages in which an organization does what it agreed to. A pause is not coverage. */
const workingStages: readonly PartnershipStage[] = ["agreed", "active"];

/**
 * Whether a partnership holds its role on a day: agreed or active, with an agreement that is
 * current on that day.
 */
export function holdsRole(partnership: Pick<Partnership, "stage" | "agreement">, today: PlainDate): boolean {
  if (!workingStages.includes(partnership.stage)) return false;
  const { kind } = agreementStanding(partnership.agreement, today);
  return kind === "current" || kind === "lapsing";
}

/** The stages that may follow each stage. An ended partnership stays ended: a new one is begun. */
const following: Readonly<Record<PartnershipStage, readonly PartnershipStage[]>> = {
  identified: ["inTalks", "agreed", "active", "ended"],
  inTalks: ["identified", "agreed", "active", "ended"],
  agreed: ["inTalks", "active", "paused", "ended"],
  active: ["paused", "ended"],
  paused: ["active", "ended"],
  ended: [],
};

/** The stages to which a partnership may move from its own. */
export function followingStages(stage: PartnershipStage): readonly PartnershipStage[] {
  return following[stage];
}

/** The longest notice period that is accepted, in days. */
const longestNotice = 730;
/** How far from today an agreement may begin or end, in years. */
const yearsAway = 50;

/** What is wrong with an agreement, each with what to do about it. */
export function checkAgreement(agreement: Agreement, today: PlainDate): Finding[] {
  const { startsOn, endsOn, noticeDays } = agreement;
  const earliest = addMonths(today, -yearsAway * 12);
  const latest = addMonths(today, yearsAway * 12);
  const findings: Finding[] = [];
  if (startsOn < earliest || startsOn > latest) {
    findings.push(
      error("AGREEMENT_DATE_TOO_FAR", "startsOn", `Choose a first day within ${String(yearsAway)} years of today.`),
    );
  }
  if (endsOn !== null && endsOn < startsOn) {
    findings.push(
      error("AGREEMENT_ENDS_BEFORE_START", "endsOn", `Choose a last day on or after the first day, ${startsOn}.`),
    );
  }
  if (endsOn !== null && endsOn > latest) {
    findings.push(
      error("AGREEMENT_DATE_TOO_FAR", "endsOn", `Choose a last day within ${String(yearsAway)} years of today.`),
    );
  }
  if (noticeDays !== null && (noticeDays < 0 || noticeDays > longestNotice)) {
    findings.push(
      error("NOTICE_OUT_OF_RANGE", "noticeDays", `Give a notice period of 0 to ${String(longestNotice)} days.`),
    );
  }
  return findings;
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}

/** The last day on which notice can be given so that an agreement ends when it says; null without one. */
export function lastNoticeDay({ endsOn, noticeDays }: Agreement): PlainDate | null {
  return endsOn === null || noticeDays === null ? null : addDays(endsOn, -noticeDays);
}
