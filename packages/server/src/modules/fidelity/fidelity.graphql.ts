import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateScalar, DateTimeScalar } from "#server/graphql/scalars.ts";
import { SiteStage } from "#server/modules/sites/site.graphql.ts";
import { SiteKind } from "#server/modules/templates/template.graphql.ts";

export enum FidelityRater {
  SELF = "self",
  EXTERNAL = "external",
  RESIDENT = "resident",
}
registerEnumType(FidelityRater, {
  name: "FidelityRater",
  description: "Who rated: the site's own team, somebody from outside, or residents.",
});

export enum FidelityBand {
  STRONG = "strong",
  PARTIAL = "partial",
  WEAK = "weak",
}
registerEnumType(FidelityBand, {
  name: "FidelityBand",
  description: "80 and more is strong, 60 and more partial, less is weak.",
});

export enum ComputedPartKind {
  STRUCTURE = "structure",
  DOSE = "dose",
  TIMELINESS = "timeliness",
}
registerEnumType(ComputedPartKind, {
  name: "ComputedPartKind",
  description:
    "Whether what the release asks for is there, whether as much is delivered, and whether it is done in time.",
});

@ObjectType({ simpleResolvers: true, description: "A core component of a release by name." })
class ComponentName {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: "A core component of the release that a site has." })
class FidelityComponent {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: "How much it counts." })
  weight!: number;

  @Field(() => Boolean, { description: "Below 2 it is missing whatever the total." })
  isEssential!: boolean;

  @Field(() => String, { description: "What 0 looks like." })
  none!: string;

  @Field(() => String, { description: "What 2 looks like." })
  partly!: string;

  @Field(() => String, { description: "What 4 looks like." })
  full!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Int, { description: "Recorded differences of the site that touch it." })
  deviationCount!: number;
}

@ObjectType({ simpleResolvers: true, description: "What shows how a component is carried out." })
class FidelityEvidence {
  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  url!: string | null;

  @Field(() => DateScalar)
  datedOn!: string;

  @Field(() => Boolean, { description: "From the six months up to the review." })
  isRecent!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "What a review found of one component." })
class ComponentRating {
  @Field(() => ComponentName)
  component!: ComponentName;

  @Field(() => Int, { nullable: true, description: "0 to 4 as it was given; null when it does not apply." })
  mark!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "What counts: at most 2 without evidence of the last six months.",
  })
  counted!: number | null;

  @Field(() => Boolean, { description: "Whether the mark counts less for want of evidence." })
  isCapped!: boolean;

  @Field(() => Boolean, { description: "An essential component that counts less than 2." })
  isMissing!: boolean;

  @Field(() => String, { nullable: true })
  notApplicableReason!: string | null;

  @Field(() => String, { nullable: true, description: "Why it is not the other rater's mark." })
  differenceReason!: string | null;

  @Field(() => [FidelityEvidence])
  evidence!: FidelityEvidence[];
}

@ObjectType({
  simpleResolvers: true,
  description: "How fully a site carried out its core components, as somebody rated it on a day.",
})
export class FidelityReview {
  @Field(() => ID)
  id!: string;

  @Field(() => FidelityRater)
  rater!: string;

  @Field(() => String, { description: "In which role or for which organization they rated." })
  ratedBy!: string;

  @Field(() => DateScalar)
  reviewedOn!: string;

  @Field(() => String, { description: "The release against which it is scored." })
  version!: string;

  @Field(() => Boolean)
  isOfCurrentRelease!: boolean;

  @Field(() => Float, { nullable: true, description: "0 to 100; null when no component applies." })
  score!: number | null;

  @Field(() => FidelityBand, { nullable: true })
  band!: string | null;

  @Field(() => [ComponentName], { description: "Essential components that count less than 2." })
  missing!: ComponentName[];

  @Field(() => [ComponentRating])
  ratings!: ComponentRating[];

  @Field(() => String, {
    nullable: true,
    description: "The organization that recorded it; null for the city.",
  })
  organizationName!: string | null;

