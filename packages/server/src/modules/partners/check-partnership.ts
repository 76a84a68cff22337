import { checkAgreement, type Agreement, type AgreementKind } from "@frontstep/domain/partners";
import type { Finding, PlainDate } from "@frontstep/domain/shared";

/** What a person may say of an agreement. */
export interface SignedAgreement {
  readonly kind: AgreementKind;
  readonly startsOn: string;
  readonly endsOn?: string | null;
  readonly noticeDays?: number | null;
  readonly renewalMonths?: number | null;
}

/** An agreement as the domain knows it; the API has already read the days. */
export function agreementOf({
  kind,
  startsOn,
  endsOn,
  noticeDays,
  renewalMonths,
}: SignedAgreement): Agreement {
  return {
    kind,
    startsOn: startsOn as PlainDate,
    endsOn: (endsOn as PlainDate | null | undefined) ?? null,
    noticeDays: noticeDays ?? null,
    renewalMonths: renewalMonths ?? null,
  };
}

/** What is wrong with an agreement that comes with a partnership; the path says so. */
export function findingsOf(agreement: SignedAgreement, today: PlainDate): Finding[] {
  return checkAgreement(agreementOf(agreement), today).map((finding) => ({
    ...finding,
    path: `agreement.${finding.path}`,
  }));
}

/** The longest description of what an organization brings, in characters. */
const LONGEST_DELIVERABLE = 500;

export function checkDeliverable(deliverable: string | null | undefined): Finding[] {
  if ((deliverable ?? "").trim().length <= LONGEST_DELIVERABLE) return [];
  const message = `Shorten what the organization brings to ${String(LONGEST_DELIVERABLE)} characters.`;
  return [{ code: "DELIVERABLE_TOO_LONG", severity: "error", path: "deliverable", message }];
}

export function tidiedDeliverable(deliverable: string | null | undefined): string | null {
  const text = deliverable?.normalize("NFC").trim() ?? "";
  return text === "" ? null : text;
}
