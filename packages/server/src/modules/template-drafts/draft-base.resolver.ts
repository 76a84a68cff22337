import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import {
  BaseReleaseArgs,
  BaseReleasePreview,
  DraftBase,
  TakeBaseReleaseInput,
  TakeBaseReleaseOutcome,
} from "./draft-base.graphql.ts";
import { baseReleasePreview, draftBase } from "./draft-base.reads.ts";
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

  @Query(() => BaseReleasePreview, {
    description: "What taking a newer release of the template that a draft extends would come to.",
  })
  baseReleasePreview(@Args(() => BaseReleaseArgs) args: BaseReleaseArgs, @Ctx() ctx: RequestContext) {
    return baseReleasePreview(ctx, args);
  }

  @Mutation(() => TakeBaseReleaseOutcome, {
    description: "Brings a draft to a newer release of the template that it extends.",
  })
  takeBaseRelease(
    @Arg("input", () => TakeBaseReleaseInput) input: TakeBaseReleaseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withDraft(ctx, takeBaseRelease(ctx, input));
  }
}
