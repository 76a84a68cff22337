import { localize } from "@frontstep/domain/shared";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import type { Page } from "#server/paging.ts";

import { MissingFigureConnection, MissingFiguresArgs } from "./missing-figure.graphql.ts";
import { shownMissingFigures } from "./missing-figure.reads.ts";
import {
  Observation,
  ObservationConnection,
  ObservationRevisionsArgs,
  ObservationsArgs,
} from "./observation.graphql.ts";
import { type ListedObservation, observationRevisions, observations } from "./observation.reads.ts";

@Resolver(() => Observation)
export class ObservationResolver {
  @Query(() => ObservationConnection, {
    description: "The figures of a jurisdiction or a site that hold now, newest period first.",
  })
  observations(
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<ListedObservation>> {
    return observations(ctx, args, args);
  }

  @Query(() => [Observation], { description: "Every revision of one figure, the latest first." })
  observationRevisions(
    @Args(() => ObservationRevisionsArgs) args: ObservationRevisionsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<ListedObservation[]> {
    return observationRevisions(ctx, args);
  }

  @Query(() => MissingFigureConnection, {
    description:
      "The figures that the goals of a city's launched sites need and that are not in yet, by site.",
  })
  missingFigures(@Args(() => MissingFiguresArgs) args: MissingFiguresArgs, @Ctx() ctx: RequestContext) {
    return shownMissingFigures(ctx, args.jurisdictionId, args);
  }

  @FieldResolver(() => String, { description: "In the reader's language." })
  indicatorName(@Root() observation: ListedObservation, @Ctx() ctx: RequestContext): string {
    return localize(observation.indicatorName, ctx.language);
  }
}
