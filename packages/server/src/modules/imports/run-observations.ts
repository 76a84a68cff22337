import {
  type ClaimedObservation,
  explainPlace,
  type FoundPlace,
  type IncomingObservation,
  type ObservationMapping,
  observationCsvImporter,
  type Reconciled,
  reconcileObservations,
  RepeatedSubjects,
  type RowReading,
  type TableRow,
} from "@frontstep/domain/imports";
import { observationKey, type ObservedFigure } from "@frontstep/domain/outcomes";
import type { Finding, FindingValues } from "@frontstep/domain/shared";

import {
  findHeldFigures,
  findKeptByCity,
  recordFigures,
  type Recording,
} from "#server/modules/outcomes/index.ts";
import { PLATFORM } from "#server/persistence/write.ts";

import { PlaceBook } from "./find-places.ts";
import type { ImportRun } from "./import-run.ts";
import { findImportableIndicators } from "./importable-indicator.store.ts";
import { SummaryTally } from "./import-summary.ts";
import { readRows } from "./reading/index.ts";

/** An observation whose place was found, with what the place is called. */
interface PlacedObservation extends IncomingObservation {
  readonly place: FoundPlace;
}

/** What stays the same from batch to batch. */
interface Rules {
  readonly read: (row: TableRow) => RowReading<ClaimedObservation>;
  readonly places: PlaceBook;
  readonly repeated: RepeatedSubjects;
  readonly tally: SummaryTally;
  readonly recording: Recording | undefined;
}

/**
 * Takes a file of figures from its first row to its last: read, placed, set beside what is held. With a recording the
 * figures are written; without one nothing is, and what is counted is exactly what writing would come to.
 * The file is read twice, first to know what it contradicts; only one batch is held at a time.
 */
export async function runObservations(run: ImportRun, recording?: Recording): Promise<SummaryTally> {
  const mapping = observationCsvImporter.mappingSchema.parse(run.mapping);
  const rules = await prepare(run, mapping, recording);
  await eachBatch(run, 0, async (rows) => {
    for (const observation of await place(
      run,
      rules,
      rows.flatMap((row) => rules.read(row).entries),
    ))
      rules.repeated.note(observation);
  });
  const broken = await eachBatch(run, 1, async (rows) => {
    await takeBatch(run, rules, rows);
  });
  if (broken) rules.tally.breakOff(broken);
  return rules.tally;
}

async function prepare(
  run: ImportRun,
  mapping: ObservationMapping,
  recording: Recording | undefined,
): Promise<Rules> {
  const facts = { indicators: await findImportableIndicators(run.database), today: run.today };
  return {
    read: observationCsvImporter.reader(mapping, run.table, facts),
    places: new PlaceBook(run.jurisdictionId),
    repeated: new RepeatedSubjects(),
    tally: new SummaryTally(),
    recording,
  };
}

/** Reads all rows below the header; answers why it stopped where it could not read on. */
async function eachBatch(run: ImportRun, pass: 0 | 1, act: (rows: readonly TableRow[]) => Promise<void>) {
  for await (const batch of readRows(run.source, run.reading)) {
    if ("broken" in batch) return batch.broken;
    const rows = batch.rows.filter(({ number }) => number > run.table.headerRow);
    await act(rows);
    run.goOn(pass, batch.rows.at(-1)?.number ?? 0);
  }
  return undefined;
}

async function place(
  run: ImportRun,
  { places }: Rules,
  claimed: readonly ClaimedObservation[],
): Promise<PlacedObservation[]> {
  await places.learn(
    run.database,
    claimed.map((claim) => claim.place),
  );
  return claimed.flatMap((claim) => {
    const answer = places.answer(claim.place);
    return answer.kind === "found" ? [{ ...claim, place: answer.place }] : [];
  });
}

async function takeBatch(run: ImportRun, rules: Rules, rows: readonly TableRow[]): Promise<void> {
  const readings = rows.map((row) => ({ number: row.number, reading: rules.read(row) }));
  for (const { number, reading } of readings) rules.tally.countRow(number, reading);
  const claimed = readings.flatMap(({ reading }) => reading.entries);
  const placed = await place(run, rules, claimed);
  refusePlaces(rules, claimed);
  const counting = placed.filter((observation) => counts(rules, observation));
  const reconciled = await reconcile(run, rules, counting);
  for (const outcome of reconciled) tallyOutcome(rules.tally, outcome);
  if (rules.recording) {
    const written = reconciled.filter((outcome) => outcome.kind !== "leftAlone");
    await recordFigures(run.database, written, rules.recording);
  }
}

