import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";
import { FleetFilterInput } from "#server/modules/fleet/fleet.graphql.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";
import { UpgradeCount } from "#server/modules/upgrades/upgrade.graphql.ts";

export enum OfferState {
  OPEN = "open",
  TAKEN = "taken",
  DECLINED = "declined",
  WITHDRAWN = "withdrawn",
}
registerEnumType(OfferState, {
  name: "OfferState",
  description: "What came of an offer. Taken: the site has come to the release, or beyond it.",
});

@ObjectType({ simpleResolvers: true, description: "A newer release that somebody offers to a site." })
export class SiteOffer {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String)
  jurisdictionName!: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String)
  offeredBy!: string;

  @Field(() => String, { description: "The organization by name, or the state's two letters." })
  offeredFor!: string;

  @Field(() => DateTimeScalar)
  offeredAt!: Date;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => OfferState)
  state!: string;

  @Field(() => [UpgradeCount], { description: "What it would change at this site, by kind." })
  counts!: UpgradeCount[];

  @Field(() => Int, { nullable: true, description: "How much it would change; null unless it is open." })
  changeCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many questions it would raise; null unless it is open.",
  })
  questionCount!: number | null;

  @Field(() => String, { nullable: true })
  declinedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  declinedAt!: Date | null;

  @Field(() => String, { nullable: true })
  declineReason!: string | null;

  @Field(() => Int)
  revision!: number;
}

export const SiteOfferConnection = connectionOf(SiteOffer, "SiteOffer");

@InputType({ description: "A release to offer to the sites below it." })
export class OfferReleaseInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => FleetFilterInput, { description: "Which of the sites below it; all of them when empty." })
  sites!: FleetFilterInput;

  @Field(() => String, { nullable: true, description: "What those who decide should know." })
  note?: string;
}

@ObjectType({ simpleResolvers: true, description: "The release is on offer." })
class ReleaseOffered {
  @Field(() => Int)
  offeredCount!: number;

  @Field(() => Int, { description: "Sites to which it was on offer already." })
  alreadyOfferedCount!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was done; each finding says what to put right.",
})
class OfferRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const OfferReleaseOutcome = outcomeUnion("OfferReleaseOutcome", {
  offered: ReleaseOffered,
  refused: OfferRefused,
});

@InputType({ description: "Offers of a release to take back." })
export class WithdrawOffersInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The open offers were taken back." })
class OffersWithdrawn {
  @Field(() => Int)
  withdrawnCount!: number;
}

export const WithdrawOffersOutcome = outcomeUnion("WithdrawOffersOutcome", { withdrawn: OffersWithdrawn });

@InputType({ description: "An offer that a city does not take." })
export class DeclineOfferInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  offerId!: string;

  @Field(() => Int, { description: "The offer's revision that was read." })
  expectedRevision!: number;

  @Field(() => String, { description: "Told to whoever made the offer." })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The offer was declined." })
class OfferDeclined {
  @Field(() => Site)
  site!: Site;
}

export const DeclineOfferOutcome = outcomeUnion("DeclineOfferOutcome", {
  declined: OfferDeclined,
  refused: OfferRefused,
});
