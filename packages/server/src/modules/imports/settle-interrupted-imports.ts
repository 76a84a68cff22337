import type { Databases } from "#server/persistence/database.ts";

import { discardForgotten, settleInterrupted, type SettledImport } from "./upkeep.store.ts";

/**
 * Puts imports right whose server died in the middle: nothing of an unfinished transaction is there, so each goes back
 * to where the work began and says so. Also gives up files that nobody came back to for a week.
 */
export async function settleInterruptedImports(databases: Databases): Promise<readonly SettledImport[]> {
  const worker = databases.byRole.app_worker;
  await discardForgotten(worker);
  return await settleInterrupted(worker);
}
