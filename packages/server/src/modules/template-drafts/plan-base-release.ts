import { sameValue } from "@frontstep/domain/shared";
import { contentPartsOf } from "@frontstep/domain/sites";
import { contentSections, parseTemplateContent, type TemplateContent } from "@frontstep/domain/templates";
import { type Merge, mergeRelease } from "@frontstep/domain/upgrades";

import type { RequestContext } from "#server/context.ts";
import { findTemplate, indicatorCatalogue, type StoredTemplate } from "#server/modules/templates/index.ts";
import {
  decisionOn,
  findContents,
  listReleases,
  type ReleaseName,
  resolutionOf,
  type UpgradeDecision,
} from "#server/modules/upgrades/index.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { requireDraft } from "./require-draft.ts";
import { findDraft, type StoredDraft } from "./template-draft.store.ts";

/** A template whose releases a draft takes: the one that it extends, or its own. From the one that the draft has on. */
export interface DraftBase {
  readonly template: StoredTemplate;
  readonly from: ReleaseName;
  /** Newer ones, oldest first, those among them that were withdrawn too. */
  readonly later: readonly ReleaseName[];
}

/** The template that a draft extends; null when it extends none, or one that is not here. */
export async function findBase(
  ctx: RequestContext,
  { content }: Pick<StoredDraft, "content">,
): Promise<DraftBase | null> {
  if (content.extends === undefined) return null;
  const template = await findTemplate(ctx.database, content.extends.template);
  return await releasesFrom(ctx, template, ({ version }) => version === content.extends?.release);
}

/** The draft's own template, when releases of it were published past the draft's beginning or could be. */
export async function findOwnReleases(
  ctx: RequestContext,
  { templateKey, baseReleaseId }: Pick<StoredDraft, "templateKey" | "baseReleaseId">,
): Promise<DraftBase | null> {
  const template = await findTemplate(ctx.database, templateKey);
  return await releasesFrom(ctx, template, ({ id }) => id === baseReleaseId);
}

async function releasesFrom(
  ctx: RequestContext,
  template: StoredTemplate | null,
  isHeld: (release: ReleaseName) => boolean,
): Promise<DraftBase | null> {
  if (template === null) return null;
  const releases = await listReleases(ctx.database, template.id);
  const at = releases.findIndex(isHeld);
  const from = releases[at];
  return from === undefined ? null : { template, from, later: releases.slice(at + 1) };
}

/** A release that a draft is to take, of the template that it extends or of its own, and what was decided about its questions. */
export interface BaseReleaseWanted {
  readonly draftId: string;
  readonly releaseId: string;
  readonly decisions: readonly UpgradeDecision[];
}

/** What taking a release comes to. */
export interface BasePlan {
  readonly draft: StoredDraft;
  /** Whether the release is one of the draft's own template, published past it. */
  readonly isOwn: boolean;
  readonly from: ReleaseName;
  readonly to: ReleaseName;
  /** What is passed on the way and what is taken, oldest first, with their contents. */
  readonly passed: readonly ReleaseName[];
  readonly contents: ReadonlyMap<string, TemplateContent>;
  readonly base: TemplateContent;
  readonly incoming: TemplateContent;
  readonly merge: Merge;
}

/** Works out what a draft becomes with a newer release of its own template or of the one that it extends: the merge that sites make. */
export async function planBaseRelease(
  ctx: RequestContext,
  { draftId, releaseId, decisions }: BaseReleaseWanted,
): Promise<BasePlan> {
  const draft = await requireDraft(ctx, "template.author", (database) => findDraft(database, draftId));
  const { found, isOwn } = await findWanted(ctx, draft, releaseId);
  const at = found.later.findIndex(({ id }) => id === releaseId);
  const to = found.later[at];
  if (to === undefined) throw notFound("release");
  // What was withdrawn of the draft's own template is before it all the same: the next release comes after it.
  if (to.isWithdrawn && !isOwn)
    throw new Refusal(
      "BAD_INPUT",
      `Release ${to.version} was withdrawn by its authors and is offered no longer. Take another one.`,
    );
  const { from, later } = found;
  const passed = later.slice(0, at + 1);
  const chain = [from, ...passed];
  const [contents, catalogue] = await Promise.all([
    findContents(
      ctx.database,
      chain.map(({ id }) => id),
    ),
    indicatorCatalogue(ctx),
  ]);
  const contentOf = ({ id }: ReleaseName): TemplateContent => {
    const content = contents.get(id);
    if (content === undefined) throw notFound("release");
    return content;
  };
  const merge = mergeRelease({
    chain: chain.map((release) => contentPartsOf(contentOf(release))),
    local: contentPartsOf(draft.content),
    catalogue,
    hasAllOffers: true,
    settle: (conflict) => {
      const decision = decisionOn(decisions, conflict);
      return decision && resolutionOf(decision);
    },
  });
  return { draft, isOwn, from, to, passed, contents, base: contentOf(from), incoming: contentOf(to), merge };
}

async function findWanted(
  ctx: RequestContext,
  draft: StoredDraft,
  releaseId: string,
): Promise<{ readonly found: DraftBase; readonly isOwn: boolean }> {
  const [base, own] = await Promise.all([findBase(ctx, draft), findOwnReleases(ctx, draft)]);
  const isIn = (releases: DraftBase | null) => releases?.later.some(({ id }) => id === releaseId) === true;
  if (base !== null && isIn(base)) return { found: base, isOwn: false };
  if (own !== null && isIn(own)) return { found: own, isOwn: true };
  throw notFound("release");
}

/** The draft's document with the parts that a plan comes to, under its own head. */
export function contentWith(plan: BasePlan): TemplateContent {
  const { draft, merge } = plan;
  const parsed = parseTemplateContent({ ...draft.content, ...merge.content, ...headWith(plan) });
  if (parsed.kind === "parsed") return parsed.content;
  const [first] = parsed.findings;
  throw new Refusal("BAD_INPUT", first?.message ?? "The draft does not fit together with this release.");
}

/** What belongs to one release and is not handed on. */
const OF_ONE_RELEASE = new Set<string>(["changes", "changeNotes", "releasedOn", ...contentSections]);

/** Of the extended template, which release the draft has; of its own, what the draft left as it was. */
function headWith({ draft, isOwn, to, base, incoming }: BasePlan): object {
  if (!isOwn) return { extends: { template: draft.content.extends?.template ?? "", release: to.version } };
  const before = new Map<string, unknown>(Object.entries(base));
  const here = new Map<string, unknown>(Object.entries(draft.content));
  return Object.fromEntries(
    Object.entries(incoming).filter(
      ([name]) => !OF_ONE_RELEASE.has(name) && sameValue(here.get(name), before.get(name)),
    ),
  );
}
