import {
  type Goal,
  goalProgress,
  type GoalProgress,
  type GoalTarget,
  type Indicator,
  perPeriod,
} from "@frontstep/domain/outcomes";
import {
  type Language,
  localize,
  monthsInPeriod,
  type PlainDate,
  plainDateOf,
  periodOf,
} from "@frontstep/domain/shared";
import type { ContentParts } from "@frontstep/domain/templates";

import { batched } from "#server/batch.ts";
import { authorize, type RequestContext } from "#server/context.ts";
import { siteContents } from "#server/modules/sites/index.ts";
import { indicatorCatalogue } from "#server/modules/templates/index.ts";

import { type DoneItem, type GoalFigure, listDoneItems, listGoalFigures } from "./goal.store.ts";

/** A site whose goals are wanted. */
export interface SiteWithGoals {
  readonly id: string;
  readonly launchOn: PlainDate;
}

/** A goal of a site in the reader's language, with how far it has come on each of its indicators. */
export interface ShownGoal {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly note: string | null;
  readonly targets: readonly ShownTarget[];
}

/** How far a goal has come on one indicator, with what a chart of it shows. */
export interface ShownTarget extends Omit<GoalProgress, "missing" | "baseline" | "latest" | "reached"> {
  readonly indicatorCode: string;
  readonly indicatorName: string;
  readonly indicatorUnit: string;
  readonly indicatorClass: string;
  readonly measureKind: string;
  readonly targetKind: string;
  readonly missing: GoalProgress["missing"] | "protected" | null;
  readonly comparedWith: "comparisonArea" | "jurisdiction" | null;
  readonly baseline: ShownFigure | null;
  readonly latest: ShownFigure | null;
  readonly reached: number | null;
  readonly reachedLower: number | null;
  readonly reachedUpper: number | null;
  readonly localNumberName: string | null;
  /** The value before and the value sought, as a single period of the series would have them. */
  readonly baselineLevel: number | null;
  readonly soughtLevel: number | null;
  readonly series: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly isProtected: boolean;
  }[];
  readonly source: string | null;
}

/** Figures of several periods taken as one. */
export interface ShownFigure {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly value: number;
}

/** The goals of a site; asked for several sites of a list, they are loaded together. */
export const siteGoals = batched(async (ctx: RequestContext, sites: readonly SiteWithGoals[]) => {
  authorize(ctx, "goal.read", "anywhere");
  const contents = await siteContents(
    ctx,
    sites.map(({ id }) => id),
  );
  return await loadGoals(ctx, sites, contents);
});

/** How far a site has come on the goals of another content than its own, such as that of its release. */
export async function goalsAgainst(
  ctx: RequestContext,
  site: SiteWithGoals,
  content: ContentParts,
): Promise<ShownGoal[]> {
  authorize(ctx, "goal.read", "anywhere");
  return (await loadGoals(ctx, [site], new Map([[site.id, content]])))[0] ?? [];
}

async function loadGoals(
  ctx: RequestContext,
  sites: readonly SiteWithGoals[],
  contents: ReadonlyMap<string, ContentParts>,
): Promise<ShownGoal[][]> {
  const siteIds = sites.map(({ id }) => id);
  const catalogue = await indicatorCatalogue(ctx);
  const goals = [...contents.values()].flatMap((content) => content.goals);
  const indicators = [...new Set(goals.flatMap(({ targets }) => targets.map(({ indicator }) => indicator)))];
  const items = [
    ...new Set(
      goals.flatMap(({ baselineWindow }) =>
        baselineWindow.kind === "checklistItem" ? [baselineWindow.item] : [],
      ),
    ),
  ];
  const view = ctx.hat === "city" ? "own" : "shared";
  const [figures, done] = await Promise.all([
    listGoalFigures(ctx.database, { siteIds, indicators, view }),
    listDoneItems(ctx.database, siteIds, items),
  ]);
  return sites.map((site) => {
    const content = contents.get(site.id);
    return content === undefined
      ? []
      : goalsOf({ site, content, catalogue, figures, done, language: ctx.language });
  });
}

interface Loaded {
  readonly site: SiteWithGoals;
  readonly content: ContentParts;
  readonly catalogue: readonly Indicator[];
  readonly figures: readonly GoalFigure[];
  readonly done: readonly DoneItem[];
  readonly language: Language;
}

function goalsOf(all: Loaded): ShownGoal[] {
  const known = new Map(
    [...all.catalogue, ...all.content.indicators].map((indicator) => [indicator.key, indicator]),
  );
  return all.content.goals.map((goal) => ({
    key: goal.key,
    title: localize(goal.title, all.language),
    kind: goal.kind,
    note: goal.note ? localize(goal.note, all.language) : null,
    targets: goal.targets.flatMap((target) => {
      const indicator = known.get(target.indicator);
      return indicator === undefined ? [] : [targetOf(all, { goal, target, indicator })];
    }),
  }));
}

interface Sought {
  readonly goal: Goal;
  readonly target: GoalTarget;
  readonly indicator: Indicator;
}

