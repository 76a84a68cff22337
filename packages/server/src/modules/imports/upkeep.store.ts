import type { Reader } from "#server/persistence/database.ts";

/** An import that was put right: which, what was going on, where it stands now. */
export interface SettledImport {
  readonly importId: string;
  readonly was: string;
  readonly became: string;
}

export async function settleInterrupted(database: Reader): Promise<SettledImport[]> {
  return await database.$queryRaw`select import_id as "importId", was, became from sec.settle_interrupted_imports()`;
}

export async function discardForgotten(database: Reader): Promise<void> {
  await database.$queryRaw`select sec.discard_forgotten_imports()`;
}
