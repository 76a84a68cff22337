import type { ImporterKey, TableSample } from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

import type { ImportSummary } from "./import-summary.ts";
import type { CellReading } from "./reading/index.ts";

/** Where an import stands. */
export type ImportState =
  "uploaded" | "checking" | "checked" | "applying" | "applied" | "undoing" | "undone" | "discarded";

/** How far the work on an import has got. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  /** When the work began, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** A file taken in: from upload through dry run to receipt and, perhaps, undo. */
export interface ImportRecord {
  readonly jurisdictionId: string;
  readonly id: string;
  readonly importer: ImporterKey;
  readonly fileName: string;
  readonly fileSize: number;
  readonly fileSha256: string;
  readonly state: ImportState;
  readonly reading: CellReading;
  readonly sample: TableSample & { readonly lines: number; readonly findings: readonly Finding[] };
  readonly mapping: unknown;
  readonly summary: ImportSummary | null;
  readonly progress: ImportProgress | null;
  readonly isCancelAsked: boolean;
  /** Why the last work on it stopped: interrupted, canceled, failed. */
  readonly brokenOff: string | null;
  readonly changeSetId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly revision: number;
}

/** Which import, and whose. */
export type ImportKey = Pick<ImportRecord, "jurisdictionId" | "id">;

export async function insertImport(
  database: Reader,
  record: Pick<ImportRecord, "jurisdictionId" | "id" | "importer" | "fileName" | "createdBy">,
): Promise<void> {
  await database.import.createMany({
    data: [{ ...record, fileSize: 0, fileSha256: "", state: "discarded" }],
  });
}

/** A file that arrived whole and can be read. */
export type ReceivedFile = Pick<ImportRecord, "fileSize" | "fileSha256" | "reading" | "sample">;

export async function markUploaded(database: Reader, key: ImportKey, received: ReceivedFile): Promise<void> {
  const { reading, sample, ...file } = received;
  await database.import.updateMany({
    where: key,
    data: { ...file, reading: { ...reading }, sample: asJson(sample), state: "uploaded" },
  });
}

export async function insertPart(
  database: Reader,
  key: ImportKey,
  part: { position: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await database.importPart.createMany({
    data: [{ jurisdictionId: key.jurisdictionId, importId: key.id, ...part }],
  });
}

export async function findPart(
  database: Reader,
  key: ImportKey,
  position: number,
): Promise<Uint8Array | null> {
  const where = { jurisdictionId: key.jurisdictionId, importId: key.id, position };
  return (await database.importPart.findFirst({ where, select: { bytes: true } }))?.bytes ?? null;
}

export async function deleteParts(database: Reader, key: ImportKey): Promise<void> {
  await database.importPart.deleteMany({ where: { jurisdictionId: key.jurisdictionId, importId: key.id } });
  await database.$executeRaw`
    update import set sample = sample || '{"rows": [], "values": []}'
    where jurisdiction_id = ${key.jurisdictionId}::uuid and id = ${key.id}::uuid and importer = 'roster'`;
}

export async function findImport(database: Reader, id: string): Promise<ImportRecord | null> {
  const row = await database.import.findFirst({ where: { id, fileSha256: { not: "" } } });
  return row === null ? null : toRecord(row);
}

/** One row more than the page asks for, latest first. */
export async function listImports(
  database: Reader,
  jurisdictionId: string,
  page: PageRequest,
): Promise<{ rows: ImportRecord[]; totalCount: number }> {
  const where = { jurisdictionId, fileSha256: { not: "" } };
  const [lastAt, lastId] = page.after ?? [];
  const at = new Date(lastAt ?? "");
  const beyond =
    lastAt === undefined || lastId === undefined
      ? {}
      : { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: lastId } }] };
  const [rows, totalCount] = await Promise.all([
    database.import.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: page.first + 1,
    }),
    database.import.count({ where }),
  ]);
  return { rows: rows.map(toRecord), totalCount };
}

/** What an import becomes when work on it begins or ends. */
export interface ImportStep {
  readonly state: ImportState;
  readonly mapping?: unknown;
  readonly summary?: ImportSummary | null;
  readonly changeSetId?: string;
  readonly brokenOff?: string | null;
  readonly leaseUntil?: Date | null;
  readonly appliedAt?: Date;
  readonly undoneAt?: Date;
}

/** Takes an import from one of these states to the next; false when it is in none of them, or somebody was faster. */
export async function stepImport(
  database: Reader,
  key: ImportKey,
  { from, to }: { from: readonly ImportState[]; to: ImportStep },
): Promise<boolean> {
  const { mapping, summary, ...plain } = to;
  const { count } = await database.import.updateMany({
    where: { jurisdictionId: key.jurisdictionId, id: key.id, state: { in: [...from] } },
    data: {
      ...plain,
      ...(mapping === undefined ? {} : { mapping: asJson(mapping) }),
      ...(summary === undefined ? {} : { summary: asJson(summary ?? {}) }),
      isCancelAsked: false,
      progress: {},
      revision: { increment: 1 },
    },
  });
  return count === 1;
}

/** The same at the end of work, whose doings must not be kept when it was given up for lost meanwhile. */
export async function requireStep(
  database: Reader,
  key: ImportKey,
  step: Parameters<typeof stepImport>[2],
): Promise<void> {
  if (await stepImport(database, key, step)) return;
  throw new Error(`The import ${key.id} is no longer ${step.from.join(" or ")}: what was done is not kept.`);
}

/** Says that the work goes on and how far it has got; answers whether it may: false when somebody asked to stop it. */
export async function keepLease(
  database: Reader,
  key: ImportKey,
  { during, progress, leaseUntil }: { during: ImportState; progress: ImportProgress; leaseUntil: Date },
): Promise<boolean> {
  const { count } = await database.import.updateMany({
    where: { ...key, state: during, isCancelAsked: false },
    data: { progress: { ...progress }, leaseUntil },
  });
  return count === 1;
}

export async function askToCancel(database: Reader, key: ImportKey): Promise<boolean> {
  const where = {
    jurisdictionId: key.jurisdictionId,
    id: key.id,
    state: { in: ["checking", "applying", "undoing"] },
  };
  return (await database.import.updateMany({ where, data: { isCancelAsked: true } })).count === 1;
}

type ImportRow = NonNullable<Awaited<ReturnType<Reader["import"]["findFirst"]>>>;

function toRecord(row: ImportRow): ImportRecord {
  return {
    ...row,
    importer: row.importer as ImporterKey,
    state: row.state as ImportState,
    fileSize: Number(row.fileSize),
    reading: row.reading as unknown as CellReading,
    sample: row.sample as unknown as ImportRecord["sample"],
    summary: isFilled(row.summary) ? (row.summary as unknown as ImportSummary) : null,
    progress: isFilled(row.progress) ? (row.progress as unknown as ImportProgress) : null,
  };
}

function isFilled(json: unknown): boolean {
  return typeof json === "object" && json !== null && Object.keys(json).length > 0;
}

function asJson(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
