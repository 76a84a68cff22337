import { parseArgs } from "node:util";

import type { Membership } from "@frontstep/domain/access";
import { isLanguage, type Language, languages } from "@frontstep/domain/shared";

import { CannotStart } from "../cannot-start.ts";
import { asJob } from "../job-context.ts";
import { type ReleaseDifference, releaseDifference } from "../modules/upgrades/index.ts";
import allWords from "./difference-words.json" with { type: "json" };
import type { Command } from "./frontstep.ts";
import { say, sayPlainly } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

interface Wish {
  readonly templateKey: string;
  readonly from: string;
  readonly to: string;
  readonly language: Language;
}

/** Says what one release of a template has differently from another, by the words of the page that shows it. */
export const diffTemplate: Command = {
  usage: "KEY FROM TO [--language es]",
  does: "Says in words what release TO has differently from FROM, section by section, and changes nothing.",
  run: async (args) => {
    const wish = readWish(args);
    const membership: Membership = { role: "platformSteward", scope: { kind: "platform" } };
    const job = { actorName: "Operator at the command line", membership, via: "cli" } as const;
    const difference = await withDatabases((databases) =>
      asJob(databases, job, (ctx) => releaseDifference({ ...ctx, language: wish.language }, wish)),
    );
    sayDifference(wish, difference);
    return true;
  },
};

function readWish(args: readonly string[]): Wish {
  const options = { language: { type: "string", default: "en" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [templateKey, from, to] = positionals;
  if (templateKey === undefined || from === undefined || to === undefined)
    throw new CannotStart("Name the template and two releases, as in template diff csp-park 3.1.0 3.2.0.");
  const { language } = values;
  if (!isLanguage(language))
    throw new CannotStart(`There are no words in "${language}". Use one of: ${languages.join(", ")}.`);
  return { templateKey, from, to, language };
}

function fill(pattern: string, values: Readonly<Record<string, string | number | null>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ""));
}

function sayDifference({ templateKey, from, to, language }: Wish, difference: ReleaseDifference): void {
  const words = allWords[language];
  const sentences: Readonly<Record<string, string>> = words.sentences;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const sections: Readonly<Record<string, string>> = words.sections;
  const { changes, counts, isBackwards, partCount } = difference;
  say(fill(words.heading, { templateKey, from, to }));
  if (isBackwards) say(fill(words.backwards, { from, to }));
  if (changes.length === 0) {
    say(words.none);
    return;
  }
  const counted = counts.map(({ kind, count }) => `${kinds[kind] ?? kind} ${String(count)}`);
  say(`${fill(words.parts, { partCount })} ${counted.join(", ")}`);
  for (const [section, own] of Map.groupBy(changes, (change) => change.section)) {
    say(`\n${sections[section] ?? section} (${String(own.length)})`);
    for (const { kind, key, title, fieldLabel, local, merged } of own) {
      const named = key === null ? "" : `${key} ${title ?? ""}: `;
      sayPlainly(`  ${named}${fill(sentences[kind] ?? kind, { field: fieldLabel, local, merged })}`);
    }
  }
}
