import type { Reader } from "#server/persistence/database.ts";

/** What shows that an item is done: a link, or a file kept here. */
export interface Evidence {
  readonly id: string;
  readonly itemKey: string;
  readonly label: string;
  readonly url: string | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** At which site evidence is kept. */
export interface EvidencePlace {
  readonly jurisdictionId: string;
  readonly siteId: string;
}

/** The evidence of a whole checklist, oldest first; of one item when a key is given. */
export async function listEvidence(database: Reader, siteId: string, itemKey?: string): Promise<Evidence[]> {
  const rows = await database.evidence.findMany({
    where: { siteId, removedAt: null, ...(itemKey === undefined ? {} : { itemKey }) },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    take: 2000,
    select: {
      id: true,
      itemKey: true,
      label: true,
      url: true,
      fileId: true,
      addedBy: true,
      addedAt: true,
      file: { select: { name: true, size: true } },
    },
  });
  return rows.map(({ file, ...row }) => ({
    ...row,
    fileName: file?.name ?? null,
    fileSize: file?.size ?? null,
  }));
}

export async function insertEvidence(
  database: Reader,
  place: EvidencePlace,
  evidence: Omit<Evidence, "fileName" | "fileSize">,
): Promise<void> {
  await database.evidence.createMany({ data: [{ ...place, ...evidence }] });
}

/** Takes evidence off its item; what it was stays on record. */
export async function markEvidenceRemoved(
  database: Reader,
  { siteId }: EvidencePlace,
  id: string,
): Promise<boolean> {
  const { count } = await database.evidence.updateMany({
    where: { siteId, id, removedAt: null },
    data: { removedAt: new Date() },
  });
  return count === 1;
}

/** A file as it was uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function insertFile(database: Reader, place: EvidencePlace, file: StoredFile): Promise<void> {
  await database.storedFile.createMany({ data: [{ ...place, ...file }] });
}

export async function findFile(database: Reader, id: string): Promise<(StoredFile & EvidencePlace) | null> {
  return await database.storedFile.findFirst({
    where: { id, evidence: { some: { removedAt: null } } },
    select: {
      id: true,
      jurisdictionId: true,
      siteId: true,
      name: true,
      mediaType: true,
      size: true,
      sha256: true,
      bytes: true,
    },
  });
}
