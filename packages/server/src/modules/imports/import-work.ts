import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

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
  goOn(done: number): void;
}

/** Work that goes on by itself; `finished` is kept when it ends, whichever way. */
export interface BegunWork {
  readonly finished: Promise<void>;
}

/** Tells of work that failed for a reason of ours, so that it can be written down. */
export const workEvents = new EventEmitter<{ defect: [unknown] }>();

const leaseFor = 30_000;
const reportEvery = 700;

/** Thrown into work that somebody asked to stop, or that was given up for lost meanwhile. */
class WorkStopped extends Error {}

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
  const lease = new Lease(ctx, work);
  const kept = lease.keep();
  await work.act(lease).catch(async (error: unknown) => {
    const isStopped = error instanceof WorkStopped;
    if (!isStopped) workEvents.emit("defect", error);
    const to = { state: work.from, leaseUntil: null, brokenOff: isStopped ? "canceled" : "failed" };
    await stage(ctx, (database) => stepImport(database, work.key, { from: [work.during], to })).catch(
      (lost: unknown) => workEvents.emit("defect", lost),
    );
  });
  lease.end();
  await kept;
}

/** Renews the lease while the work goes on, also through a single statement that takes minutes. */
class Lease implements WorkHandle {
  private readonly ctx: ActingContext;
  private readonly work: Work;
  private readonly startedAt = Date.now();
  private readonly ended = new AbortController();
  private done = 0;
  private isStopped = false;

  constructor(ctx: ActingContext, work: Work) {
    this.ctx = ctx;
    this.work = work;
  }

  goOn(done: number): void {
    if (this.isStopped) throw new WorkStopped("somebody asked to stop");
    this.done = done;
  }

  end(): void {
    this.ended.abort();
  }

  /** Reports every so often until the work has ended or may not go on. */
  async keep(): Promise<void> {
    const { signal } = this.ended;
    const isTime = () => wait(reportEvery, true, { signal, ref: false }).catch(() => false);
    while (!this.isStopped && (await isTime())) {
      await this.renew().catch((error: unknown) => workEvents.emit("defect", error));
    }
  }

  private async renew(): Promise<void> {
    const { key, during, total } = this.work;
    const progress: ImportProgress = { done: Math.min(this.done, total), total, startedAt: this.startedAt };
    const leaseUntil = new Date(Date.now() + leaseFor);
    const mayGoOn = await stage(this.ctx, (database) =>
      keepLease(database, key, { during, progress, leaseUntil }),
    );
    this.isStopped = !mayGoOn;
  }
}
