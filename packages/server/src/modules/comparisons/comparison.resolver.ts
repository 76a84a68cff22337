import { Args, Ctx, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import type { Page } from "#server/paging.ts";

import {
  ComparedIndicator,
  Comparison,
  ComparisonArgs,
  ComparisonExport,
  ComparisonPlacesArgs,
  FigureOrigin,
  FigureOriginsArgs,
  type PlaceWithFigures,
  PlaceWithFiguresConnection,
} from "./comparison.graphql.ts";
import * as reads from "./comparison.reads.ts";
import { exportComparison } from "./export-comparison.ts";

@Resolver()
export class ComparisonResolver {
  @Query(() => Comparison, {
    description: "Places side by side on one indicator: rates with 95% intervals, never ranked.",
  })
  comparison(
    @Args(() => ComparisonArgs) args: ComparisonArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<reads.Comparison> {
    return reads.comparison(ctx, args);
  }

  @Query(() => [ComparedIndicator], { description: "The indicators that have figures to compare." })
  comparisonIndicators(@Ctx() ctx: RequestContext): Promise<ComparedIndicator[]> {
    return reads.comparisonIndicators(ctx);
  }

  @Query(() => PlaceWithFiguresConnection, {
    description: "Cities and sites that have figures of an indicator, by name.",
  })
  comparisonPlaces(
    @Args(() => ComparisonPlacesArgs) args: ComparisonPlacesArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<PlaceWithFigures>> {
    return reads.comparisonPlaces(ctx, args, args);
  }

  @Query(() => ComparisonExport, { description: "A comparison as files, with a dictionary of its columns." })
  comparisonExport(
    @Args(() => ComparisonArgs) args: ComparisonArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<ComparisonExport> {
    return exportComparison(ctx, args);
  }

  @Query(() => [FigureOrigin], {
    description: "The entries behind a figure of one place and year: source, file, revision, who.",
  })
  figureOrigins(
    @Args(() => FigureOriginsArgs) args: FigureOriginsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<FigureOrigin[]> {
    return reads.figureOrigins(ctx, args);
  }
}
