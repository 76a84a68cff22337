import type { TemplateContent } from "@frontstep/domain/templates";

import type { Reader } from "#server/persistence/database.ts";

/** A signature over a release: made here at its first export, or come with a file. */
export interface ReleaseSignature {
  readonly releaseId: string;
  /** SHA-256 over the text that was signed. */
  readonly signedHash: string;
  readonly fingerprint: string;
  readonly publicKey: string;
  readonly signature: string;
  /** Who signed, as they called themselves. */
  readonly organizationName: string;
  /** Who brought it in; null when it was made here. */
  readonly importedBy: string | null;
}

/** A release as it is held, with the signatures over it. */
export interface HeldRelease {
  readonly id: string;
  readonly version: string;
  readonly content: TemplateContent;
  readonly contentHash: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly signatures: readonly ReleaseSignature[];
}

const SIGNATURE_COLUMNS = {
  releaseId: true,
  signedHash: true,
  fingerprint: true,
  publicKey: true,
  signature: true,
  organizationName: true,
  importedBy: true,
} as const;

/** The most releases that a file holds. */
const MOST_RELEASES = 200;

/** All releases of a template with their contents and signatures. */
export async function listHeldReleases(database: Reader, templateId: string): Promise<HeldRelease[]> {
  const rows = await database.release.findMany({
    where: { templateId },
    take: MOST_RELEASES,
    orderBy: { publishedAt: "desc" },
    select: {
      id: true,
      version: true,
      content: true,
      contentHash: true,
      publishedAt: true,
      publishedBy: true,
      signatures: { select: SIGNATURE_COLUMNS, orderBy: { madeAt: "asc" } },
    },
  });
  return rows.map((row) => ({ ...row, content: row.content as unknown as TemplateContent }));
}

export async function insertSignatures(
  database: Reader,
  signatures: readonly ReleaseSignature[],
): Promise<void> {
  await database.releaseSignature.createMany({ data: [...signatures] });
}

/** Where a release came from, when it was brought in from a file. */
export interface ReleaseOrigin {
  readonly version: string;
  readonly organizationName: string;
  readonly fingerprint: string;
  readonly importedAt: Date;
  readonly importedBy: string;
}

/** The releases of a template that came in files, by number. */
export async function listOrigins(database: Reader, templateId: string): Promise<ReleaseOrigin[]> {
  const rows = await database.releaseSignature.findMany({
    where: { release: { templateId }, importedBy: { not: null } },
    orderBy: [{ madeAt: "asc" }, { signedHash: "asc" }],
    take: MOST_RELEASES,
    select: {
      organizationName: true,
      fingerprint: true,
      madeAt: true,
      importedBy: true,
      release: { select: { version: true } },
    },
  });
  return rows.map(({ release, madeAt, importedBy, ...row }) => ({
    ...row,
    version: release.version,
    importedAt: madeAt,
    importedBy: importedBy ?? "",
  }));
}

/** A template whose key differs from this one only in case; null when there is none. */
export async function findAlikeTemplate(database: Reader, key: string): Promise<string | null> {
  const rows = await database.$queryRaw<{ key: string }[]>`
    select key from template where lower(key) = lower(${key}) and key <> ${key} limit 1`;
  return rows[0]?.key ?? null;
}
