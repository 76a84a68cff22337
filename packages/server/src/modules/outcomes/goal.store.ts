import type { Reader } from "#server/persistence/database.ts";
import { Prisma } from "#server/persistence/generated/client.ts";

/** A figure that a goal is judged by: of the site, of its comparison area, or of the whole jurisdiction. */
export interface GoalFigure {
  readonly siteId: string;
  readonly indicatorCode: string;
  readonly placeKind: "site" | "comparisonArea" | "jurisdiction";
  readonly period: string;
  /** Null when it is protected. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly monthsCovered: number | null;
  readonly source: string;
}

/** Which figures are asked for: of which sites, on which indicators. */
export interface GoalFiguresAsked {
  readonly siteIds: readonly string[];
  readonly indicators: readonly string[];
  /** `own`: every figure as entered. `shared`: those from which small counts are taken out. */
  readonly view: "own" | "shared";
}

/** Figures from five years before launch on, of several sites in one statement. */
export async function listGoalFigures(
  database: Reader,
  { siteIds, indicators, view }: GoalFiguresAsked,
): Promise<GoalFigure[]> {
  const figures = view === "own" ? Prisma.sql`observation` : Prisma.sql`comparison_figure`;
  const holds = view === "own" ? Prisma.sql`and o.superseded_at is null` : Prisma.empty;
  return await database.$queryRaw<GoalFigure[]>`
    select s.id as "siteId", o.indicator_code as "indicatorCode", o.place_kind as "placeKind", o.period, o.value, o.numerator,
      o.denominator, o.months_covered as "monthsCovered", o.source
    from site s
    left join comparison_area a on a.jurisdiction_id = s.jurisdiction_id and a.site_id = s.id
    join ${figures} o on o.jurisdiction_id = s.jurisdiction_id and o.indicator_code = any (${[...indicators]})
      and (o.place_id = s.id or o.place_kind = 'jurisdiction' and o.place_id = s.jurisdiction_id or o.place_id = a.id)
      and o.period_start >= s.launch_on - interval '5 years' ${holds}
    where s.id = any (${[...siteIds]}::uuid[])
    order by s.id, o.indicator_code, o.period_start`;
}

/** When an item of a site's checklist was done. */
export interface DoneItem {
  readonly siteId: string;
  readonly itemKey: string;
  readonly doneOn: Date;
}

/** The items of these sites that are done, among those that set the window of a baseline. */
export async function listDoneItems(
  database: Reader,
  siteIds: readonly string[],
  itemKeys: readonly string[],
): Promise<DoneItem[]> {
  if (itemKeys.length === 0) return [];
  const rows = await database.checklistItem.findMany({
    where: { siteId: { in: [...siteIds] }, itemKey: { in: [...itemKeys] }, doneOn: { not: null } },
    select: { siteId: true, itemKey: true, doneOn: true },
  });
  return rows.flatMap(({ doneOn, ...row }) => (doneOn === null ? [] : [{ ...row, doneOn }]));
}
