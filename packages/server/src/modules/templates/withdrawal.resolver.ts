import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";

import { reinstateRelease } from "./reinstate-release.ts";
import { withTemplate } from "./template.reads.ts";
import { withdrawRelease } from "./withdraw-release.ts";
import {
  ReinstateReleaseInput,
  ReinstateReleaseOutcome,
  WithdrawReleaseInput,
  WithdrawReleaseOutcome,
} from "./withdrawal.graphql.ts";

@Resolver()
export class WithdrawalResolver {
  @Mutation(() => WithdrawReleaseOutcome, {
    description: "Takes a release out of use: it is kept, and nobody else is brought to it.",
  })
  withdrawRelease(
    @Arg("input", () => WithdrawReleaseInput) input: WithdrawReleaseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withTemplate(ctx, withdrawRelease(ctx, input));
  }

  @Mutation(() => ReinstateReleaseOutcome, { description: "Takes a withdrawn release into use again." })
  reinstateRelease(
    @Arg("input", () => ReinstateReleaseInput) input: ReinstateReleaseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withTemplate(ctx, reinstateRelease(ctx, input));
  }
}
