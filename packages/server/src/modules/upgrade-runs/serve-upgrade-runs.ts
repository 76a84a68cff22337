import type { FastifyInstance } from "fastify";

import { statementContext } from "#server/persistence/context-pool.ts";
import type { Databases } from "#server/persistence/database.ts";

import { carryOutRuns, runEvents } from "./carry-out-runs.ts";

/** How often is looked for runs whose server died. */
const LOOK_EVERY = 5_000;

/** Carries out runs in the background: those that are started here, and those that a server left behind. */
export function serveUpgradeRuns(
  app: FastifyInstance,
  { databases }: { readonly databases: Databases },
): void {
  let isEnding = false;
  let working: Promise<void> | undefined;
  const onDefect = (error: unknown): void => {
    app.log.error({ err: error }, "an upgrade of a run failed");
  };
  const work = (): void => {
    if (isEnding || working !== undefined) return;
    // Outside the context of whoever started the run: the work has none until it takes on one site's.
    const carried = statementContext.run({ token: null, readOnly: false }, () =>
      carryOutRuns({ databases, isEnding: () => isEnding }),
    );
    working = carried.catch(onDefect).finally(() => {
      working = undefined;
    });
  };
  const timer = setInterval(work, LOOK_EVERY).unref();
  runEvents.on("started", work);
  runEvents.on("defect", onDefect);
  app.addHook("onReady", (done) => {
    work();
    done();
  });
  app.addHook("onClose", async () => {
    isEnding = true;
    clearInterval(timer);
    runEvents.off("started", work);
    runEvents.off("defect", onDefect);
    await working;
  });
}
