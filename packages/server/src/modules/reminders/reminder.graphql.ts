import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";

const SAFE_TO_REPEAT = { nullable: true, description: "Makes the same call safe to repeat." };
const REVISION = { description: "The revision that was read; 0 when nothing was changed yet." };

@ObjectType({ simpleResolvers: true, description: "How the actor is reminded of what comes." })
export class ReminderSetting {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Of the calendar: en or es." })
  language!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the calendar's secret address was made; null without a calendar.",
  })
  calendarMadeAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When a program last read the calendar at this address.",
  })
  calendarLastReadAt!: Date | null;

  @Field(() => Int, REVISION)
  revision!: number;
}

@InputType({ description: "Makes the actor's calendar, or gives it a new secret address." })
export class MakeCalendarFeedInput {
  @Field(() => Int, REVISION)
  expectedRevision!: number;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "Takes the actor's calendar away." })
export class RevokeCalendarFeedInput {
  @Field(() => Int, REVISION)
  expectedRevision!: number;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "The language of the actor's calendar." })
export class ChangeCalendarLanguageInput {
  @Field(() => String, { description: "Of the calendar: en or es." })
  language!: string;

  @Field(() => Int, REVISION)
  expectedRevision!: number;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "The calendar is there, at an address that is said once." })
class CalendarFeedMade {
  @Field(() => ReminderSetting)
  setting!: ReminderSetting;

  @Field(() => String, {
    nullable: true,
    description: "The secret address; null when the same call is repeated, since it is kept nowhere.",
  })
  address!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The calendar's address no longer works." })
class CalendarFeedRevoked {
  @Field(() => ReminderSetting)
  setting!: ReminderSetting;
}

@ObjectType({ simpleResolvers: true, description: "The calendar is written in this language from now on." })
class CalendarLanguageChanged {
  @Field(() => ReminderSetting)
  setting!: ReminderSetting;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class CalendarLanguageRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const MakeCalendarFeedOutcome = outcomeUnion("MakeCalendarFeedOutcome", { made: CalendarFeedMade });
export const RevokeCalendarFeedOutcome = outcomeUnion("RevokeCalendarFeedOutcome", {
  revoked: CalendarFeedRevoked,
});
export const ChangeCalendarLanguageOutcome = outcomeUnion("ChangeCalendarLanguageOutcome", {
  changed: CalendarLanguageChanged,
  refused: CalendarLanguageRefused,
});
