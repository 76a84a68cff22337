import type { FastifyInstance } from "fastify";

import { inviteSteward } from "#server/modules/identity/index.ts";
import { openDatabases } from "#server/persistence/database.ts";

import { type SamplePerson, speakAs } from "./sample-client.ts";
import { acceptInvitation, inviteMember } from "./sample-operations.ts";
import type { SampleAccount } from "./sample-places.ts";

/** The password of every account of the sample state, which never exists in production. */
export const SAMPLE_PASSWORD = "front step sample";

/** The address in the sample's letters; nobody opens them but the making itself. */
export const SAMPLE_ADDRESS = "http://localhost:4000";

/** The server, the letters that it sent by the address they went to, and the database behind it. */
export interface SampleHouse {
  readonly app: FastifyInstance;
  readonly letters: ReadonlyMap<string, string>;
  readonly settings: { readonly databaseUrl: string; readonly secret: string };
}

/** Makes the first steward, as an operator does at the command line. */
export async function becomeSteward(house: SampleHouse, account: SampleAccount): Promise<SamplePerson> {
  const databases = openDatabases(house.settings.databaseUrl, house.settings.secret);
  try {
    const link = await inviteSteward(databases, { email: account.email, publicAddress: SAMPLE_ADDRESS });
    return await accept(house, account, link);
  } finally {
    await databases.close();
  }
}

/** Has a person invited and accept, and gives that person signed in. */
export async function invite(
  house: SampleHouse,
  host: SamplePerson,
  { account, place }: { readonly account: SampleAccount; readonly place: object },
): Promise<SamplePerson> {
  await host.change(inviteMember, { email: account.email, role: account.role, ...place });
  return await accept(house, account, house.letters.get(account.email) ?? "");
}

async function accept(
  house: SampleHouse,
  { email, name }: SampleAccount,
  letter: string,
): Promise<SamplePerson> {
  const token = /[?&#]token=([\w%-]+)/.exec(letter)?.[1];
  if (token === undefined) throw new Error(`No link came for ${email}`);
  const nobody = await speakAs(house.app);
  await nobody.change(acceptInvitation, { token, name, password: SAMPLE_PASSWORD });
  return await speakAs(house.app, { email, password: SAMPLE_PASSWORD });
}
