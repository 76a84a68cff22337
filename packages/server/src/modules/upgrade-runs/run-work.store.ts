import type { Reader } from "#server/persistence/database.ts";

import type { RunResult } from "./upgrade-run.store.ts";

/** A run that this server carries out. */
export interface ClaimedRun {
  readonly id: string;
  readonly releaseId: string;
  readonly startedBy: string;
  readonly actsFor: string;
}

/** A site whose turn it is. */
export interface RunTurn {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly hasConsent: boolean;
}

/** For how long a server has a run to itself before another may take it on. */
const LEASE_SECONDS = 30;

/** Takes on a run that no living server is at; nothing when there is none. */
export async function claimRun(database: Reader): Promise<ClaimedRun | undefined> {
  const [claimed] = await database.$queryRaw<ClaimedRun[]>`
    select id, release_id as "releaseId", started_by as "startedBy", acts_for as "actsFor"
    from sec.claim_upgrade_run(${LEASE_SECONDS}::int)`;
  return claimed;
}

/** The next sites of a run; none when it is done or somebody asked to stop. */
export async function nextTurns(database: Reader, runId: string, atMost: number): Promise<RunTurn[]> {
  return await database.$queryRaw<RunTurn[]>`
    select jurisdiction_id as "jurisdictionId", site_id as "siteId", has_consent as "hasConsent"
    from sec.next_upgrade_run_sites(${runId}::uuid, ${LEASE_SECONDS}::int, ${atMost}::int)`;
}

/** Keeps what a site came to where nothing was changed. */
export async function noteResult(
  database: Reader,
  { runId, siteId }: { readonly runId: string; readonly siteId: string },
  { result, questionCount }: { readonly result: RunResult; readonly questionCount: number | null },
): Promise<void> {
  await database.$queryRaw`select sec.note_upgrade_run_site(${runId}::uuid, ${siteId}::uuid, ${result}, ${questionCount}::int)::text`;
}

export async function finishRun(database: Reader, runId: string): Promise<void> {
  await database.$queryRaw`select sec.finish_upgrade_run(${runId}::uuid)::text`;
}

/** A site that an operator may bring to a release. */
export interface SiteBelow extends RunTurn {
  readonly siteName: string;
  readonly jurisdictionName: string;
}

export async function listSitesBelow(
  database: Reader,
  {
    templateId,
    version,
    jurisdictionId,
  }: { readonly templateId: string; readonly version: string; readonly jurisdictionId: string | null },
): Promise<SiteBelow[]> {
  return await database.$queryRaw<SiteBelow[]>`
    select jurisdiction_id as "jurisdictionId", site_id as "siteId", site_name as "siteName",
      jurisdiction_name as "jurisdictionName", has_consent as "hasConsent"
    from sec.sites_below(${templateId}::uuid, ${version}, ${jurisdictionId}::uuid)`;
}

/** A release by its template's key and its number, with why it is out of use if it is; null when there is none. */
export async function findReleaseByNumber(
  database: Reader,
  { templateKey, version }: { readonly templateKey: string; readonly version: string },
): Promise<{
  readonly id: string;
  readonly templateId: string;
  readonly withdrawals: readonly { readonly reason: string; readonly withdrawnBy: string }[];
} | null> {
  return await database.release.findFirst({
    where: { version, template: { key: templateKey } },
    select: {
      id: true,
      templateId: true,
      withdrawals: { where: { endedAt: null }, select: { reason: true, withdrawnBy: true } },
    },
  });
}
