import type { DeliveryReport, DeliveryStatus, Pledge } from "@frontstep/domain/partners";
import { periodOf, plainDateOf, type PeriodKind, type PlainDate } from "@frontstep/domain/shared";

import type { Reader } from "#server/persistence/database.ts";

/** A report as it is kept. */
export interface KeptDelivery extends DeliveryReport {
  readonly id: string;
  readonly organizationId: string | null;
  readonly reportedAt: Date;
  readonly returnReason: string | null;
  readonly revision: number;
}

/** Whose pledge it is, and where. */
interface PledgePlace {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly partnershipId: string;
}

/** A pledge as it is kept, with all that was reported of it. */
export interface KeptPledge extends Pledge, PledgePlace {
  readonly id: string;
  readonly revision: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly partnerRoleKey: string;
  readonly siteName: string;
  readonly jurisdictionName: string;
  readonly timeZone: string;
  readonly reports: readonly KeptDelivery[];
}

/** The most pledges that are looked at together. */
const MOST_PLEDGES = 2_000;

/** The most reports of a pledge that are looked at, the newest: all of 60 periods. */
const MOST_REPORTS = 1_200;

const COLUMNS = {
  jurisdictionId: true,
  id: true,
  siteId: true,
  partnershipId: true,
  title: true,
  unit: true,
  amountPerPeriod: true,
  periodKind: true,
  startsOn: true,
  endsOn: true,
  revision: true,
  partnership: {
    select: {
      organizationId: true,
      partnerRoleKey: true,
      organization: { select: { publicName: true } },
      site: { select: { name: true, timeZone: true, jurisdiction: { select: { name: true } } } },
    },
  },
  deliveries: {
    select: {
      id: true,
      period: true,
      reportNumber: true,
      amount: true,
      status: true,
      organizationId: true,
      reportedAt: true,
      returnReason: true,
      revision: true,
    },
    orderBy: { id: "desc" },
    take: MOST_REPORTS,
  },
} as const;

interface Row extends PledgePlace {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly amountPerPeriod: number;
  readonly periodKind: string;
  readonly startsOn: Date;
  readonly endsOn: Date | null;
  readonly revision: number;
  readonly partnership: {
    readonly organizationId: string;
    readonly partnerRoleKey: string;
    readonly organization: { readonly publicName: string };
    readonly site: {
      readonly name: string;
      readonly timeZone: string;
      readonly jurisdiction: { readonly name: string };
    };
  };
  readonly deliveries: readonly (Omit<KeptDelivery, "period" | "status"> & {
    readonly period: string;
    readonly status: string;
  })[];
}

/** Which pledges are wanted: of some partnerships, or of all that last and are open to the reader. */
type WantedPledges = { readonly partnershipIds: readonly string[] } | { readonly isAnswerWaited: boolean };

function whereOf(wanted: WantedPledges) {
  if ("partnershipIds" in wanted) return { partnershipId: { in: [...wanted.partnershipIds] } };
  const lasting = { partnership: { stage: { not: "ended" } } };
  return wanted.isAnswerWaited ? { ...lasting, deliveries: { some: { status: "reported" } } } : lasting;
}

/** Pledges, the earliest first; `isAnswerWaited` for those of which a report waits for the city. */
export async function listPledges(database: Reader, wanted: WantedPledges): Promise<KeptPledge[]> {
  const rows = await database.pledge.findMany({
    where: whereOf(wanted),
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MOST_PLEDGES,
    select: COLUMNS,
  });
  return rows.map(kept);
}

/** A pledge by its own id or by that of a report. */
export async function findPledge(
  database: Reader,
  jurisdictionId: string,
  by: { readonly id: string } | { readonly deliveryId: string },
): Promise<KeptPledge | null> {
  const where = "id" in by ? { id: by.id } : { deliveries: { some: { id: by.deliveryId } } };
  const row = await database.pledge.findFirst({ where: { jurisdictionId, ...where }, select: COLUMNS });
  return row === null ? null : kept(row);
}

function kept({ partnership, deliveries, ...row }: Row): KeptPledge {
  return {
    ...row,
    periodKind: row.periodKind as PeriodKind,
    startsOn: dayOf(row.startsOn),
    endsOn: row.endsOn === null ? null : dayOf(row.endsOn),
    organizationId: partnership.organizationId,
    organizationName: partnership.organization.publicName,
    partnerRoleKey: partnership.partnerRoleKey,
    siteName: partnership.site.name,
    jurisdictionName: partnership.site.jurisdiction.name,
    timeZone: partnership.site.timeZone,
    reports: deliveries.map((delivery) => ({
      ...delivery,
      period: periodOf(delivery.period),
      status: delivery.status as DeliveryStatus,
    })),
  };
}

function dayOf(date: Date): PlainDate {
  return plainDateOf(date.toISOString().slice(0, 10));
}

export async function insertPledge(
  database: Reader,
  place: PledgePlace & { readonly id: string },
  pledge: Pledge,
): Promise<void> {
  const { jurisdictionId, siteId, partnershipId, id } = place;
  await database.pledge.createMany({
    data: [{ jurisdictionId, siteId, partnershipId, id, ...columnsOf(pledge) }],
  });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updatePledge(
  database: Reader,
  { jurisdictionId, id, revision }: KeptPledge,
  pledge: Pledge,
): Promise<boolean> {
  const { count } = await database.pledge.updateMany({
    where: { jurisdictionId, id, revision },
    data: { ...columnsOf(pledge), revision: revision + 1 },
  });
  return count === 1;
}

function columnsOf({ title, unit, amountPerPeriod, periodKind, startsOn, endsOn }: Pledge) {
  return {
    title,
    unit,
    amountPerPeriod,
    periodKind,
    startsOn: new Date(startsOn),
    endsOn: endsOn === null ? null : new Date(endsOn),
  };
}

/** Adds a report; what the city records itself is confirmed with it. */
export async function insertDelivery(
  database: Reader,
  { jurisdictionId, siteId, id: pledgeId }: KeptPledge,
  report: Pick<KeptDelivery, "id" | "period" | "reportNumber" | "amount" | "organizationId">,
): Promise<void> {
  const isOfCity = report.organizationId === null;
  const decision = { status: isOfCity ? "confirmed" : "reported", decidedAt: isOfCity ? new Date() : null };
  await database.delivery.createMany({
    data: [{ jurisdictionId, siteId, pledgeId, ...report, ...decision }],
  });
}

/** Answers a report over the revision that was read; false when it has moved meanwhile. */
export async function answerDelivery(
  database: Reader,
  { jurisdictionId, id, revision }: Pick<KeptDelivery, "id" | "revision"> & { jurisdictionId: string },
  returnReason: string | null,
): Promise<boolean> {
  const { count } = await database.delivery.updateMany({
    where: { jurisdictionId, id, revision, status: "reported" },
    data: {
      status: returnReason === null ? "confirmed" : "returned",
      decidedAt: new Date(),
      returnReason,
      revision: revision + 1,
    },
  });
  return count === 1;
}