function targetOf(all: Loaded, sought: Sought): ShownTarget {
  const { target, indicator } = sought;
  const mine = all.figures.filter(
    ({ siteId, indicatorCode }) => siteId === all.site.id && indicatorCode === target.indicator,
  );
  const ofSite = mine.filter(({ placeKind }) => placeKind === "site");
  const { comparedWith, ofOthers } = comparisonFor(target, mine);
  const isProtected = [...ofSite, ...ofOthers].some(({ value }) => value === null);
  const progress = judged(all, sought, isProtected ? { ofSite: [], ofOthers: [] } : { ofSite, ofOthers });
  return {
    ...shownProgress(progress),
    ...described(indicator, target, all.language),
    missing: isProtected ? "protected" : (progress.missing ?? null),
    comparedWith,
    ...levels(indicator, progress, ofSite),
    series: ofSite.map(({ period, value }) => ({ period, value, isProtected: value === null })),
    source: [...new Set(ofSite.map(({ source }) => source))].join("; ") || null,
  };
}

/** What a target is held against: figures of the site's comparison area where there are any, else of the whole city. */
function comparisonFor(
  target: GoalTarget,
  figures: readonly GoalFigure[],
): { readonly comparedWith: ShownTarget["comparedWith"]; readonly ofOthers: readonly GoalFigure[] } {
  if (!isComparing(target)) return { comparedWith: null, ofOthers: [] };
  const ofArea = figures.filter(({ placeKind }) => placeKind === "comparisonArea");
  if (ofArea.length > 0) return { comparedWith: "comparisonArea", ofOthers: ofArea };
  return {
    comparedWith: "jurisdiction",
    ofOthers: figures.filter(({ placeKind }) => placeKind === "jurisdiction"),
  };
}

interface Evidence {
  readonly ofSite: readonly GoalFigure[];
  readonly ofOthers: readonly GoalFigure[];
}

function judged(
  all: Loaded,
  { goal, target, indicator }: Sought,
  { ofSite, ofOthers }: Evidence,
): GoalProgress {
  return goalProgress({
    target,
    window: goal.baselineWindow,
    measure: indicator.measure,
    direction: indicator.direction,
    launchOn: all.site.launchOn,
    itemDoneOn: itemDoneOn(all, goal),
    figures: dated(ofSite),
    comparison: dated(ofOthers),
  });
}

function shownProgress({ baseline, latest, reached, ...progress }: GoalProgress) {
  const { lower = null, upper = null } = reached?.interval ?? {};
  return {
    ...progress,
    baseline: baseline ?? null,
    latest: latest ?? null,
    reached: reached?.value ?? null,
    reachedLower: lower,
    reachedUpper: upper,
  };
}

function described(indicator: Indicator, target: GoalTarget, language: Language) {
  return {
    indicatorCode: indicator.key,
    indicatorName: localize(indicator.name, language),
    indicatorUnit: localize(indicator.unit, language),
    indicatorClass: indicator.class,
    measureKind: indicator.measure.kind,
    targetKind: target.kind,
    localNumberName: target.kind === "atLeastPercentOf" ? localize(target.of, language) : null,
  };
}

function isComparing(target: GoalTarget): boolean {
  return target.kind === "percentBelowComparison" || target.kind === "noWorseThanComparison";
}

function itemDoneOn({ done, site }: Loaded, { baselineWindow }: Goal): PlainDate | undefined {
  if (baselineWindow.kind !== "checklistItem") return undefined;
  const found = done.find(({ siteId, itemKey }) => siteId === site.id && itemKey === baselineWindow.item);
  return found && plainDateOf(found.doneOn.toISOString().slice(0, 10));
}

function dated(figures: readonly GoalFigure[]) {
  return figures.flatMap(({ value, period, numerator, denominator, monthsCovered }) =>
    value === null
      ? []
      : [
          {
            period: periodOf(period),
            value,
            numerator: numerator ?? undefined,
            denominator: denominator ?? undefined,
            monthsCovered: monthsCovered ?? undefined,
          },
        ],
  );
}

/** A line for a chart: the value before and the value sought, as one period of the series would have them. */
function levels(
  { measure }: Indicator,
  progress: GoalProgress,
  ofSite: readonly GoalFigure[],
): Pick<ShownTarget, "baselineLevel" | "soughtLevel"> {
  const newest = ofSite.at(-1);
  if (newest === undefined) return { baselineLevel: null, soughtLevel: null };
  const before =
    progress.baseline && perPeriod(measure, progress.baseline, monthsInPeriod(periodOf(newest.period)));
  return { baselineLevel: before ?? null, soughtLevel: soughtLevel(progress, before) };
}

function soughtLevel({ unit, sought }: GoalProgress, before: number | undefined): number | null {
  if (sought === undefined) return null;
  if (unit === "level") return sought;
  if (before === undefined) return null;
  if (unit === "points") return before + sought;
  return unit === "percent" ? before * (1 + sought / 100) : null;
}
