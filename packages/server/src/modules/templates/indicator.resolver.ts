import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import type { Page } from "#server/paging.ts";

import { Indicator, IndicatorConnection, IndicatorsArgs, IndicatorUse } from "./indicator.graphql.ts";
import {
  type DescribedIndicator,
  indicator,
  indicators,
  indicatorUses,
  type IndicatorUse as Use,
} from "./indicator.reads.ts";

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => IndicatorConnection, { description: "The indicator catalogue, in its order." })
  indicators(
    @Args(() => IndicatorsArgs) args: IndicatorsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<DescribedIndicator>> {
    return indicators(ctx, args, args);
  }

  @Query(() => Indicator, { nullable: true, description: "One indicator of the catalogue." })
  indicator(
    @Arg("code", () => String) code: string,
    @Ctx() ctx: RequestContext,
  ): Promise<DescribedIndicator | null> {
    return indicator(ctx, code);
  }

  @FieldResolver(() => [IndicatorUse], {
    description: "The goals of the templates' newest releases that use it.",
  })
  usedBy(@Root() { code }: DescribedIndicator, @Ctx() ctx: RequestContext): Promise<Use[]> {
    return indicatorUses(ctx, code);
  }
}
