import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";
import { withSite } from "#server/modules/sites/index.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { declineOffer } from "./decline-offer.ts";
import {
  DeclineOfferInput,
  DeclineOfferOutcome,
  OfferReleaseInput,
  OfferReleaseOutcome,
  SiteOffer,
  SiteOfferConnection,
  WithdrawOffersInput,
  WithdrawOffersOutcome,
} from "./offer.graphql.ts";
import { offersOfSite, offersWaiting } from "./offer.reads.ts";
import { offerRelease } from "./offer-release.ts";
import { withdrawOffers } from "./withdraw-offers.ts";

@Resolver(() => Site)
export class OfferResolver {
  @Query(() => SiteOfferConnection, {
    description: "The offers that wait for an answer at the sites where one may give it, latest first.",
  })
  offersWaiting(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: RequestContext) {
    return offersWaiting(ctx, args);
  }

  @FieldResolver(() => [SiteOffer], {
    description: "The releases that were offered to the site, newest first.",
  })
  offers(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return offersOfSite(ctx, site.id);
  }

  @Mutation(() => OfferReleaseOutcome, {
    description: "Offers a published release to the sites below it: to one, to some or to all.",
  })
  offerRelease(@Arg("input", () => OfferReleaseInput) input: OfferReleaseInput, @Ctx() ctx: RequestContext) {
    return offerRelease(ctx, input);
  }

  @Mutation(() => WithdrawOffersOutcome, {
    description: "Takes back the offers of a release that nobody has answered.",
  })
  withdrawOffers(
    @Arg("input", () => WithdrawOffersInput) input: WithdrawOffersInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withdrawOffers(ctx, input);
  }

  @Mutation(() => DeclineOfferOutcome, {
    description: "Says no to an offer, with the reason for whoever made it.",
  })
  declineOffer(@Arg("input", () => DeclineOfferInput) input: DeclineOfferInput, @Ctx() ctx: RequestContext) {
    return withSite(ctx, declineOffer(ctx, input));
  }
}
