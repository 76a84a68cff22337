import { CannotStart } from "../cannot-start.ts";
import { Refusal } from "../refusal.ts";
import { importFile } from "./import-file.ts";
import { inviteSteward } from "./invite-steward.ts";
import { openSites } from "./open-sites.ts";
import { say } from "./say.ts";
import { upgradeSites } from "./upgrade-sites.ts";
import { template } from "./template.ts";

/** A command of the command line: what it does in a line, and the act; answers whether all went well. */
export interface Command {
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[]): Promise<boolean>;
}

/** Every command, by its name. */
const commands: Readonly<Record<string, Command>> = {
  "invite-steward": inviteSteward,
  "open-sites": openSites,
  "upgrade-sites": upgradeSites,
  "import-observations": importFile("observations"),
  "import-jurisdictions": importFile("jurisdictions"),
  template,
};

async function main([name = "", ...args]: readonly string[]): Promise<boolean> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return await command.run(args);
  say("The commands of Frontstep:\n");
  for (const [each, { usage, does }] of Object.entries(commands)) say(`  ${each} ${usage}\n      ${does}`);
  return name === "" || name === "help";
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  const isForPeople = error instanceof CannotStart || error instanceof Refusal;
  const words = error instanceof Error ? (isForPeople ? error.message : error.stack) : String(error);
  process.stderr.write(`\n${words ?? ""}\n`);
  process.exitCode = 1;
}
