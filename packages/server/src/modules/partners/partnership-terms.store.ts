import type { Certificate, StageSince } from "@frontstep/domain/partners";

import type { Reader } from "#server/persistence/database.ts";

/** The partnership that something belongs to. */
export interface TermsOwner {
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly id: string;
}

/** Records that a partnership is in a stage since a day; what was recorded for that day or a later one was wrong, and goes. */
export async function recordStage(
  database: Reader,
  { jurisdictionId, siteId, id: partnershipId }: TermsOwner,
  { stage, since }: StageSince,
): Promise<void> {
  const day = new Date(since);
  await database.partnershipStage.deleteMany({
    where: { jurisdictionId, siteId, partnershipId, since: { gte: day } },
  });
  await database.partnershipStage.createMany({
    data: [{ jurisdictionId, siteId, partnershipId, stage, since: day }],
  });
}

/** Adds a paper; one that is recorded already stays as it is. */
export async function insertCertificate(
  database: Reader,
  { jurisdictionId, siteId, id: partnershipId }: TermsOwner,
  { kind, validThrough }: Certificate,
): Promise<void> {
  await database.partnerCertificate.createMany({
    data: [{ jurisdictionId, siteId, partnershipId, kind, validThrough: new Date(validThrough) }],
    skipDuplicates: true,
  });
}

/** Takes a paper back; whether there was one. */
export async function deleteCertificate(
  database: Reader,
  { jurisdictionId, siteId, id: partnershipId }: TermsOwner,
  { kind, validThrough }: Certificate,
): Promise<boolean> {
  const { count } = await database.partnerCertificate.deleteMany({
    where: { jurisdictionId, siteId, partnershipId, kind, validThrough: new Date(validThrough) },
  });
  return count > 0;
}
