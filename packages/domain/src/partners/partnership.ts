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
  /** For how many months a renewal is foreseen; null when the agreement does not say. */
  readonly renewalMonths: number | null;
}

/** An organization at a site in a partner role. */
export interface Partnership {
  readonly id: string;
  readonly siteId: string;
  readonly organizationId: string;
  readonly partnerRoleKey: string;
  readonly stage: PartnershipStage;
  /** What was signed, one after another; empty as long as nothing is. No two hold on the same day. */
  readonly agreements: readonly Agreement[];
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

/** How the agreements of a partnership stand on a day. */
export type AgreementStanding =
  | { readonly kind: "unsigned" }
  | { readonly kind: "notYetCurrent"; readonly startsOn: PlainDate }
  /** `lapsesOn` is the last day covered without a break, renewals included; null when none is set. */
  | { readonly kind: "current"; readonly lapsesOn: PlainDate | null }
  | {
      readonly kind: "lapsing";
      readonly lapsesOn: PlainDate;
      readonly daysLeft: number;
      readonly within: LapseAlert;
    }
  | { readonly kind: "lapsed"; readonly lapsedOn: PlainDate; readonly daysPast: number };

/**
 * How the agreements of a partnership stand on a day, which is "today" in the site's own time
 * zone. The last day still counts: an agreement that ends on 30 June is current on 30 June with 0
 * days left, and lapsed on 1 July. One that was renewed in time, with not a day between, does not
 * lapse.
 */
export function agreementStanding(agreements: readonly Agreement[], today: PlainDate): AgreementStanding {
  const inOrder = [...agreements].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const current = inOrder.find((agreement) => isCurrent(agreement, today));
  if (current === undefined) return standingBetween(inOrder, today);
  const lapsesOn = coveredThrough(current, inOrder);
  if (lapsesOn === null) return { kind: "current", lapsesOn };
  const daysLeft = daysBetween(today, lapsesOn);
  const within = lapseAlertDays.find((days) => daysLeft <= days);
  return within === undefined
    ? { kind: "current", lapsesOn }
    : { kind: "lapsing", lapsesOn, daysLeft, within };
}

function isCurrent({ startsOn, endsOn }: Agreement, day: PlainDate): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

function coveredThrough(current: Agreement, inOrder: readonly Agreement[]): PlainDate | null {
  let { endsOn } = current;
  for (const { startsOn, endsOn: nextEnd } of inOrder) {
    if (endsOn === null) return null;
    const continues = startsOn <= addDays(endsOn, 1);
    if (continues && (nextEnd === null || nextEnd > endsOn)) endsOn = nextEnd;
  }
  return endsOn;
}

function standingBetween(inOrder: readonly Agreement[], today: PlainDate): AgreementStanding {
  const coming = inOrder.find(({ startsOn }) => today < startsOn);
  if (coming) return { kind: "notYetCurrent", startsOn: coming.startsOn };
  const lapsedOn = inOrder
    .flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn]))
    .sort()
    .at(-1);
  if (lapsedOn === undefined) return { kind: "unsigned" };
  return { kind: "lapsed", lapsedOn, daysPast: daysBetween(lapsedOn, today) };
}

/** The agreement that holds on the same day as a proposed one, or `undefined`. */
export function agreementInTheWay<Signed extends Agreement>(
  proposed: Agreement,
  signed: readonly Signed[],
): Signed | undefined {
  return signed.find(
    (other) =>
      (other.endsOn === null || proposed.startsOn <= other.endsOn) &&
      (proposed.endsOn === null || other.startsOn <= proposed.endsOn),
  );
}

/** The stages in which an organization does what it agreed to. A pause is not coverage. */
const workingStages: readonly PartnershipStage[] = ["agreed", "active"];

/**
 * Whether a partnership holds its role on a day: agreed or active, with an agreement that is
 * current on that day.
 */
export function holdsRole(partnership: Pick<Partnership, "stage" | "agreements">, today: PlainDate): boolean {
  if (!workingStages.includes(partnership.stage)) return false;
  const { kind } = agreementStanding(partnership.agreements, today);
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
/** The longest renewal that is accepted, in months. */
const longestRenewal = 120;
/** How far from today an agreement may begin or end, in years. */
const yearsAway = 50;

/** What is wrong with an agreement, each with what to do about it. */
export function checkAgreement(agreement: Agreement, today: PlainDate): Finding[] {
  const { startsOn, endsOn } = agreement;
  const earliest = addMonths(today, -yearsAway * 12);
  const latest = addMonths(today, yearsAway * 12);
  const findings: Finding[] = [];
  if (startsOn < earliest || startsOn > latest) {
    findings.push(
      error(
        "AGREEMENT_DATE_TOO_FAR",
        "startsOn",
        `Choose a first day within ${String(yearsAway)} years of today.`,
      ),
    );
  }
  if (endsOn !== null && endsOn < startsOn) {
    findings.push(
      error(
        "AGREEMENT_ENDS_BEFORE_START",
        "endsOn",
        `Choose a last day on or after the first day, ${startsOn}.`,
      ),
    );
  }
  if (endsOn !== null && endsOn > latest) {
    findings.push(
      error(
        "AGREEMENT_DATE_TOO_FAR",
        "endsOn",
        `Choose a last day within ${String(yearsAway)} years of today.`,
      ),
    );
  }
  return [...findings, ...checkTerms(agreement)];
}

function checkTerms({ noticeDays, renewalMonths }: Agreement): Finding[] {
  const findings: Finding[] = [];
  if (noticeDays !== null && (noticeDays < 0 || noticeDays > longestNotice)) {
    findings.push(
      error(
        "NOTICE_OUT_OF_RANGE",
        "noticeDays",
        `Give a notice period of 0 to ${String(longestNotice)} days.`,
      ),
    );
  }
  if (renewalMonths !== null && (renewalMonths < 1 || renewalMonths > longestRenewal)) {
    findings.push(
      error(
        "RENEWAL_OUT_OF_RANGE",
        "renewalMonths",
        `Give a renewal of 1 to ${String(longestRenewal)} months.`,
      ),
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
