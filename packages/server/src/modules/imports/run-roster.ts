import {
  type KnownPeople,
  type PlannedEntry,
  rosterCsvImporter,
  type RosterEntry,
  RosterPlan,
} from "@frontstep/domain/imports";

import {
  findAllNamesakes,
  findByNumbers,
  insertRosterAddition,
  listHeldAssignments,
  listRosterSites,
  type RosterAddition,
} from "#server/modules/roster/index.ts";
import { newId } from "#server/persistence/write.ts";

import type { ImportRun } from "./import-run.ts";
import { SummaryTally } from "./import-summary.ts";
import { readRows } from "./reading/index.ts";

type Added = PlannedEntry & { readonly kind: "added" };

/**
 * Takes a roster from its first row to its last: read, matched to people by number, set beside what is held. Written
 * only for an import. Of the file one batch is held at a time; of what it adds, as much as one file may add.
 */
export async function runRoster(run: ImportRun, importId?: string): Promise<SummaryTally> {
  const { database, jurisdictionId } = run;
  const mapping = rosterCsvImporter.mappingSchema.parse(run.mapping);
  const read = rosterCsvImporter.reader(mapping, run.table, undefined);
  const sites = await listRosterSites(database, jurisdictionId);
  const held = await listHeldAssignments(database, jurisdictionId);
  const plan = new RosterPlan({ sites, held, namesakes: mapping.namesakes, newId });
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  const tally = new SummaryTally();
  const added: Added[] = [];
  const numbers = new Map<string, string>();
  for await (const batch of readRows(run.source, run.reading)) {
    if ("broken" in batch) {
      tally.breakOff(batch.broken);
      break;
    }
    const entries: RosterEntry[] = [];
    for (const row of batch.rows.filter(({ number }) => number > run.table.headerRow)) {
      const reading = read(row);
      tally.countRow(row.number, reading);
      entries.push(...reading.entries);
    }
    const known = await knownPeople(run, mapping.issuer, entries);
    for (const entry of entries) {
      const planned = plan.take(entry, known(entry));
      tallyPlanned(tally, entry, planned);
      if (planned.kind !== "added") continue;
      added.push(planned);
      if (planned.numbered !== undefined) numbers.set(entry.number, planned.numbered);
      exemplify(tally, entry, { planned, siteNames });
    }
    run.goOn(1, batch.rows.at(-1)?.number ?? 0);
  }
  const addition = additionOf(added, { numbers, issuer: mapping.issuer });
  if (importId !== undefined)
    await insertRosterAddition(database, { jurisdictionId, id: importId }, addition);
  return tally;
}

async function knownPeople(
  { database, jurisdictionId }: ImportRun,
  issuer: string,
  entries: readonly RosterEntry[],
): Promise<(entry: RosterEntry) => KnownPeople> {
  const numbers = [...new Set(entries.map(({ number }) => number))];
  const names = entries.map(({ name }) => name).filter((name) => name !== "");
  const byNumber = await findByNumbers(database, { jurisdictionId, issuer }, numbers);
  const byName = await findAllNamesakes(database, jurisdictionId, names);
  return ({ number, name }) => ({ byNumber: byNumber.get(number), namesakes: byName.get(name) ?? [] });
}

function tallyPlanned(tally: SummaryTally, { row }: RosterEntry, { kind, findings }: PlannedEntry): void {
  if (kind !== "refused") tally.count(kind);
  for (const finding of findings) tally.find(row, finding);
}

/** Examples name no person: what is counted stays after the file is gone. */
function exemplify(
  tally: SummaryTally,
  { row }: RosterEntry,
  { planned, siteNames }: { planned: Added; siteNames: ReadonlyMap<string, string> },
): void {
  const { siteId, positionKey, slot, startsOn, endedOn } = planned.assignment;
  tally.exemplify(() => ({
    row,
    place: siteNames.get(siteId) ?? "",
    subject: `${positionKey} ${String(slot)}`,
    value: `${startsOn} – ${endedOn ?? ""}`,
  }));
}

function additionOf(
  added: readonly Added[],
  { numbers, issuer }: { numbers: ReadonlyMap<string, string>; issuer: string },
): RosterAddition {
  return {
    officers: added.flatMap(({ person }) => person ?? []),
    numbers: [...numbers].map(([number, officerId]) => ({ issuer, number, officerId })),
    assignments: added.map(({ assignment }) => assignment),
  };
}
