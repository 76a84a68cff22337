import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import { changeCalendarLanguage } from "./change-calendar-language.ts";
import { makeCalendarFeed } from "./make-calendar-feed.ts";
import {
  ChangeCalendarLanguageInput,
  ChangeCalendarLanguageOutcome,
  MakeCalendarFeedInput,
  MakeCalendarFeedOutcome,
  ReminderSetting,
  RevokeCalendarFeedInput,
  RevokeCalendarFeedOutcome,
} from "./reminder.graphql.ts";
import { revokeCalendarFeed } from "./revoke-calendar-feed.ts";
import { reminderSetting } from "./setting.reads.ts";

@Resolver()
export class ReminderResolver {
  @Query(() => ReminderSetting, { description: "How the actor is reminded of what comes." })
  reminderSetting(@Ctx() ctx: RequestContext): Promise<object> {
    return reminderSetting(ctx);
  }

  @Mutation(() => MakeCalendarFeedOutcome, {
    description: "Makes the actor's calendar, or gives it a new secret address.",
  })
  makeCalendarFeed(
    @Arg("input", () => MakeCalendarFeedInput) input: MakeCalendarFeedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return makeCalendarFeed(ctx, input);
  }

  @Mutation(() => RevokeCalendarFeedOutcome, { description: "Takes the actor's calendar away." })
  revokeCalendarFeed(
    @Arg("input", () => RevokeCalendarFeedInput) input: RevokeCalendarFeedInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return revokeCalendarFeed(ctx, input);
  }

  @Mutation(() => ChangeCalendarLanguageOutcome, {
    description: "Changes the language of the actor's calendar.",
  })
  changeCalendarLanguage(
    @Arg("input", () => ChangeCalendarLanguageInput) input: ChangeCalendarLanguageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return changeCalendarLanguage(ctx, input);
  }
}
