import {
  type DirectoryEntry,
  jurisdictionCsvImporter,
  type ReconciledEntry,
  reconcileDirectoryEntry,
  type TableRow,
} from "@frontstep/domain/imports";
import type { Finding } from "@frontstep/domain/shared";

import { findListed, writeListed } from "./directory.store.ts";
import type { ImportRun } from "./import-run.ts";
import { SummaryTally } from "./import-summary.ts";
import { readRows } from "./reading/index.ts";

/** Takes a directory of jurisdictions from its first row to its last; writes it only when told to. */
export async function runDirectory(run: ImportRun, isWriting: boolean): Promise<SummaryTally> {
  const mapping = jurisdictionCsvImporter.mappingSchema.parse(run.mapping);
  const read = jurisdictionCsvImporter.reader(mapping, run.table, undefined);
  const tally = new SummaryTally();
  const seen = new Map<string, number>();
  for await (const batch of readRows(run.source, run.reading)) {
    if ("broken" in batch) {
      tally.breakOff(batch.broken);
      break;
    }
    const rows = batch.rows.filter(({ number }) => number > run.table.headerRow);
    const entries = once(readBatch(rows, read, tally), seen, tally);
    const outcomes = await reconcile(run, entries);
    for (const outcome of outcomes) tallyOutcome(tally, outcome);
    if (isWriting) await writeListed(run.database, outcomes);
    run.goOn(1, batch.rows.at(-1)?.number ?? 0);
  }
  return tally;
}

function readBatch(
  rows: readonly TableRow[],
  read: ReturnType<typeof jurisdictionCsvImporter.reader>,
  tally: SummaryTally,
): DirectoryEntry[] {
  return rows.flatMap((row) => {
    const reading = read(row);
    tally.countRow(row.number, reading);
    return reading.entries;
  });
}

/** The first row of each jurisdiction counts; later ones are said and left out. */
function once(
  entries: readonly DirectoryEntry[],
  seen: Map<string, number>,
  tally: SummaryTally,
): DirectoryEntry[] {
  return entries.filter((entry) => {
    const first = seen.get(entry.ori);
    if (first === undefined) {
      seen.set(entry.ori, entry.row);
      return true;
    }
    tally.count("repeated");
    const message = `${entry.ori} is listed in row ${String(first)} already. The first row counts.`;
    tally.find(entry.row, {
      code: "JURISDICTION_REPEATED",
      severity: "note",
      path: `row ${String(entry.row)}`,
      message,
      values: { ori: entry.ori, row: first },
    });
    return false;
  });
}

async function reconcile(run: ImportRun, entries: readonly DirectoryEntry[]): Promise<ReconciledEntry[]> {
  const listed = await findListed(
    run.database,
    entries.map(({ ori }) => ori),
  );
  return entries.map((entry) => reconcileDirectoryEntry(entry, listed.get(entry.ori)));
}

function tallyOutcome(tally: SummaryTally, outcome: ReconciledEntry): void {
  const { entry } = outcome;
  const path = `row ${String(entry.row)}`;
  if (outcome.kind === "refused") {
    const { code, message, values } = outcome;
    tally.find(entry.row, { code, severity: "error", path, message, values });
    return;
  }
  tally.count(outcome.kind);
  if (outcome.kind === "added") {
    tally.exemplify(() => ({
      row: entry.row,
      place: outcome.entry.name,
      subject: entry.ori,
      value: `${outcome.jurisdictionKind}, ${entry.stateCode}`,
    }));
  }
  if (outcome.kind === "changed") tally.find(entry.row, changeOf(outcome, path));
}

function changeOf({ entry, listed, after }: ReconciledEntry & { kind: "changed" }, path: string): Finding {
  const isMoved = listed.latitude !== after.latitude || listed.longitude !== after.longitude;
  const changes = [
    ...(listed.name === after.name ? [] : [`"${listed.name}" becomes "${after.name}"`]),
    ...(listed.kind === after.kind ? [] : [`${listed.kind} becomes ${after.kind}`]),
    ...(isMoved ? ["its place on the map is set"] : []),
  ];
  return {
    code: "JURISDICTION_CHANGED",
    severity: "note",
    path,
    message: `${entry.ori}: ${changes.join("; ")}.`,
    values: {
      ori: entry.ori,
      before: listed.name,
      after: after.name,
      isRenamed: yesOrNo(listed.name !== after.name),
      isOfOtherKind: yesOrNo(listed.kind !== after.kind),
      isMoved: yesOrNo(isMoved),
    },
  };
}

function yesOrNo(is: boolean): "yes" | "no" {
  return is ? "yes" : "no";
}
