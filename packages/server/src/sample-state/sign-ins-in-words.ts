import type { SampleSignIns } from "./make-sample-state.ts";

const ROLE_WORDS: Readonly<Record<string, string>> = {
  PLATFORM_STEWARD: "platform steward",
  STATE_OFFICIAL: "state official",
  CITY_ADMINISTRATOR: "city administrator",
  CITY_EDITOR: "city editor",
  CITY_VIEWER: "city viewer",
  SITE_COORDINATOR: "site coordinator",
  PARTNER_STAFF: "partner staff",
  TEMPLATE_AUTHOR: "template author",
};

/** The sample sign-ins as a list to print: the first account of each role. */
export function signInsInWords({ accounts, password }: SampleSignIns): string {
  const ofEachRole = [...new Map(accounts.toReversed().map((account) => [account.role, account])).values()];
  const lines = ofEachRole
    .toReversed()
    .map(({ role, email }) => `  ${(ROLE_WORDS[role] ?? role).padEnd(20)}${email}`);
  return [`Sample sign-ins, all with the password "${password}":`, ...lines].join("\n");
}
