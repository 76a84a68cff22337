import {
  agreementStanding,
  type Certificate,
  type CertificateStanding,
  certificateStanding,
  followingStages,
  newestCertificates,
  type PartnershipStage,
} from "@frontstep/domain/partners";
import { daysBetween, localize, todayIn, type Language, type PlainDate } from "@frontstep/domain/shared";

import type { PartneredSite } from "./partnered-site.store.ts";
import type { KeptPartnership } from "./partnership.store.ts";

/** How the agreements of a partnership stand today at the site, flat for a page to show. */
export interface DescribedStanding {
  readonly kind: "unsigned" | "notYetCurrent" | "current" | "lapsing" | "lapsed";
  /** The day it begins, lapses or lapsed on; null where none is set. */
  readonly on: PlainDate | null;
  /** Days left until it lapses; negative since it lapsed; null where no day is set. */
  readonly daysLeft: number | null;
  /** The step reached of 30, 60 and 90 days before the lapse. */
  readonly within: number | null;
}

/** A paper of the organization, and how it stands today at the site. */
export interface DescribedCertificate extends Certificate {
  readonly standing: CertificateStanding["kind"];
  /** Days left; negative since it expired. */
  readonly daysLeft: number;
}

/** A partnership in the words of its site's design. */
export interface DescribedPartnership extends KeptPartnership {
  readonly siteName: string;
  readonly timeZone: string;
  readonly jurisdictionName: string;
  readonly roleTitle: string;
  readonly standing: DescribedStanding;
  /** The newest of each kind. */
  readonly currentCertificates: readonly DescribedCertificate[];
  /** The stages to which it may move. */
  readonly followingStages: readonly PartnershipStage[];
}

/** Puts a partnership in the words of its site's design. */
export function describePartnership(
  partnership: KeptPartnership,
  site: PartneredSite | undefined,
  language: Language,
): DescribedPartnership {
  const timeZone = site?.timeZone ?? "UTC";
  const today = todayIn(timeZone, new Date());
  const role = site?.partnerRoles.find(({ key }) => key === partnership.partnerRoleKey);
  return {
    ...partnership,
    siteName: site?.name ?? "",
    timeZone,
    jurisdictionName: site?.jurisdictionName ?? "",
    roleTitle: role ? localize(role.title, language) : partnership.partnerRoleKey,
    standing: describeStanding(partnership, today),
    currentCertificates: newestCertificates(partnership.certificates).map((certificate) => ({
      ...certificate,
      standing: certificateStanding(certificate.validThrough, today).kind,
      daysLeft: daysBetween(today, certificate.validThrough),
    })),
    followingStages: followingStages(partnership.stage).filter((stage) => stage !== "ended"),
  };
}

function describeStanding({ agreements }: KeptPartnership, today: PlainDate): DescribedStanding {
  const standing = agreementStanding(agreements, today);
  switch (standing.kind) {
    case "unsigned":
      return { kind: standing.kind, on: null, daysLeft: null, within: null };
    case "notYetCurrent":
      return { kind: standing.kind, on: standing.startsOn, daysLeft: null, within: null };
    case "current":
      return { kind: standing.kind, on: standing.lapsesOn, daysLeft: null, within: null };
    case "lapsing":
      return {
        kind: standing.kind,
        on: standing.lapsesOn,
        daysLeft: standing.daysLeft,
        within: standing.within,
      };
    case "lapsed":
      return { kind: standing.kind, on: standing.lapsedOn, daysLeft: -standing.daysPast, within: null };
  }
}
