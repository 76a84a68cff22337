import { addMonths, daysBetween, type Finding, type PlainDate } from "../shared/index.ts";
import { type LapseAlert, lapseAlertDays, type PartnershipStage } from "./partnership.ts";

/** A stage of a partnership with the first day on which it was in it. */
export interface StageSince {
  readonly stage: PartnershipStage;
  readonly since: PlainDate;
}

/** What is wrong with the day since which a partnership is in a stage, beside those that are recorded. */
export function checkStageDay(stages: readonly StageSince[], since: PlainDate, today: PlainDate): Finding[] {
  const last = stages.reduce<PlainDate | null>(
    (latest, one) => (latest === null || one.since > latest ? one.since : latest),
    null,
  );
  if (since > today)
    return [
      error("STAGE_AHEAD", "since", "Choose today or an earlier day: a stage is recorded when it has come."),
    ];
  if (last !== null && since < last)
    return [
      error(
        "STAGE_BEFORE_LAST",
        "since",
        `Choose ${last} or a later day: since then it is in its present stage.`,
      ),
    ];
  if (since < addMonths(today, -furthestBack))
    return [error("STAGE_TOO_LONG_AGO", "since", "Choose a day within the last 50 years.")];
  return [];
}

/** How far back a stage may have begun, and how far ahead a paper may hold, in months. */
const furthestBack = 600;

/** The papers of an organization that run out: insurance, and the background checks of its people taken together. */
export const certificateKinds = ["insurance", "backgroundChecks"] as const;

/** A paper of an organization that runs out. */
export type CertificateKind = (typeof certificateKinds)[number];

/** A paper of an organization and the last day on which it holds. The paper itself is not kept. */
export interface Certificate {
  readonly kind: CertificateKind;
  readonly validThrough: PlainDate;
}

/** How a paper stands on a day at the site: it holds, it runs out within 90 days, or it has. */
export type CertificateStanding =
  | { readonly kind: "valid" }
  | { readonly kind: "expiring"; readonly daysLeft: number; readonly within: LapseAlert }
  | { readonly kind: "expired"; readonly daysPast: number };

/**
 * How a paper stands on a day. The last day still counts.
 *
 * @example valid through 2027-06-30: on that day it is expiring with 0 days left, on July 1 expired since 1 day.
 */
export function certificateStanding(validThrough: PlainDate, today: PlainDate): CertificateStanding {
  const daysLeft = daysBetween(today, validThrough);
  if (daysLeft < 0) return { kind: "expired", daysPast: -daysLeft };
  const within = lapseAlertDays.find((days) => daysLeft <= days);
  return within === undefined ? { kind: "valid" } : { kind: "expiring", daysLeft, within };
}

/** The newest of each kind of paper: the one that holds longest. */
export function newestCertificates<Held extends Certificate>(certificates: readonly Held[]): Held[] {
  return certificateKinds.flatMap((kind) => {
    const own = certificates.filter((one) => one.kind === kind);
    const [newest] = own.toSorted((one, other) => (one.validThrough > other.validThrough ? -1 : 1));
    return newest ?? [];
  });
}

/** What is wrong with the last day of a paper. */
export function checkCertificate({ validThrough }: Certificate, today: PlainDate): Finding[] {
  const isNear =
    validThrough >= addMonths(today, -furthestBack) && validThrough <= addMonths(today, furthestBack);
  if (isNear) return [];
  return [error("CERTIFICATE_DATE_TOO_FAR", "validThrough", "Choose a day within 50 years of today.")];
}

function error(code: string, path: string, message: string): Finding {
  return { code, severity: "error", path, message };
}
