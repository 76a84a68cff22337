import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { DateScalar } from "#server/graphql/scalars.ts";
import { withSite } from "#server/modules/sites/index.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { addEvidenceLink } from "./add-evidence-link.ts";
import { assignItem } from "./assign-item.ts";
import { changeItemDueDate } from "./change-item-due-date.ts";
import { changeItemStatus } from "./change-item-status.ts";
import { changeLaunchDate } from "./change-launch-date.ts";
import {
  AddEvidenceLinkInput,
  AssignItemInput,
  ChangeItemDueDateInput,
  ChangeItemStatusInput,
  ChecklistItemOutcome,
  RemoveEvidenceInput,
  ReopenItemInput,
  SignOffItemInput,
} from "./checklist-inputs.graphql.ts";
import { ChecklistItem, ChecklistPhase, DueItemConnection, DueItemsArgs } from "./checklist.graphql.ts";
import { shownChecklist, shownItem, withItem } from "./checklist.reads.ts";
import { shownDueItems } from "./due-items.reads.ts";
import { ChangeLaunchDateInput, ChangeLaunchDateOutcome, LaunchDatePreview } from "./launch-date.graphql.ts";
import { shownLaunchDatePreview } from "./launch-date.reads.ts";
import { removeEvidence } from "./remove-evidence.ts";
import { reopenItem } from "./reopen-item.ts";
import { signOffItem } from "./sign-off-item.ts";

@Resolver(() => Site)
export class ChecklistResolver {
  @FieldResolver(() => [ChecklistPhase], {
    description: "What is to be done on the way to launch and after, phase by phase.",
  })
  checklist(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return shownChecklist(ctx, site.id);
  }

  @Query(() => ChecklistItem, { nullable: true, description: "One item of a site's checklist." })
  checklistItem(
    @Arg("siteId", () => ID) siteId: string,
    @Arg("key", () => String) itemKey: string,
    @Ctx() ctx: RequestContext,
  ) {
    return shownItem(ctx, { siteId, itemKey });
  }

  @Query(() => DueItemConnection, {
    description: "Unfinished items of all sites that one may see: overdue and due soon, earliest first.",
  })
  dueItems(@Args(() => DueItemsArgs) args: DueItemsArgs, @Ctx() ctx: RequestContext) {
    return shownDueItems(ctx, args, args);
  }

  @Query(() => LaunchDatePreview, { description: "What another launch date would move; saves nothing." })
  launchDatePreview(
    @Arg("siteId", () => ID) siteId: string,
    @Arg("launchOn", () => DateScalar) launchOn: string,
    @Ctx() ctx: RequestContext,
  ) {
    return shownLaunchDatePreview(ctx, { siteId, launchOn });
  }

  @Mutation(() => ChangeLaunchDateOutcome, {
    description: "Moves a site's launch date and with it what is unfinished.",
  })
  changeLaunchDate(
    @Arg("input", () => ChangeLaunchDateInput) input: ChangeLaunchDateInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withSite(ctx, changeLaunchDate(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, { description: "Says where an item of the checklist stands." })
  changeItemStatus(
    @Arg("input", () => ChangeItemStatusInput) input: ChangeItemStatusInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withItem(ctx, changeItemStatus(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, {
    description: "Sets an item's due date by hand, or gives it back to the plan.",
  })
  changeItemDueDate(
    @Arg("input", () => ChangeItemDueDateInput) input: ChangeItemDueDateInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withItem(ctx, changeItemDueDate(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, {
    description: "Gives an item to a person, or back to whoever fills its owner role.",
  })
  assignItem(@Arg("input", () => AssignItemInput) input: AssignItemInput, @Ctx() ctx: RequestContext) {
    return withItem(ctx, assignItem(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, {
    description: "Signs a finished item off; a launch gate counts from then on.",
  })
  signOffItem(@Arg("input", () => SignOffItemInput) input: SignOffItemInput, @Ctx() ctx: RequestContext) {
    return withItem(ctx, signOffItem(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, { description: "Reopens a signed-off item, with the reason." })
  reopenItem(@Arg("input", () => ReopenItemInput) input: ReopenItemInput, @Ctx() ctx: RequestContext) {
    return withItem(ctx, reopenItem(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, { description: "Adds a link that shows that an item is done." })
  addEvidenceLink(
    @Arg("input", () => AddEvidenceLinkInput) input: AddEvidenceLinkInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withItem(ctx, addEvidenceLink(ctx, input));
  }

  @Mutation(() => ChecklistItemOutcome, {
    description: "Takes evidence off an item; what it was stays on record.",
  })
  removeEvidence(
    @Arg("input", () => RemoveEvidenceInput) input: RemoveEvidenceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withItem(ctx, removeEvidence(ctx, input));
  }
}
