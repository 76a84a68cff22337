import type { LocalizedText } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** What a site of a run came to. */
export const RUN_RESULTS = ["upgraded", "alreadyThere", "withoutConsent", "needsPerson", "failed"] as const;
export type RunResult = (typeof RUN_RESULTS)[number];

/** Many upgrades at once, and how far they are. */
export interface UpgradeRun {
  readonly id: string;
  readonly templateName: LocalizedText;
  readonly releaseId: string;
  readonly version: string;
  readonly startedBy: string;
  readonly actsFor: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly isCancelAsked: boolean;
  readonly siteCount: number;
  readonly doneCount: number;
  readonly results: Readonly<Partial<Record<RunResult, number>>>;
}

const RUNS = Prisma.sql`
  select u.id, t.name as "templateName", u.release_id as "releaseId", n.version, u.started_by as "startedBy",
    u.acts_for as "actsFor", u.started_at as "startedAt", u.finished_at as "finishedAt",
    u.is_cancel_asked as "isCancelAsked", u.site_count as "siteCount", done.count as "doneCount", done.results
  from upgrade_run u
  join template t on t.id = u.template_id
  join release n on n.id = u.release_id
  cross join lateral (select coalesce(sum(w.count), 0)::int as count, coalesce(jsonb_object_agg(w.result, w.count), '{}') as results
    from (select result, count(*)::int from upgrade_run_site where run_id = u.id and result is not null group by 1) w) done`;

export async function findRun(database: Reader, id: string): Promise<UpgradeRun | null> {
  const [found] = await database.$queryRaw<UpgradeRun[]>`${RUNS} where u.id = ${id}::uuid`;
  return found ?? null;
}

/** One row more than the page asks for, latest first, with the number of all. */
export async function listRuns(
  database: Reader,
  page: PageRequest,
): Promise<{ rows: UpgradeRun[]; totalCount: number }> {
  const [at, id] = page.after ?? [];
  const further =
    at === undefined || id === undefined
      ? Prisma.empty
      : Prisma.sql`where (u.started_at, u.id) < (${at}::timestamptz, ${id}::uuid)`;
  const [rows, totalCount] = await Promise.all([
    database.$queryRaw<
      UpgradeRun[]
    >`${RUNS} ${further} order by u.started_at desc, u.id desc limit ${page.first + 1}`,
    database.upgradeRun.count(),
  ]);
  return { rows, totalCount };
}

/** A site of a run. */
export interface RunSite {
  readonly siteId: string;
  readonly siteName: string;
  readonly jurisdictionName: string;
  readonly result: RunResult | null;
  readonly questionCount: number | null;
  readonly position: number;
}

/** One row more than the page asks for, in the order of the run, with the number of all. */
export async function listRunSites(
  database: Reader,
  { runId, result }: { readonly runId: string; readonly result: string | null | undefined },
  page: PageRequest,
): Promise<{ rows: RunSite[]; totalCount: number }> {
  const [position] = page.after ?? [];
  const matches = Prisma.sql`w.run_id = ${runId}::uuid ${result ? Prisma.sql`and w.result = ${result}` : Prisma.empty}`;
  const further =
    position === undefined ? Prisma.empty : Prisma.sql`and w.position > ${Number(position)}::int`;
  const [rows, total] = await Promise.all([
    database.$queryRaw<RunSite[]>`
      select w.site_id as "siteId", s.name as "siteName", j.name as "jurisdictionName", w.result,
        w.question_count as "questionCount", w.position
      from upgrade_run_site w
      join site s on s.jurisdiction_id = w.jurisdiction_id and s.id = w.site_id
      join jurisdiction j on j.id = w.jurisdiction_id
      where ${matches} ${further} order by w.position limit ${page.first + 1}`,
    database.$queryRaw<
      { count: number }[]
    >`select count(*)::int as count from upgrade_run_site w where ${matches}`,
  ]);
  return { rows, totalCount: total[0]?.count ?? 0 };
}

/** A run to start. */
export interface NewRun {
  readonly id: string;
  readonly templateId: string;
  readonly releaseId: string;
  readonly organizationId: string | null;
  readonly stateCode: string | null;
  readonly startedBy: string;
  readonly actsFor: string;
}

export async function insertRun(
  database: Reader,
  run: NewRun,
  sites: readonly { readonly jurisdictionId: string; readonly siteId: string }[],
): Promise<void> {
  await database.upgradeRun.createMany({ data: [{ ...run, siteCount: sites.length }] });
  await database.upgradeRunSite.createMany({
    data: sites.map((site, position) => ({ ...site, runId: run.id, position })),
  });
}

export async function askToCancel(database: Reader, id: string): Promise<void> {
  await database.upgradeRun.updateMany({ where: { id, finishedAt: null }, data: { isCancelAsked: true } });
}

/** Keeps what a site came to, in the transaction of its upgrade; false when it was kept before. */
export async function noteUpgraded(
  database: Reader,
  key: { readonly jurisdictionId: string; readonly runId: string; readonly siteId: string },
): Promise<boolean> {
  const { count } = await database.upgradeRunSite.updateMany({
    where: { ...key, result: null },
    data: { result: "upgraded", questionCount: 0, doneAt: new Date() },
  });
  return count === 1;
}

/** The name of the organization or state for which a run acts. */
export async function nameOf(
  database: Reader,
  { organizationId, stateCode }: Pick<NewRun, "organizationId" | "stateCode">,
): Promise<string> {
  if (organizationId === null) return stateCode ?? "";
  const found = await database.partnerOrganization.findFirst({
    where: { id: organizationId },
    select: { publicName: true },
  });
  return found?.publicName ?? "";
}

/** Under whom a run stands in the record. */
export async function findStarter(
  database: Reader,
  id: string,
): Promise<{ readonly organizationId?: string; readonly stateCode?: string }> {
  const found = await database.upgradeRun.findFirst({
    where: { id },
    select: { organizationId: true, stateCode: true },
  });
  return {
    ...(found?.organizationId ? { organizationId: found.organizationId } : {}),
    ...(found?.stateCode ? { stateCode: found.stateCode } : {}),
  };
}
