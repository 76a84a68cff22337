import type { OrganizationProfile } from "@frontstep/domain/partners";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** An organization that works with sites; shared by all cities. */
export interface Organization extends OrganizationProfile {
  readonly id: string;
  readonly createdByJurisdictionId: string | null;
  /** Whether people of the organization sign in; from then on they keep the record. */
  readonly isClaimed: boolean;
  readonly revision: number;
}

export const ORGANIZATION_COLUMNS = {
  id: true,
  legalName: true,
  publicName: true,
  formerNames: true,
  website: true,
  contactEmail: true,
  createdByJurisdictionId: true,
  isClaimed: true,
  revision: true,
} as const;

export async function findOrganization(database: Reader, id: string): Promise<Organization | null> {
  return await database.partnerOrganization.findFirst({ where: { id }, select: ORGANIZATION_COLUMNS });
}

/** One row more than the page asks for, by public name, with the number of all. */
export async function listOrganizations(
  database: Reader,
  search: string | null | undefined,
  page: PageRequest,
): Promise<{ rows: Organization[]; totalCount: number }> {
  const words = search?.trim();
  const contains = { contains: words ?? "", mode: "insensitive" } as const;
  const where = words
    ? { OR: [{ publicName: contains }, { legalName: contains }, { formerNames: { has: words } }] }
    : {};
  const [publicName, id] = page.after ?? [];
  const beyond =
    publicName === undefined || id === undefined
      ? {}
      : { OR: [{ publicName: { gt: publicName } }, { publicName, id: { gt: id } }] };
  const [rows, totalCount] = await Promise.all([
    database.partnerOrganization.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ publicName: "asc" }, { id: "asc" }],
      take: page.first + 1,
      select: ORGANIZATION_COLUMNS,
    }),
    database.partnerOrganization.count({ where }),
  ]);
  return { rows, totalCount };
}

/** How many organizations are looked at closely when a new one is added. */
const CANDIDATES = 20;

/** Organizations with a name like one of those given, the most alike first. */
export async function findAlike(database: Reader, names: readonly string[]): Promise<Organization[]> {
  const found: Organization[] = [];
  for (const name of names) {
    const ids = await database.$queryRaw<
      { id: string }[]
    >`select id from similar_organizations(${name}, ${CANDIDATES}::int)`;
    const rows = await database.partnerOrganization.findMany({
      where: { id: { in: ids.map(({ id }) => id) } },
      select: ORGANIZATION_COLUMNS,
    });
    found.push(...rows.filter(({ id }) => !found.some((known) => known.id === id)));
  }
  return found;
}

export async function insertOrganization(database: Reader, organization: Organization): Promise<void> {
  await database.partnerOrganization.createMany({
    data: [{ ...organization, formerNames: [...organization.formerNames] }],
  });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateOrganization(
  database: Reader,
  { id, revision, profile }: { id: string; revision: number; profile: OrganizationProfile },
): Promise<boolean> {
  const { count } = await database.partnerOrganization.updateMany({
    where: { id, revision },
    data: { ...profile, formerNames: [...profile.formerNames], revision: revision + 1 },
  });
  return count === 1;
}
