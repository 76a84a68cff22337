import { type Indicator, refusedAsGoal } from "@frontstep/domain/outcomes";

import { authorize, type RequestContext } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import {
  findIndicator,
  type IndicatorFilter,
  listIndicators,
  listWholeCatalogue,
} from "./indicator.store.ts";
import { localizeContent, type Localized } from "./localize-content.ts";
import { newestOffered } from "./newest-offered.ts";
import { findReleaseContent, listTemplates } from "./template.store.ts";

/** An indicator in the reader's language. */
export interface DescribedIndicator extends Localized<Omit<Indicator, "key">> {
  readonly code: string;
  /** Whether the engine lets it be a goal. */
  readonly mayBeGoal: boolean;
}

/** A goal of a template's newest release that uses an indicator. */
export interface IndicatorUse {
  readonly templateKey: string;
  readonly templateName: string;
  readonly goalKey: string;
  readonly goalTitle: string;
}

/** A part of the indicator catalogue, in its order. */
export async function indicators(
  ctx: RequestContext,
  filter: IndicatorFilter,
  page: { first?: number | null; after?: string | null },
): Promise<Page<DescribedIndicator>> {
  authorize(ctx, "template.read", "anywhere");
  const request = pageRequest(page);
  const found = await listIndicators(ctx.database, filter, request);
  const { edges, ...rest } = toPage(request, found, ({ position }) => [String(position)]);
  return {
    ...rest,
    edges: edges.map(({ cursor, node }) => ({ cursor, node: describe(ctx, node.definition) })),
  };
}

/** One indicator of the catalogue; null when there is none. */
export async function indicator(ctx: RequestContext, code: string): Promise<DescribedIndicator | null> {
  authorize(ctx, "template.read", "anywhere");
  const found = await findIndicator(ctx.database, code);
  return found === null ? null : describe(ctx, found);
}

/** The definition of an indicator in all languages, refused when the catalogue has none of that code. */
export async function requireIndicator(ctx: RequestContext, code: string): Promise<Indicator> {
  const found = await findIndicator(ctx.database, code);
  if (found === null) throw notFound("indicator");
  return found;
}

/** The whole catalogue, for what computes with it. */
export async function indicatorCatalogue(ctx: RequestContext): Promise<Indicator[]> {
  const catalogue = await listWholeCatalogue(ctx.database);
  return catalogue.map(({ definition }) => definition);
}

/** The goals of the templates' newest releases that use an indicator. */
export async function indicatorUses(ctx: RequestContext, code: string): Promise<IndicatorUse[]> {
  const { rows } = await listTemplates(ctx.database, { first: 100, after: undefined });
  const uses = await Promise.all(rows.map((template) => usesIn(ctx, template, code)));
  return uses.flat();
}

async function usesIn(
  ctx: RequestContext,
  { key, name, releases }: Awaited<ReturnType<typeof listTemplates>>["rows"][number],
  code: string,
): Promise<IndicatorUse[]> {
  const newest = newestOffered(releases);
  const content = newest === undefined ? null : await findReleaseContent(ctx.database, newest.id);
  const goals =
    content?.goals.filter(({ targets }) => targets.some((target) => target.indicator === code)) ?? [];
  return goals.map((goal) => ({
    templateKey: key,
    templateName: localizeContent(name, ctx.language),
    goalKey: goal.key,
    goalTitle: localizeContent(goal.title, ctx.language),
  }));
}

function describe({ language }: RequestContext, definition: Indicator): DescribedIndicator {
  const { key, ...indicator } = definition;
  return {
    ...localizeContent(indicator, language),
    code: key,
    mayBeGoal: refusedAsGoal(definition) === undefined,
  };
}
