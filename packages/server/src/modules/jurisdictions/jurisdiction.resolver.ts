import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import type { Page } from "#server/paging.ts";

import {
  Jurisdiction,
  JurisdictionConnection,
  JurisdictionsArgs,
  SaveJurisdictionInput,
  SaveJurisdictionOutcome,
} from "./jurisdiction.graphql.ts";
import { jurisdiction, jurisdictions } from "./jurisdiction.reads.ts";
import { saveJurisdiction, type SaveJurisdictionOutcome as Saved } from "./save-jurisdiction.ts";

@Resolver()
export class JurisdictionResolver {
  @Query(() => JurisdictionConnection, { description: "The directory of jurisdictions, by name." })
  jurisdictions(
    @Args(() => JurisdictionsArgs) args: JurisdictionsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<Jurisdiction>> {
    return jurisdictions(ctx, args, args);
  }

  @Query(() => Jurisdiction, { nullable: true, description: "One jurisdiction of the directory." })
  jurisdiction(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<Jurisdiction | null> {
    return jurisdiction(ctx, id);
  }

  @Mutation(() => SaveJurisdictionOutcome, {
    description: "Adds a jurisdiction to the directory, or changes it.",
  })
  saveJurisdiction(
    @Arg("input", () => SaveJurisdictionInput) input: SaveJurisdictionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Saved> {
    return saveJurisdiction(ctx, input);
  }
}
