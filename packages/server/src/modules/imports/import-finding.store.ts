import type { FindingSeverity, FindingValues } from "@frontstep/domain/shared";

import type { PageRequest } from "#server/paging.ts";
import type { Reader } from "#server/persistence/database.ts";

import type { RowFinding } from "./import-summary.ts";
import type { ImportKey } from "./import.store.ts";

/** Puts these findings in the place of those of an earlier run. */
export async function replaceFindings(
  database: Reader,
  key: ImportKey,
  findings: readonly RowFinding[],
): Promise<void> {
  const where = { jurisdictionId: key.jurisdictionId, importId: key.id };
  await database.importFinding.deleteMany({ where });
  const inOrder = [...findings].sort((left, right) => (left.row ?? 0) - (right.row ?? 0));
  const rows = inOrder.map(({ row, code, severity, path, message, values = {} }, position) => ({
    position,
    row,
    code,
    severity,
    path,
    message,
    values,
  }));
  await database.$executeRaw`
    insert into import_finding (jurisdiction_id, import_id, position, row, code, severity, path, message, "values")
    select ${key.jurisdictionId}::uuid, ${key.id}::uuid, f.position, f.row, f.code, f.severity, f.path, f.message, f."values"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(position int, row int, code text, severity text, path text, message text, "values" jsonb)`;
}

/** A finding of an import and its place among the others. */
export interface StoredFinding {
  readonly position: number;
  readonly row: number | null;
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly path: string;
  readonly message: string;
  readonly values: FindingValues;
}

/** One row more than the page asks for, by row of the file. */
export async function listFindings(
  database: Reader,
  {
    key,
    severity,
    code,
  }: { key: ImportKey; severity?: string | null | undefined; code?: string | null | undefined },
  page: PageRequest,
): Promise<{ rows: StoredFinding[]; totalCount: number }> {
  const where = {
    jurisdictionId: key.jurisdictionId,
    importId: key.id,
    ...(severity ? { severity } : {}),
    ...(code ? { code } : {}),
  };
  const [last] = page.after ?? [];
  const beyond = last === undefined ? {} : { position: { gt: Number(last) } };
  const [rows, totalCount] = await Promise.all([
    database.importFinding.findMany({
      where: { AND: [where, beyond] },
      orderBy: { position: "asc" },
      take: page.first + 1,
    }),
    database.importFinding.count({ where }),
  ]);
  return { rows: rows.map(toFinding), totalCount };
}

type FindingRow = Awaited<ReturnType<Reader["importFinding"]["findMany"]>>[number];

function toFinding(row: FindingRow): StoredFinding {
  return { ...row, severity: row.severity as FindingSeverity, values: row.values as FindingValues };
}