/** One finding for each row whose place cannot be used, however many figures it has. */
function refusePlaces({ places, tally }: Rules, claimed: readonly ClaimedObservation[]): void {
  const byRow = new Map(claimed.map((claim) => [claim.row, claim.place]));
  for (const [row, claim] of byRow) {
    const answer = places.answer(claim);
    if (answer.kind === "found") continue;
    tally.find(row, { ...explainPlace(claim, answer), severity: "error", path: `row ${String(row)}` });
  }
}

function counts({ repeated, tally }: Rules, observation: PlacedObservation): boolean {
  const judged = repeated.judge(observation);
  if (judged.kind === "counts") return true;
  const path = `row ${String(observation.row)}, column ${observation.column ?? ""}`;
  const subject = subjectInWords(observation);
  if (judged.kind === "repeats") {
    tally.count("repeated");
    const message = `${subject} is stated again in the same words as in row ${String(judged.row)}. It is brought in once.`;
    const values = { ...subjectOf(observation), row: judged.row };
    tally.find(observation.row, { code: "FIGURE_REPEATED", severity: "note", path, message, values });
  } else {
    const message = `${subject} is stated differently in rows ${judged.rows.join(", ")}. None of them is brought in: keep the right one and take the others out.`;
    const values = { ...subjectOf(observation), rows: judged.rows.join(", ") };
    tally.find(observation.row, { code: "FIGURE_CONTRADICTED", severity: "error", path, message, values });
  }
  return false;
}

async function reconcile(
  run: ImportRun,
  { tally }: Rules,
  incoming: readonly PlacedObservation[],
): Promise<readonly Reconciled<PlacedObservation>[]> {
  const held = await findHeldFigures(run.database, incoming);
  const isSteward = run.jurisdictionId === PLATFORM;
  const keptByCity = isSteward ? await findKeptByCity(run.database, incoming) : new Set<number>();
  const open = incoming.filter((observation, index) => {
    if (!keptByCity.has(index)) return true;
    tally.find(observation.row, {
      ...keptBySomeoneElse(observation, "FIGURE_KEPT_BY_CITY", "the city keeps a figure of its own"),
      severity: "error",
    });
    return false;
  });
  return reconcileObservations(open, held.current, held.lastRevision).filter((outcome) => {
    if (isSteward || outcome.kind !== "changed" || !held.references.has(observationKey(outcome.incoming)))
      return true;
    const { incoming: observation } = outcome;
    tally.find(observation.row, {
      ...keptBySomeoneElse(
        observation,
        "FIGURE_IS_REFERENCE",
        "a published reference figure is held, which only a platform steward changes",
      ),
      severity: "error",
    });
    return false;
  });
}

function keptBySomeoneElse(
  observation: PlacedObservation,
  code: string,
  reason: string,
): Pick<Finding, "code" | "path" | "message" | "values"> {
  return {
    code,
    values: subjectOf(observation),
    path: `row ${String(observation.row)}, column ${observation.column ?? ""}`,
    message: `For ${subjectInWords(observation)}, ${reason}. It is left as it is; ask them to correct it if it is wrong.`,
  };
}

function tallyOutcome(tally: SummaryTally, outcome: Reconciled<PlacedObservation>): void {
  tally.count(outcome.kind);
  const { incoming } = outcome;
  if (outcome.kind === "added") {
    tally.exemplify(() => ({
      row: incoming.row,
      place: incoming.place.name,
      subject: `${incoming.indicator} ${incoming.period}`,
      value: inWords(outcome.figure),
    }));
  }
  if (outcome.kind === "changed") {
    const message = `${subjectInWords(incoming)}: ${inWords(outcome.before)} becomes ${inWords(outcome.figure)}.`;
    tally.find(incoming.row, {
      code: "FIGURE_CHANGED",
      severity: "note",
      path: `row ${String(incoming.row)}`,
      message,
      values: {
        ...subjectOf(incoming),
        before: inWords(outcome.before),
        after: inWords(outcome.figure),
      },
    });
  }
}

function subjectOf({ indicator, place: { name }, period }: PlacedObservation): FindingValues {
  return { indicator, place: name, period };
}

function subjectInWords({ indicator, place: { name }, period }: PlacedObservation): string {
  return `${indicator}, ${name}, ${period}`;
}

function inWords({ value, denominator, monthsCovered }: ObservedFigure): string {
  const of = denominator === undefined ? "" : ` of ${denominator.toLocaleString("en-US")}`;
  const covered = monthsCovered === undefined ? "" : ` (${String(monthsCovered)} months)`;
  return `${value.toLocaleString("en-US")}${of}${covered}`;
}
