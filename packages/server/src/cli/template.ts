import { CannotStart } from "../cannot-start.ts";
import { diffTemplate } from "./diff-template.ts";
import { exportTemplate } from "./export-template.ts";
import type { Command } from "./frontstep.ts";
import { importTemplate } from "./import-template.ts";
import { validateTemplate } from "./validate-template.ts";

/** What can be done with a template, by the word behind the command. */
const acts: Readonly<Record<string, Command>> = {
  diff: diffTemplate,
  validate: validateTemplate,
  export: exportTemplate,
  import: importTemplate,
};

/** The commands about templates. */
export const template: Command = {
  usage: Object.entries(acts)
    .map(([name, { usage }]) => `${name} ${usage}`)
    .join(" | "),
  does: Object.entries(acts)
    .map(([name, { does }]) => `${name}: ${does}`)
    .join("\n      "),
  run: async ([name = "", ...args]) => {
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
    if (act) return await act.run(args);
    throw new CannotStart(`Say what to do with the template: ${Object.keys(acts).join(", ")}.`);
  },
};