  @Field(() => String)
  recordedBy!: string;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was taken back; then it does not count.",
  })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true })
  withdrawnBy!: string | null;

  @Field(() => String, { nullable: true })
  withdrawReason!: string | null;

  @Field(() => Boolean, { description: "Whether the reader may put it right." })
  mayChange!: boolean;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "Why one of two raters sees a component otherwise." })
class DifferenceReason {
  @Field(() => FidelityRater)
  rater!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "A component that two raters see more than one point apart.",
})
class RatingDifference {
  @Field(() => ComponentName)
  component!: ComponentName;

  @Field(() => Int)
  firstMark!: number;

  @Field(() => Int)
  secondMark!: number;

  @Field(() => [DifferenceReason])
  reasons!: DifferenceReason[];

  @Field(() => ID, {
    nullable: true,
    description: "The review in which the reader may say why; null for none.",
  })
  explainIn!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "How the newest reviews of two kinds of raters agree." })
class RaterAgreement {
  @Field(() => FidelityRater)
  first!: string;

  @Field(() => FidelityRater)
  second!: string;

  @Field(() => Int, { description: "Components that both rated." })
  pairCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Weighted kappa: 1 is full agreement, 0 is chance; null when there is nothing to tell.",
  })
  kappa!: number | null;

  @Field(() => Float, { nullable: true, description: "Lower end of its 95% interval." })
  kappaLower!: number | null;

  @Field(() => Float, { nullable: true, description: "Upper end of its 95% interval." })
  kappaUpper!: number | null;

  @Field(() => [RatingDifference])
  apart!: RatingDifference[];
}

@ObjectType({ simpleResolvers: true, description: "How many of something are met." })
class MetShare {
  @Field(() => String, { description: "coreParts, slots, partnerRoles, figures or dueItems." })
  name!: string;

  @Field(() => Int)
  met!: number;

  @Field(() => Int)
  of!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A part of fidelity that is computed from the site's records, not rated by anybody.",
})
class ComputedFidelity {
  @Field(() => ComputedPartKind)
  kind!: string;

  @Field(() => Float, { nullable: true, description: "0 to 100; null when nothing is known." })
  value!: number | null;

  @Field(() => [MetShare])
  of!: MetShare[];
}

@ObjectType({ simpleResolvers: true, description: "How fully a site carries out its core components." })
export class SiteFidelity {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String, { description: "The release that the site has." })
  version!: string;

  @Field(() => [FidelityComponent])
  components!: FidelityComponent[];

  @Field(() => [FidelityReview], { description: "The newest review of each kind of rater that counts." })
  latest!: FidelityReview[];

  @Field(() => [FidelityReview], { description: "The latest 200, newest first, those taken back included." })
  reviews!: FidelityReview[];

  @Field(() => [RaterAgreement])
  agreements!: RaterAgreement[];

  @Field(() => [ComputedFidelity])
  computed!: ComputedFidelity[];

  @Field(() => [FidelityRater], { description: "As whom the reader may rate." })
  ratersAllowed!: string[];
}

@ObjectType({ simpleResolvers: true, description: "A place by name." })
class RatedSiteJurisdiction {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  stateCode!: string;
}

@ObjectType({ simpleResolvers: true, description: "A template by name." })
class RatedSiteTemplate {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: "A site beside others." })
export class RatedSite {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => SiteKind)
  kind!: string;

  @Field(() => SiteStage)
  stage!: string;

  @Field(() => DateScalar)
  launchOn!: string;

  @Field(() => RatedSiteJurisdiction)
  jurisdiction!: RatedSiteJurisdiction;

  @Field(() => RatedSiteTemplate)
  template!: RatedSiteTemplate;

  @Field(() => String)
  version!: string;

  @Field(() => [FidelityReview], { description: "The newest review of each kind of rater that counts." })
  reviews!: FidelityReview[];
}

export const RatedSiteConnection = connectionOf(RatedSite, "RatedSite");

/** Which sites are set side by side. */
@ArgsType()
export class SiteFidelitiesArgs extends ConnectionArgs {
  @Field(() => SiteKind, { nullable: true })
  kind?: string;

  @Field(() => SiteStage, { nullable: true })
  stage?: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId?: string;

  @Field(() => String, { nullable: true, description: "Part of the name of the site or of its city." })
  search?: string;
}
