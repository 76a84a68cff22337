import { contentPartsOf } from "@frontstep/domain/sites";
import { parseTemplateContent, type TemplateContent } from "@frontstep/domain/templates";
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

/** The template that a draft extends, with its releases from the one that the draft has on. */
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
  if (template === null) return null;
  const releases = await listReleases(ctx.database, template.id);
  const at = releases.findIndex(({ version }) => version === content.extends?.release);
  const from = releases[at];
  return from === undefined ? null : { template, from, later: releases.slice(at + 1) };
}

/** A release of the extended template that a draft is to take, and what was decided about its questions. */
export interface BaseReleaseWanted {
  readonly draftId: string;
  readonly releaseId: string;
  readonly decisions: readonly UpgradeDecision[];
}

/** What taking a release of the extended template comes to. */
export interface BasePlan {
  readonly draft: StoredDraft;
  readonly from: ReleaseName;
  readonly to: ReleaseName;
  readonly between: readonly ReleaseName[];
  readonly base: TemplateContent;
  readonly incoming: TemplateContent;
  readonly merge: Merge;
}

/** Works out what a draft becomes with a newer release of the template that it extends: the merge that sites make. */
export async function planBaseRelease(
  ctx: RequestContext,
  { draftId, releaseId, decisions }: BaseReleaseWanted,
): Promise<BasePlan> {
  const draft = await requireDraft(ctx, "template.author", (database) => findDraft(database, draftId));
  const found = await findBase(ctx, draft);
  const at = found?.later.findIndex(({ id }) => id === releaseId) ?? -1;
  const to = found?.later[at];
  if (found === null || to === undefined) throw notFound("release");
  if (to.isWithdrawn)
    throw new Refusal(
      "BAD_INPUT",
      `Release ${to.version} was withdrawn by its authors and is offered no longer. Take another one.`,
    );
  const { from, later } = found;
  const between = later.slice(0, at);
  const chain = [from, ...between, to];
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
  return { draft, from, to, between, base: contentOf(from), incoming: contentOf(to), merge };
}

/** The draft's document with the parts that a plan comes to, under its own head. */
export function contentWith({ draft, to, merge }: BasePlan): TemplateContent {
  const template = draft.content.extends?.template ?? "";
  const parsed = parseTemplateContent({
    ...draft.content,
    ...merge.content,
    extends: { template, release: to.version },
  });
  if (parsed.kind === "parsed") return parsed.content;
  const [first] = parsed.findings;
  throw new Refusal("BAD_INPUT", first?.message ?? "The draft does not fit together with this release.");
}
