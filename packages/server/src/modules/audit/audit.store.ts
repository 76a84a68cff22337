import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

/** One write of one use case. */
export interface ChangeSet {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly siteId: string | null;
  readonly useCase: string;
  readonly actorName: string;
  readonly reason: string | null;
  readonly via: string;
  readonly at: Date;
  readonly summary: unknown;
}

/** One row's before and after; of an update, only the columns that changed. */
export interface Change {
  readonly position: string;
  readonly tableName: string;
  readonly operation: string;
  readonly rowKey: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whose record is wanted: a jurisdiction's, a site's in it, or an organization's own. */
export interface RecordOf {
  readonly jurisdictionId: string;
  readonly siteId?: string | undefined;
  readonly organizationId?: string | undefined;
}

const COLUMNS = {
  id: true,
  jurisdictionId: true,
  siteId: true,
  useCase: true,
  actorName: true,
  reason: true,
  via: true,
  at: true,
  summary: true,
} as const;

/** One change set more than the page asks for, newest first, with the number of all. */
export async function listChangeSets(
  database: Reader,
  of: RecordOf,
  page: PageRequest,
): Promise<{ rows: ChangeSet[]; totalCount: number }> {
  const where = {
    jurisdictionId: of.jurisdictionId,
    ...(of.siteId ? { siteId: of.siteId } : {}),
    ...(of.organizationId ? { organizationId: of.organizationId } : {}),
  };
  // Ids grow with time, so they order the record by themselves.
  const [lastId] = page.after ?? [];
  const [rows, totalCount] = await Promise.all([
    database.changeSet.findMany({
      where: { AND: [where, lastId === undefined ? {} : { id: { lt: lastId } }] },
      orderBy: { id: "desc" },
      take: page.first + 1,
      select: COLUMNS,
    }),
    database.changeSet.count({ where }),
  ]);
  return { rows, totalCount };
}

export async function findChangeSet(database: Reader, id: string): Promise<ChangeSet | null> {
  return await database.changeSet.findFirst({ where: { id }, select: COLUMNS });
}

/** One change more than the page asks for, in the order in which they were made. */
export async function listChanges(
  database: Reader,
  { id, jurisdictionId }: Pick<ChangeSet, "id" | "jurisdictionId">,
  page: PageRequest,
): Promise<{ rows: Change[]; totalCount: number }> {
  const where = { jurisdictionId, changeSetId: id };
  const [last] = page.after ?? [];
  const [rows, totalCount] = await Promise.all([
    database.change.findMany({
      where: { ...where, ...(last === undefined ? {} : { position: { gt: BigInt(last) } }) },
      orderBy: { position: "asc" },
      take: page.first + 1,
      select: { position: true, tableName: true, operation: true, rowKey: true, before: true, after: true },
    }),
    database.change.count({ where }),
  ]);
  return { rows: rows.map((row) => ({ ...row, position: String(row.position) })), totalCount };
}
