import { EventEmitter } from "node:events";

import { invariant } from "@frontstep/domain/shared";

import type { Databases } from "#server/persistence/database.ts";
import { Refusal } from "#server/refusal.ts";

import {
  type ClaimedRun,
  claimRun,
  finishRun,
  nextTurns,
  noteResult,
  type RunTurn,
} from "./run-work.store.ts";
import { takeTurn, type TurnResult } from "./take-turn.ts";
import { noteUpgraded } from "./upgrade-run.store.ts";

/** Tells of runs that were started, and of what failed for a reason of ours. */
export const runEvents = new EventEmitter<{ started: []; defect: [unknown] }>();

/** How many sites are upgraded side by side. */
const SIDE_BY_SIDE = 3;

/** What carrying runs out needs of the server around it. */
export interface RunService {
  readonly databases: Databases;
  /** Whether the server ends: the sites under way are finished, the rest is for the next server. */
  readonly isEnding: () => boolean;
}

/** Carries out every run that no living server is at, one after another. */
export async function carryOutRuns(service: RunService): Promise<void> {
  for (;;) {
    const run = service.isEnding() ? undefined : await claimRun(service.databases.byRole.app_worker);
    if (run === undefined) return;
    await carryOut(service, run);
  }
}

/** Site by site. Each is upgraded wholly or not at all, and what it came to stands with it: a run can break off anywhere. */
async function carryOut(service: RunService, run: ClaimedRun): Promise<void> {
  const worker = service.databases.byRole.app_worker;
  for (;;) {
    if (service.isEnding()) return;
    const turns = await nextTurns(worker, run.id, SIDE_BY_SIDE);
    if (turns.length === 0) break;
    await Promise.all(turns.map((turn) => carryOutTurn(service, run, turn)));
  }
  await finishRun(worker, run.id);
}

async function carryOutTurn({ databases }: RunService, run: ClaimedRun, turn: RunTurn): Promise<void> {
  const came = turn.hasConsent
    ? await attempt(databases, run, turn)
    : { result: "withoutConsent" as const, questionCount: null };
  // An upgrade has been kept with itself; everything else is kept here.
  if (came.result === "upgraded") return;
  await noteResult(databases.byRole.app_worker, { runId: run.id, siteId: turn.siteId }, came);
}

async function attempt(databases: Databases, run: ClaimedRun, turn: RunTurn): Promise<TurnResult> {
  const { jurisdictionId, siteId } = turn;
  const upgrading = takeTurn(databases, {
    site: turn,
    releaseId: run.releaseId,
    actorName: `${run.startedBy}, ${run.actsFor}`,
    via: "job",
    alongside: async (tx) => {
      const isFirst = await noteUpgraded(tx.database, { jurisdictionId, runId: run.id, siteId });
      invariant(isFirst, "a site of a run is upgraded once");
    },
  });
  return await upgrading.then(
    (came) => came,
    (error: unknown) => {
      // Somebody changed the site while it was its turn: that is no defect, and a person looks at it.
      const isMoved = error instanceof Refusal && error.code === "STALE_REVISION";
      if (!isMoved) runEvents.emit("defect", error);
      return { result: isMoved ? ("needsPerson" as const) : ("failed" as const), questionCount: null };
    },
  );
}
