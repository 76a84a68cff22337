import { addDays, type Period, type PeriodKind, type PlainDate } from "../shared/index.ts";
import { daysToReport, isRecentDelivery } from "./delivery.ts";
import { agreementStanding, holdsRole, type Partnership } from "./partnership.ts";
import { periodsOver } from "./pledge.ts";
import type { RoleSource } from "./role-coverage.ts";

/** A pledge as coverage looks at it. */
export interface CoveringPledge {
  readonly periodKind: PeriodKind;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** The latest period with a confirmed amount above zero; null where none is. */
  readonly lastDelivered: Period | null;
}

/** A partnership with what its organization promised and delivered. */
export interface CoveringPartnership extends Partnership {
  readonly pledges: readonly CoveringPledge[];
}

/**
 * Whether what was promised comes: `recent` for at least one pledge; `starting`: promised, and no report is
 * overdue yet; `missing`: promised, and nothing recent was confirmed; `nothingPromised`.
 */
export const deliveryStandings = ["recent", "starting", "missing", "nothingPromised"] as const;

/** Whether what a partnership promised comes. */
export type DeliveryStanding = (typeof deliveryStandings)[number];

/** Whether what a partnership promised comes, on a day at its site. */
export function deliveryStanding(pledges: readonly CoveringPledge[], today: PlainDate): DeliveryStanding {
  if (pledges.length === 0) return "nothingPromised";
  if (pledges.some((pledge) => isRecentDelivery(pledge.periodKind, pledge.lastDelivered, today)))
    return "recent";
  const isStarting = (pledge: CoveringPledge) =>
    periodsOver(pledge, addDays(today, -daysToReport)).length === 0;
  return pledges.every(isStarting) ? "starting" : "missing";
}

/**
 * How a role of a site is covered on a day, by an agreement in force *and* a recent delivery. `gap`: required, and
 * nobody has it under a current agreement; `undelivered`: agreed, but nothing recent was confirmed or nothing is
 * promised; `lapsing`: both, but every agreement ends within 90 days; `starting`: agreed and promised, no report due
 * yet; `covered`: both; `open`: not required, and nobody has it.
 */
export const coverageStates = ["gap", "undelivered", "lapsing", "starting", "covered", "open"] as const;

/** How a role of a site is covered. */
export type CoverageState = (typeof coverageStates)[number];

/** A role of a site on a day, and who covers it. */
export interface CoveredRole<Held extends CoveringPartnership = CoveringPartnership> {
  readonly partnerRoleKey: string;
  readonly isRequired: boolean;
  readonly state: CoverageState;
  /** Of the best of those who hold it; null where nobody does. */
  readonly delivery: DeliveryStanding | null;
  /** The last day until which one of the best has an agreement without a break; null without an end or a holder. */
  readonly lapsesOn: PlainDate | null;
  /** Those who hold it under a current agreement, in the order given. */
  readonly holders: readonly Held[];
}

/**
 * Every role of a site with how it is covered on a day, in the order of the roles. A pause is not coverage.
 *
 * @param today today in the site's own time zone, so that a lapse tomorrow shows tomorrow there
 */
export function coverRoles<Held extends CoveringPartnership>(
  roles: readonly RoleSource[],
  partnerships: readonly Held[],
  today: PlainDate,
): CoveredRole<Held>[] {
  const byRole = Map.groupBy(
    partnerships.filter((partnership) => holdsRole(partnership, today)),
    ({ partnerRoleKey }) => partnerRoleKey,
  );
  return roles.map(({ key, requirement }) => {
    const isRequired = requirement === "required";
    const holders = byRole.get(key) ?? [];
    return { partnerRoleKey: key, isRequired, holders, ...standingOf(holders, isRequired, today) };
  });
}

function standingOf(
  holders: readonly CoveringPartnership[],
  isRequired: boolean,
  today: PlainDate,
): Pick<CoveredRole, "state" | "delivery" | "lapsesOn"> {
  const judged = holders.map((holder) => judge(holder, today));
  const state = coverageStates.findLast((one) => judged.some((held) => held.state === one));
  const best = judged.filter((held) => held.state === state);
  const delivery = deliveryStandings.find((one) => best.some((held) => held.delivery === one));
  if (state === undefined || delivery === undefined)
    return { state: isRequired ? "gap" : "open", delivery: null, lapsesOn: null };
  return { state, delivery, lapsesOn: lastDay(best.map(({ lapsesOn }) => lapsesOn)) };
}

/** What a holder by itself would make of its role. */
function judge({ agreements, pledges }: CoveringPartnership, today: PlainDate) {
  const delivery = deliveryStanding(pledges, today);
  const agreement = agreementStanding(agreements, today);
  const lapsesOn = "lapsesOn" in agreement ? agreement.lapsesOn : null;
  return { delivery, lapsesOn, state: stateOf(delivery, agreement.kind === "current") };
}

function stateOf(delivery: DeliveryStanding, isSafe: boolean): CoverageState {
  if (delivery === "missing" || delivery === "nothingPromised") return "undelivered";
  if (!isSafe) return "lapsing";
  return delivery === "recent" ? "covered" : "starting";
}

/** The latest of some days; null, which has no end, is the latest of all. */
function lastDay(days: readonly (PlainDate | null)[]): PlainDate | null {
  const ends = days.flatMap((day) => day ?? []);
  return ends.length < days.length ? null : (ends.toSorted().at(-1) ?? null);
}

/** A site with how its roles are covered. */
export interface CoveredSite<Held extends CoveringPartnership = CoveringPartnership> {
  readonly siteId: string;
  readonly roles: readonly CoveredRole<Held>[];
}

/** What hangs on an organization: where it works, and what would be a gap without it. */
export interface Dependence {
  readonly organizationId: string;
  /** How many roles it holds, counted at each site. */
  readonly roleCount: number;
  /** How many required roles nobody else holds at their site. */
  readonly soleCount: number;
  /** The sites at which it holds roles, in the order given, with the same counts. */
  readonly sites: readonly {
    readonly siteId: string;
    readonly roleCount: number;
    readonly soleCount: number;
  }[];
}

/**
 * What hangs on each organization: those first without whom the most required roles would be gaps.
 *
 * @example an organization that holds one required role alone at two sites and shares another has a
 *   `soleCount` of 2 and a `roleCount` of 3.
 */
export function dependenceByOrganization(sites: readonly CoveredSite[]): Dependence[] {
  const links = sites.flatMap(({ siteId, roles }) =>
    roles.flatMap(({ isRequired, holders }) => {
      const ids = [...new Set(holders.map(({ organizationId }) => organizationId))];
      const isSole = isRequired && ids.length === 1;
      return ids.map((organizationId) => ({ organizationId, siteId, isSole }));
    }),
  );
  return [...Map.groupBy(links, ({ organizationId }) => organizationId)]
    .map(([organizationId, own]) => ({
      organizationId,
      ...counts(own),
      sites: [...Map.groupBy(own, ({ siteId }) => siteId)].map(([siteId, there]) => ({
        siteId,
        ...counts(there),
      })),
    }))
    .sort(
      (one, other) =>
        other.soleCount - one.soleCount ||
        other.roleCount - one.roleCount ||
        (one.organizationId < other.organizationId ? -1 : 1),
    );
}

function counts(links: readonly { readonly isSole: boolean }[]) {
  return { roleCount: links.length, soleCount: links.filter(({ isSole }) => isSole).length };
}
