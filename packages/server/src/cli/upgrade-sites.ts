import { parseArgs } from "node:util";

import type { Membership } from "@frontstep/domain/access";

import { CannotStart } from "../cannot-start.ts";
import { asJob } from "../job-context.ts";
import { findJurisdictionByOri } from "../modules/jurisdictions/index.ts";
import {
  findReleaseByNumber,
  forecastTurn,
  listSitesBelow,
  type SiteBelow,
  takeTurn,
  type TurnResult,
} from "../modules/upgrade-runs/index.ts";
import type { Databases } from "../persistence/database.ts";
import type { Command } from "./frontstep.ts";
import { say } from "./say.ts";
import { withDatabases } from "./with-databases.ts";

interface Wish {
  readonly templateKey: string;
  readonly version: string;
  readonly ori: string | undefined;
  readonly isDryRun: boolean;
}

const OPERATOR = "Operator at the command line";

/** Brings sites to a release where nothing needs a decision; with --dry-run it only says what it would do. */
export const upgradeSites: Command = {
  usage: "--template KEY --to VERSION [--city ORI] [--dry-run]",
  does: "Upgrades the sites of one city, or of every city that lets others upgrade its sites, where nothing has to be decided.",
  run: async (args) => {
    const wish = readWish(args);
    return await withDatabases(async (databases) => await upgradeThem(databases, wish));
  },
};

function readWish(args: readonly string[]): Wish {
  const options = {
    template: { type: "string" },
    to: { type: "string" },
    city: { type: "string" },
    "dry-run": { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
  if (values.template === undefined || values.to === undefined) {
    throw new CannotStart(
      "Name the template and the release, as in upgrade-sites --template csp-park --to 3.3.0 --dry-run.",
    );
  }
  return {
    templateKey: values.template,
    version: values.to,
    ori: values.city,
    isDryRun: values["dry-run"] ?? false,
  };
}

interface Found {
  readonly releaseId: string;
  readonly sites: readonly SiteBelow[];
}

async function findThem(databases: Databases, wish: Wish): Promise<Found> {
  const membership: Membership = { role: "platformSteward", scope: { kind: "platform" } };
  return await asJob(databases, { actorName: OPERATOR, membership, via: "cli" }, async (ctx) => {
    const release = await findReleaseByNumber(ctx.database, wish);
    if (release === null)
      throw new CannotStart(
        `There is no release ${wish.version} of a template "${wish.templateKey}". Look both up in the template catalogue.`,
      );
    const [withdrawn] = release.withdrawals;
    if (withdrawn)
      throw new CannotStart(
        `Release ${wish.version} was withdrawn by ${withdrawn.withdrawnBy}: ${withdrawn.reason} No site is brought to it.`,
      );
    const jurisdictionId = wish.ori === undefined ? null : (await findJurisdictionByOri(ctx, wish.ori)).id;
    const { id: releaseId, templateId } = release;
    const below = { templateId, version: wish.version, jurisdictionId };
    return { releaseId, sites: await listSitesBelow(databases.byRole.app_worker, below) };
  });
}

/** Whoever names a city acts for it; all cities at once are only those that agreed to it. */
function mayTake(site: SiteBelow, { ori }: Wish): boolean {
  return site.hasConsent || ori !== undefined;
}

async function upgradeThem(databases: Databases, wish: Wish): Promise<boolean> {
  const { releaseId, sites } = await findThem(databases, wish);
  const counts = new Map<string, number>();
  for (const site of sites) {
    const { result, questionCount } = mayTake(site, wish)
      ? await turnOf(databases, wish, { site, releaseId })
      : { result: "withoutConsent" as const, questionCount: null };
    counts.set(result, (counts.get(result) ?? 0) + 1);
    say(`${site.jurisdictionName}, ${site.siteName}: ${inWords[result](questionCount ?? 0, wish.isDryRun)}`);
  }
  const upgraded = counts.get("upgraded") ?? 0;
  const kind = wish.isDryRun ? "would be upgraded. Nothing was changed" : "upgraded";
  say(`\n${String(upgraded)} of ${String(sites.length)} sites ${kind}.`);
  return (counts.get("failed") ?? 0) === 0;
}

async function turnOf(
  databases: Databases,
  { isDryRun }: Wish,
  { site, releaseId }: { readonly site: SiteBelow; readonly releaseId: string },
): Promise<TurnResult> {
  const turn = { site, releaseId, actorName: OPERATOR, via: "cli" } as const;
  return isDryRun ? await forecastTurn(databases, turn) : await takeTurn(databases, turn);
}

const inWords: Readonly<Record<TurnResult["result"], (questions: number, isDryRun: boolean) => string>> = {
  upgraded: (_questions, isDryRun) => (isDryRun ? "would be upgraded" : "upgraded"),
  alreadyThere: () => "has the release already",
  withoutConsent: () => "left alone: its city does not let others upgrade its sites (name it with --city)",
  needsPerson: (questions) =>
    `needs a person: ${String(questions)} ${questions === 1 ? "question" : "questions"} to decide`,
  failed: () => "could not be upgraded",
};
