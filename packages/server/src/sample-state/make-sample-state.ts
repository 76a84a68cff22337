import type { FastifyInstance } from "fastify";

import { CannotStart } from "#server/cannot-start.ts";
import { createServer } from "#server/create-server.ts";

import { makeAll } from "./make-all.ts";
import { canSignIn } from "./sample-client.ts";
import { SAMPLE_ADDRESS, SAMPLE_PASSWORD } from "./sample-people.ts";
import { readSampleState, type SampleAccount, type SampleState, sampleToday } from "./sample-places.ts";

/** Which database, and how far the making has come. */
export interface SampleSettings {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly say: (line: string) => void;
}

/** The sample accounts, for whoever wants to look around. */
export interface SampleSignIns {
  readonly password: string;
  readonly accounts: readonly Pick<SampleAccount, "email" | "name" | "role" | "at">[];
}

/**
 * Makes the invented sample state, once: its people are invited and accept, open sites, fill
 * rosters, sign partners and bring figures in, all through the public API and with dates around
 * today. A database that has it already is left alone.
 */
export async function makeSampleState(settings: SampleSettings): Promise<SampleSignIns> {
  const state = await readSampleState();
  const letters = new Map<string, string>();
  const app = await createServer({
    databaseUrl: settings.databaseUrl,
    secret: settings.secret,
    isProduction: false,
    publicAddress: SAMPLE_ADDRESS,
    sendMail: ({ to, text }) => {
      letters.set(to, text);
      return Promise.resolve();
    },
  });
  try {
    if (!(await isMade(app, state))) await makeAll({ app, state, settings, letters, today: sampleToday() });
  } finally {
    await app.close();
  }
  const accounts = [...state.accounts, ...state.accountsOnceSitesAreOpen];
  return { password: SAMPLE_PASSWORD, accounts };
}

/** The account made last tells that all is there; the one made first, alone, that the making broke off. */
async function isMade(app: FastifyInstance, state: SampleState): Promise<boolean> {
  const isThere = (account: SampleAccount | undefined): Promise<boolean> =>
    canSignIn(app, { email: account?.email ?? "", password: SAMPLE_PASSWORD });
  if (await isThere(state.accountsOnceSitesAreOpen.at(-1))) return true;
  if (!(await isThere(state.accounts[0]))) return false;
  throw new CannotStart(
    "The sample state was interrupted while it was being made: remove the folder .data to make it anew, or start with FRONTSTEP_SAMPLE=off.",
  );
}
