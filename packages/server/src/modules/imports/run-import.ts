import { type PlainDate, todayIn } from "@frontstep/domain/shared";

import type { ActingContext } from "#server/context.ts";
import { requireJurisdiction } from "#server/modules/jurisdictions/index.ts";
import type { Reader } from "#server/persistence/database.ts";
import { PLATFORM } from "#server/persistence/write.ts";

import type { ImportRun } from "./import-run.ts";
import type { ImportRecord } from "./import.store.ts";
import type { WorkHandle } from "./import-work.ts";
import { stagedBytes } from "./staging-area.ts";

/** Makes ready to take an import's file from its first row to its last. */
export async function prepareRun(
  ctx: ActingContext,
  found: ImportRecord,
  { database, handle }: { database: Reader; handle: WorkHandle },
): Promise<ImportRun> {
  const { lines, columns, headerRow } = found.sample;
  return {
    database,
    jurisdictionId: found.jurisdictionId,
    source: stagedBytes(database, found),
    reading: found.reading,
    table: { columns, headerRow },
    mapping: found.mapping,
    today: await todayOf(ctx, found.jurisdictionId),
    goOn: (pass, row) => {
      handle.goOn(pass * lines + row);
    },
  };
}

/** How much there is to do: every row is read twice. */
export function workOf({ sample }: ImportRecord): number {
  return sample.lines * 2;
}

/** The day that it is where figures are brought in. */
export async function todayOf(ctx: ActingContext, jurisdictionId: string): Promise<PlainDate> {
  const timeZone =
    jurisdictionId === PLATFORM ? "UTC" : (await requireJurisdiction(ctx, jurisdictionId)).timeZone;
  return todayIn(timeZone, new Date());
}
