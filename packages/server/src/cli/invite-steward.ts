import { parseArgs } from "node:util";

import { CannotStart } from "../cannot-start.ts";
import { readConfig } from "../config.ts";
import { inviteSteward as invite } from "../modules/identity/index.ts";
import type { Command } from "./frontstep.ts";
import { say } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

/** Invites a platform steward: the way in to an empty database, where nobody could invite anybody. */
export const inviteSteward: Command = {
  usage: "EMAIL [--language es]",
  does: "Makes a link by which the owner of this address becomes a platform steward. It works once, for seven days.",
  run: async (args) => {
    const options = { language: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [email = ""] = positionals;
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      throw new CannotStart("Name the e-mail address, as in invite-steward ada@example.org.");
    }
    const language = values.language === "es" ? "es" : "en";
    const { origin, port } = readConfig();
    const publicAddress = origin ?? `http://localhost:${String(port)}`;
    const link = await withDatabases((databases) => invite(databases, { email, publicAddress, language }));
    say(`Hand this link to ${email}, and to nobody else:\n\n${link}\n`);
    return true;
  },
};
