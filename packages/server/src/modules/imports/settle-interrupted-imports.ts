import type { Databases } from "#server/persistence/database.ts";

import { discardForgotten, settleInterrupted, type SettledImport } from "./upkeep.store.ts";

/**
 * Puts imports right whose server died in the middle: nothing of an unfinished transaction is there, so each goes back
 * to where the work began and says so.
 */
export async function settleInterruptedImports(databases: Databases): Promise<readonly SettledImport[]> {
  return await settleInterrupted(databases.byRole.app_worker);
}

/** Gives up the uploaded files that nobody came back to for a week. */
export async function discardForgottenImports(databases: Databases): Promise<void> {
  await discardForgotten(databases.byRole.app_worker);
}
