import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";
import { PublishReleaseOutcome } from "#server/modules/templates/template.graphql.ts";

import { changeTemplateDraft } from "./change-template-draft.ts";
import { discardTemplateDraft } from "./discard-template-draft.ts";
import { publishTemplateDraft } from "./publish-template-draft.ts";
import { startTemplateDraft } from "./start-template-draft.ts";
import {
  ChangeTemplateDraftOutcome,
  DiscardTemplateDraftOutcome,
  OwnTemplateConnection,
  PartForm,
  StartTemplateDraftOutcome,
  TemplateDraft,
} from "./template-draft.graphql.ts";
import { ownTemplates, partForms, templateDraft, withConflicts, withDraft } from "./template-draft.reads.ts";
import {
  ChangeTemplateDraftInput,
  DiscardTemplateDraftInput,
  PublishTemplateDraftInput,
  StartTemplateDraftInput,
} from "./template-draft-inputs.graphql.ts";

@Resolver()
export class TemplateDraftResolver {
  @Query(() => OwnTemplateConnection, {
    description: "The templates of the organizations that one writes for, by key, with their drafts.",
  })
  ownTemplates(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: RequestContext) {
    return ownTemplates(ctx, args);
  }

  @Query(() => TemplateDraft, { description: "A draft, with what differs from the release before." })
  templateDraft(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return templateDraft(ctx, id);
  }

  @Query(() => [PartForm], { description: "The forms in which the parts of a template are written." })
  partForms(@Ctx() ctx: RequestContext) {
    return partForms(ctx);
  }

  @Mutation(() => StartTemplateDraftOutcome, {
    description: "Begins a draft of a template's next release, or of a new template.",
  })
  startTemplateDraft(
    @Arg("input", () => StartTemplateDraftInput) input: StartTemplateDraftInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withDraft(ctx, startTemplateDraft(ctx, input));
  }

  @Mutation(() => ChangeTemplateDraftOutcome, {
    description: "Makes changes in a draft. What two authors changed apart from each other comes together.",
  })
  changeTemplateDraft(
    @Arg("input", () => ChangeTemplateDraftInput) input: ChangeTemplateDraftInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withConflicts(ctx, changeTemplateDraft(ctx, input));
  }

  @Mutation(() => DiscardTemplateDraftOutcome, { description: "Throws a draft away." })
  discardTemplateDraft(
    @Arg("input", () => DiscardTemplateDraftInput) input: DiscardTemplateDraftInput,
    @Ctx() ctx: RequestContext,
  ) {
    return discardTemplateDraft(ctx, input);
  }

  @Mutation(() => PublishReleaseOutcome, {
    description: "Publishes a draft as the next release of its template, for good, and ends the draft.",
  })
  publishTemplateDraft(
    @Arg("input", () => PublishTemplateDraftInput) input: PublishTemplateDraftInput,
    @Ctx() ctx: RequestContext,
  ) {
    return publishTemplateDraft(ctx, input);
  }
}
