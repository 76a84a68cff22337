import { Field, ID, Int, ObjectType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

@ObjectType({
  simpleResolvers: true,
  description: "An indicator with a goal whose latest whole period, by its cadence, has no figure yet.",
})
class AwaitedFigure {
  @Field(() => String)
  indicatorCode!: string;

  @Field(() => String, { description: "In the reader's language." })
  indicatorName!: string;

  @Field(() => DateScalar, { description: "The first day of that period." })
  periodStart!: string;

  @Field(() => DateScalar, { description: "The last day of that period, by the site's own today." })
  periodEnd!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day that any figure of it covers; null when there is none.",
  })
  lastPeriodEnd!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A site at which figures are not yet in." })
export class SiteAwaitingFigures {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => Int, { description: "How many indicators wait for a figure." })
  awaitedCount!: number;

  @Field(() => [AwaitedFigure], { description: "Those indicators, by code; the first 50." })
  awaited!: AwaitedFigure[];
}

export const SiteAwaitingFiguresConnection = connectionOf(SiteAwaitingFigures, "SiteAwaitingFigures");
