import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ReleaseNumber } from "#server/modules/upgrades/upgrade.graphql.ts";

import {
  BaseReleaseArgs,
  BaseReleasePreview,
  DraftBase,
  TakeBaseReleaseInput,
  TakeBaseReleaseOutcome,
} from "./draft-base.graphql.ts";
import { baseReleasePreview, draftBase, releasesPastDraft } from "./draft-base.reads.ts";
import { takeBaseRelease } from "./take-base-release.ts";
import { TemplateDraft } from "./template-draft.graphql.ts";
import { type ShownDraft, withDraft } from "./template-draft.reads.ts";

@Resolver(() => TemplateDraft)
export class DraftBaseResolver {
  @FieldResolver(() => DraftBase, {
    nullable: true,
    description: "The template that the draft extends; null when it extends none that is here.",
  })
  base(@Root() draft: ShownDraft, @Ctx() ctx: RequestContext) {
    return draftBase(ctx, draft);
  }

  @FieldResolver(() => [ReleaseNumber], {
    description: "Releases of the draft's own template that were published past it, newest first.",
  })
  newerReleases(@Root() draft: ShownDraft, @Ctx() ctx: RequestContext) {
    return releasesPastDraft(ctx, draft);
  }

  @Query(() => BaseReleasePreview, {
    description:
      "What taking a newer release of the template that a draft extends, or of its own, would come to.",
  })
  baseReleasePreview(@Args(() => BaseReleaseArgs) args: BaseReleaseArgs, @Ctx() ctx: RequestContext) {
    return baseReleasePreview(ctx, args);
  }

  @Mutation(() => TakeBaseReleaseOutcome, {
    description: "Brings a draft to a newer release of the template that it extends, or of its own.",
  })
  takeBaseRelease(
    @Arg("input", () => TakeBaseReleaseInput) input: TakeBaseReleaseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withDraft(ctx, takeBaseRelease(ctx, input));
  }
}
