import type { LocalizedText } from "@frontstep/domain/shared";
import type { TemplateContent } from "@frontstep/domain/templates";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** A draft as it is kept, with the release that it changes. */
export interface StoredDraft {
  readonly id: string;
  readonly organizationId: string;
  readonly templateKey: string;
  readonly content: TemplateContent;
  readonly baseReleaseId: string | null;
  readonly base: TemplateContent | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly revision: number;
}

/** A template that an organization has, or is about to have, with the draft that is being worked on. */
export interface OwnTemplateRow {
  readonly key: string;
  readonly name: LocalizedText;
  readonly organizationId: string;
  readonly organizationName: string;
  /** Null while nothing is published. */
  readonly newestVersion: string | null;
  readonly publishedAt: Date | null;
  readonly draftId: string | null;
  readonly draftUpdatedAt: Date | null;
  readonly draftUpdatedBy: string | null;
}

export async function findDraft(database: Reader, id: string): Promise<StoredDraft | null> {
  return await findDraftWhere(database, { id });
}

/** The draft of a template, by the template's key; null when nobody has begun one. */
export async function findDraftOf(database: Reader, templateKey: string): Promise<StoredDraft | null> {
  return await findDraftWhere(database, { templateKey });
}

async function findDraftWhere(
  database: Reader,
  where: { readonly id: string } | { readonly templateKey: string },
): Promise<StoredDraft | null> {
  const row = await database.templateDraft.findFirst({
    where,
    include: { baseRelease: { select: { content: true } } },
  });
  if (row === null) return null;
  const { baseRelease, content, ...columns } = row;
  return {
    ...columns,
    content: content as unknown as TemplateContent,
    base: (baseRelease?.content ?? null) as unknown as TemplateContent | null,
  };
}

/** The draft, held until the transaction ends, so that edits of two authors are made one after the other. */
export async function holdDraft(database: Reader, id: string): Promise<StoredDraft | null> {
  await database.$queryRaw`select id from template_draft where id = ${id}::uuid for update`;
  return await findDraft(database, id);
}

export async function insertDraft(
  database: Reader,
  draft: Omit<StoredDraft, "base" | "createdAt" | "updatedAt" | "revision">,
): Promise<void> {
  await database.templateDraft.createMany({ data: [draft] });
}

/** Saves over the revision that was read; false when it has moved meanwhile. */
export async function saveDraft(
  database: Reader,
  { id, revision }: Pick<StoredDraft, "id" | "revision">,
  {
    content,
    updatedBy,
    baseReleaseId,
  }: Pick<StoredDraft, "content" | "updatedBy"> & Partial<Pick<StoredDraft, "baseReleaseId">>,
): Promise<boolean> {
  const { count } = await database.templateDraft.updateMany({
    where: { id, revision },
    data: { content, updatedBy, baseReleaseId, updatedAt: new Date(), revision: revision + 1 },
  });
  return count === 1;
}

/**
 * Opens the proposals again that were taken into a draft; gives how many. One that its city has proposed anew
 * meanwhile stands open already.
 */
export async function reopenProposals(database: Reader, draftId: string): Promise<number> {
  return await database.$executeRaw`
    update contribution c set status = 'proposed', taken_into = null, answer = null, answered_by = null,
      answered_at = null, revision = c.revision + 1
    where c.taken_into = ${draftId}::uuid and c.status = 'taken'
      and not exists (select 1 from contribution o where o.jurisdiction_id = c.jurisdiction_id and o.site_id = c.site_id
        and o.part_kind = c.part_kind and o.part_key = c.part_key and coalesce(o.field, '') = coalesce(c.field, '')
        and o.status = 'proposed')`;
}

/** Removes the draft at the revision that was read; false when it has moved meanwhile. */
export async function removeDraft(
  database: Reader,
  { id, revision }: Pick<StoredDraft, "id" | "revision">,
): Promise<boolean> {
  const { count } = await database.templateDraft.deleteMany({ where: { id, revision } });
  return count === 1;
}

const ownTemplates = (organizationIds: readonly string[]) => Prisma.sql`
  select coalesce(t.key, d.template_key) as key, coalesce(d.content -> 'name', t.name) as name,
    coalesce(t.organization_id, d.organization_id) as "organizationId",
    coalesce(o.public_name, '') as "organizationName", n.version as "newestVersion", n.published_at as "publishedAt",
    d.id as "draftId", d.updated_at as "draftUpdatedAt", d.updated_by as "draftUpdatedBy"
  from (select * from template t where t.organization_id = any (${[...organizationIds]}::uuid[])) t
  full join (select * from template_draft d where d.organization_id = any (${[...organizationIds]}::uuid[])) d
    on d.template_key = t.key
  left join partner_organization o on o.id = coalesce(t.organization_id, d.organization_id)
  left join lateral (select r.version, r.published_at from release r where r.template_id = t.id
    order by sec.version_order(r.version) desc limit 1) n on true`;

/** One row more than the page asks for, by key, with the number of all. */
export async function listOwnTemplates(
  database: Reader,
  organizationIds: readonly string[],
  page: PageRequest,
): Promise<{ rows: OwnTemplateRow[]; totalCount: number }> {
  const [last] = page.after ?? [];
  const further = last === undefined ? Prisma.empty : Prisma.sql`where w.key > ${last}`;
  const [rows, total] = await Promise.all([
    database.$queryRaw<OwnTemplateRow[]>`
      select * from (${ownTemplates(organizationIds)}) w ${further} order by w.key limit ${page.first + 1}`,
    database.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from (${ownTemplates(organizationIds)}) w`,
  ]);
  return { rows, totalCount: total[0]?.count ?? 0 };
}

const FIGURES = "figures.";

/** How many sites of a template have something in use under a part, by `section.key`. */
export async function countUses(database: Reader, templateKey: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ name: string; siteCount: number }[]>`
    select u.name, count(distinct u.site_id)::int as "siteCount"
    from sec.part_uses(array(select s.id from site s join template t on t.id = s.template_id
      where t.key = ${templateKey} and s.closed_on is null)) u
    where u.in_use group by u.name`;
  return new Map(
    rows.map(({ name, siteCount }) => [
      name.startsWith(FIGURES) ? `indicators.${name.slice(FIGURES.length)}` : name,
      siteCount,
    ]),
  );
}

/** How many sites are on a template. */
export async function countSites(database: Reader, templateKey: string): Promise<number> {
  return await database.site.count({ where: { template: { key: templateKey }, closedOn: null } });
}
