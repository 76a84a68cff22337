import type { Reader } from "#server/persistence/database.ts";

/** A half-filled "Open a site" form, kept for the person who began it. */
export interface SiteDraft {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly accountId: string;
  /** As the form keeps it; the server reads nothing from it. */
  readonly form: unknown;
  readonly updatedAt: Date;
  readonly revision: number;
}

const LARGEST_LIST = 50;

/** Whose drafts: one sees one's own. */
export interface DraftKeeper {
  readonly accountId: string;
}

export async function listDrafts(database: Reader, { accountId }: DraftKeeper): Promise<SiteDraft[]> {
  return await database.siteDraft.findMany({
    where: { accountId },
    orderBy: { updatedAt: "desc" },
    take: LARGEST_LIST,
  });
}

export async function findDraft(
  database: Reader,
  { accountId, id }: DraftKeeper & { readonly id: string },
): Promise<SiteDraft | null> {
  return await database.siteDraft.findFirst({ where: { accountId, id } });
}

export async function insertDraft(database: Reader, draft: SiteDraft): Promise<void> {
  await database.siteDraft.createMany({ data: [{ ...draft, form: draft.form as object }] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function updateDraft(database: Reader, draft: SiteDraft): Promise<boolean> {
  const { count } = await database.siteDraft.updateMany({
    where: { accountId: draft.accountId, id: draft.id, revision: draft.revision },
    data: { form: draft.form as object, updatedAt: draft.updatedAt, revision: draft.revision + 1 },
  });
  return count === 1;
}

export async function removeDraft(
  database: Reader,
  { accountId, id }: DraftKeeper & { readonly id: string },
): Promise<boolean> {
  const { count } = await database.siteDraft.deleteMany({ where: { accountId, id } });
  return count === 1;
}
