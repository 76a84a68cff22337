import type { LocalizedText } from "@frontstep/domain/shared";
import type { TemplateContent } from "@frontstep/domain/templates";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { type Page, pageRequest, toPage } from "#server/paging.ts";
import { notFound } from "#server/refusal.ts";

import { describeContent, type DescribedContent } from "./describe-content.ts";
import { indicatorCatalogue } from "./indicator.reads.ts";
import { localizeContent, type Localized } from "./localize-content.ts";
import { newestOffered } from "./newest-offered.ts";
import {
  findReleaseContent,
  findTemplate,
  type ListedRelease,
  listTemplates,
  type StoredTemplate,
  type Withdrawal,
} from "./template.store.ts";
import { findReleaseInUse } from "./withdrawal.store.ts";

export type DescribedTemplate = Localized<StoredTemplate>;

/** A release in the reader's language, with its content. */
export interface DescribedRelease extends Localized<ListedRelease> {
  readonly template: DescribedTemplate;
  readonly content: DescribedContent;
  readonly document: TemplateContent;
}

/** A part of the template catalogue, by key. */
export async function templates(
  ctx: RequestContext,
  page: { first?: number | null; after?: string | null },
): Promise<Page<DescribedTemplate>> {
  authorize(ctx, "template.read", "anywhere");
  const request = pageRequest(page);
  const found = await listTemplates(ctx.database, request);
  const rows = found.rows.map((row) => describeTemplate(ctx, row));
  return toPage(request, { rows, totalCount: found.totalCount }, ({ key }) => [key]);
}

/** One template of the catalogue with its releases; null when there is none. */
export async function template(ctx: RequestContext, key: string): Promise<DescribedTemplate | null> {
  authorize(ctx, "template.read", "anywhere");
  const found = await findTemplate(ctx.database, key);
  return found === null ? null : describeTemplate(ctx, found);
}

/** One release with its content, the newest that is offered when no version is named; null when there is none. */
export async function release(
  ctx: RequestContext,
  { templateKey, version }: { readonly templateKey: string; readonly version?: string | null },
): Promise<DescribedRelease | null> {
  authorize(ctx, "template.read", "anywhere");
  const found = await findTemplate(ctx.database, templateKey);
  const head = version
    ? found?.releases.find((held) => held.version === version)
    : newestOffered(found?.releases ?? []);
  if (found === null || head === undefined) return null;
  const [content, catalogue] = await Promise.all([
    findReleaseContent(ctx.database, head.id),
    indicatorCatalogue(ctx),
  ]);
  if (content === null) return null;
  return {
    ...describeRelease(ctx, head),
    template: describeTemplate(ctx, found),
    content: describeContent(content, { language: ctx.language, catalogue }),
    document: content,
  };
}

/** That a release is out of use; null while it is offered. */
export async function releaseWithdrawal(ctx: RequestContext, releaseId: string): Promise<Withdrawal | null> {
  requireActor(ctx);
  return (await findReleaseInUse(ctx.database, releaseId))?.withdrawal ?? null;
}

/** Whose template has this key; refused when there is none. */
export async function requireTemplate(
  ctx: RequestContext,
  key: string,
): Promise<Pick<StoredTemplate, "id" | "organizationId">> {
  authorize(ctx, "template.read", "anywhere");
  const found = await findTemplate(ctx.database, key);
  if (found === null) throw notFound("template");
  return found;
}

/** The outcome of a use case together with the template that it was about, as it now is. */
export async function withTemplate<T extends { readonly kind: string }>(
  ctx: RequestContext,
  done: Promise<T>,
): Promise<T & { template?: DescribedTemplate }> {
  const outcome = await done;
  if (!("templateKey" in outcome) || typeof outcome.templateKey !== "string") return outcome;
  const found = await template(ctx, outcome.templateKey);
  if (found === null) throw notFound("template");
  return { ...outcome, template: found };
}

export function describeRelease({ language }: RequestContext, head: ListedRelease): Localized<ListedRelease> {
  const changes = head.changes.map((change: LocalizedText) => localizeContent(change, language));
  return { ...head, changes };
}

export function describeTemplate(
  ctx: RequestContext,
  { name, summary, releases, ...stored }: StoredTemplate,
): DescribedTemplate {
  return {
    ...stored,
    name: localizeContent(name, ctx.language),
    summary: localizeContent(summary, ctx.language),
    releases: releases.map((head) => describeRelease(ctx, head)),
  };
}
