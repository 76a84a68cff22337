import { EventEmitter } from "node:events";

import type { ActingContext } from "#server/context.ts";
import { readingAs } from "#server/request-context.ts";

import {
  type ImportKey,
  type ImportProgress,
  type ImportState,
  keepLease,
  stepImport,
} from "./import.store.ts";
import { stage } from "./staging-area.ts";

/** Long work on an import: what it is called while it goes on, and where the import goes back to when it breaks off. */
export interface Work {
  readonly key: ImportKey;
  readonly from: ImportState;
  readonly during: "checking" | "applying" | "undoing";
  /** What `goOn` counts up to. */
  readonly total: number;
  act(handle: WorkHandle): Promise<void>;
}

/** What work reports through. */
export interface WorkHandle {
  /** Told how much is done. Throws when somebody asked to stop. */
  goOn(done: number): Promise<void>;
}

/** Work that goes on by itself; `finished` is kept when it ends, whichever way. */
export interface BegunWork {
  readonly finished: Promise<void>;
}

/** Tells of work that failed for a reason of ours, so that it can be written down. */
export const workEvents = new EventEmitter<{ defect: [unknown] }>();

const leaseFor = 30_000;
const reportEvery = 700;

/** Thrown into work that somebody asked to stop. */
class WorkCanceled extends Error {}

/**
 * Begins work and does not wait for it: it goes on when whoever asked leaves the page. A lease says that somebody is
 * at it; when the server dies the lease runs out. Answers nothing when the import is not where the work can begin.
 */
export async function beginWork(ctx: ActingContext, work: Work): Promise<BegunWork | undefined> {
  const leaseUntil = new Date(Date.now() + leaseFor);
  const step = { from: [work.from], to: { state: work.during, leaseUntil, brokenOff: null } };
  const hasBegun = await stage(ctx, (database) => stepImport(database, work.key, step));
  return hasBegun ? { finished: readingAs(ctx, () => carryOut(ctx, work)) } : undefined;
}

async function carryOut(ctx: ActingContext, work: Work): Promise<void> {
  await work.act(workHandle(ctx, work)).catch(async (error: unknown) => {
    const isCanceled = error instanceof WorkCanceled;
    if (!isCanceled) workEvents.emit("defect", error);
    const to = { state: work.from, leaseUntil: null, brokenOff: isCanceled ? "canceled" : "failed" };
    await stage(ctx, (database) => stepImport(database, work.key, { from: [work.during], to })).catch(
      (lost: unknown) => workEvents.emit("defect", lost),
    );
  });
}

function workHandle(ctx: ActingContext, { key, total }: Work): WorkHandle {
  const startedAt = Date.now();
  let reportedAt = startedAt;
  return {
    goOn: async (done) => {
      if (Date.now() - reportedAt < reportEvery) return;
      reportedAt = Date.now();
      const progress: ImportProgress = { done: Math.min(done, total), total, startedAt };
      const isStopped = await stage(ctx, (database) =>
        keepLease(database, key, { progress, leaseUntil: new Date(reportedAt + leaseFor) }),
      );
      if (isStopped) throw new WorkCanceled("somebody asked to stop");
    },
  };
}
