import { ArgsType, Field, ID, ObjectType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

@ObjectType({
  simpleResolvers: true,
  description: "A figure that a site's goals need and that is not in for the last period that is over.",
})
class MissingFigure {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String)
  indicatorCode!: string;

  @Field(() => String)
  indicatorName!: string;

  @Field(() => DateScalar, { description: "The last day of the period that is over." })
  periodEnd!: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day for which a figure is held." })
  lastHeldOn!: string | null;
}

export const MissingFigureConnection = connectionOf(MissingFigure, "MissingFigure");

@ArgsType()
export class MissingFiguresArgs extends ConnectionArgs {
  @Field(() => ID)
  jurisdictionId!: string;
}
