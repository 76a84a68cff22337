import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";
import { newId } from "#server/persistence/write.ts";

/** What came of an offer: taken when the site has come to the release, or beyond it. */
export type OfferState = "open" | "taken" | "declined" | "withdrawn";

/** A release that somebody offers to a site. */
export interface Offer {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly id: string;
  readonly siteName: string;
  readonly jurisdictionName: string;
  readonly releaseId: string;
  readonly version: string;
  readonly publishedAt: Date;
  readonly offeredBy: string;
  /** The organization by name, or the state's two letters. */
  readonly offeredFor: string;
  readonly offeredAt: Date;
  readonly note: string | null;
  readonly state: OfferState;
  readonly declinedBy: string | null;
  readonly declinedAt: Date | null;
  readonly declineReason: string | null;
  readonly revision: number;
}

/** Which offers are wanted. */
export interface OfferFilter {
  readonly siteId?: string;
  readonly state?: OfferState;
}

const NOTHING = Prisma.empty;

function offers({ siteId, state }: OfferFilter): Prisma.Sql {
  return Prisma.sql`
    select * from (
      select o.jurisdiction_id as "jurisdictionId", o.site_id as "siteId", o.id, s.name as "siteName", j.name as "jurisdictionName",
        o.release_id as "releaseId", n.version, n.published_at as "publishedAt", o.offered_by as "offeredBy",
        coalesce(g.public_name, o.state_code) as "offeredFor", o.offered_at as "offeredAt", o.note,
        case when o.withdrawn_at is not null then 'withdrawn'
          when sec.version_order(r.version) >= sec.version_order(n.version) then 'taken'
          when o.declined_at is not null then 'declined'
          when not exists (select 1 from offered_release u where u.id = n.id) then 'withdrawn'
          else 'open' end as state,
        o.declined_by as "declinedBy", o.declined_at as "declinedAt", o.decline_reason as "declineReason", o.revision
      from site_offer o
      join site s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.site_id and s.closed_on is null
      join jurisdiction j on j.id = o.jurisdiction_id
      join release n on n.id = o.release_id
      join release r on r.id = s.release_id
      left join partner_organization g on g.id = o.organization_id
      where true ${siteId ? Prisma.sql`and o.site_id = ${siteId}::uuid` : NOTHING}
    ) f where true ${state ? Prisma.sql`and f.state = ${state}` : NOTHING}`;
}

/** The offers made to a site, newest first. */
export async function listOffers(database: Reader, siteId: string): Promise<Offer[]> {
  return await database.$queryRaw<Offer[]>`
    select * from (${offers({ siteId })}) f order by f."offeredAt" desc, f.id desc limit 100`;
}

/** One row more than the page asks for, latest first, with the number of all. */
export async function listOpenOffers(
  database: Reader,
  page: PageRequest,
): Promise<{ rows: Offer[]; totalCount: number }> {
  const [at, id] = page.after ?? [];
  const further =
    at === undefined || id === undefined
      ? NOTHING
      : Prisma.sql`where (f."offeredAt", f.id) < (${at}::timestamptz, ${id}::uuid)`;
  const open = offers({ state: "open" });
  const [rows, total] = await Promise.all([
    database.$queryRaw<Offer[]>`
      select * from (${open}) f ${further} order by f."offeredAt" desc, f.id desc limit ${page.first + 1}`,
    database.$queryRaw<{ count: number }[]>`select count(*)::int as count from (${open}) f`,
  ]);
  return { rows, totalCount: total[0]?.count ?? 0 };
}

export async function findOffer(
  database: Reader,
  { siteId, id }: Pick<Offer, "siteId" | "id">,
): Promise<Offer | null> {
  const [found] = await database.$queryRaw<Offer[]>`
    select * from (${offers({ siteId })}) f where f.id = ${id}::uuid`;
  return found ?? null;
}

/** What is offered, by whom, for whom. */
export interface NewOffers {
  readonly releaseId: string;
  readonly organizationId: string | null;
  readonly stateCode: string | null;
  readonly offeredBy: string;
  readonly note: string | null;
}

/** Offers a release to sites; those to which it is on offer already are left alone. Gives how many are new. */
export async function insertOffers(
  database: Reader,
  sites: readonly { readonly jurisdictionId: string; readonly siteId: string }[],
  offer: NewOffers,
): Promise<number> {
  const open = await database.siteOffer.findMany({
    where: {
      releaseId: offer.releaseId,
      withdrawnAt: null,
      declinedAt: null,
      siteId: { in: sites.map(({ siteId }) => siteId) },
    },
    select: { siteId: true },
  });
  const offered = new Set(open.map(({ siteId }) => siteId));
  const data = sites
    .filter(({ siteId }) => !offered.has(siteId))
    .map((site) => ({ ...site, id: newId(), ...offer }));
  if (data.length > 0) await database.siteOffer.createMany({ data });
  return data.length;
}

/** Withdraws the open offers of a release that were made for somebody; gives how many. */
export async function withdrawOpenOffers(
  database: Reader,
  { releaseId, organizationId, stateCode }: Pick<NewOffers, "releaseId" | "organizationId" | "stateCode">,
): Promise<number> {
  return await database.$executeRaw`
    update site_offer o set withdrawn_at = now(), revision = o.revision + 1
    where o.release_id = ${releaseId}::uuid and o.withdrawn_at is null and o.declined_at is null
      and (o.organization_id = ${organizationId}::uuid or o.state_code = ${stateCode})`;
}

/** Declines over the revision that was read; false when it has moved meanwhile. */
export async function saveDecline(
  database: Reader,
  { jurisdictionId, siteId, id, revision }: Pick<Offer, "jurisdictionId" | "siteId" | "id" | "revision">,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<boolean> {
  const { count } = await database.siteOffer.updateMany({
    where: { jurisdictionId, siteId, id, revision, withdrawnAt: null, declinedAt: null },
    data: { declinedAt: new Date(), declinedBy: by, declineReason: reason, revision: revision + 1 },
  });
  return count === 1;
}
