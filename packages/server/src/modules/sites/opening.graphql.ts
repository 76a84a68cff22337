import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar, JsonScalar } from "#server/graphql/scalars.ts";
import { SiteKind } from "#server/modules/templates/template.graphql.ts";

import { AdaptablePart, Adaptation, AdaptationInput } from "./adaptation.graphql.ts";
import { OwnerRole, Site, SiteDraft, SiteRelease } from "./site.graphql.ts";

@InputType({ description: "Who fills an owner role." })
export class SiteOwnerInput {
  @Field(() => String, { description: "The key of the owner role." })
  ownerRole!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;
}

@InputType({ description: "Everything that a person says to open a site." })
export class OpenSiteInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID, {
    nullable: true,
    description: "The half-filled form that this was, which is then done with.",
  })
  draftId?: string;

  @Field(() => ID)
  releaseId!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => SiteKind, { nullable: true, description: "Taken from the template when left out." })
  kind?: string;

  @Field(() => String, { nullable: true, description: "An address, or a point, is needed." })
  address?: string;

  @Field(() => Float, { nullable: true })
  latitude?: number;

  @Field(() => Float, { nullable: true })
  longitude?: number;

  @Field(() => Int, { nullable: true })
  residentPopulation?: number;

  @Field(() => Int, { nullable: true, description: "Needed with a number of residents." })
  residentPopulationYear?: number;

  @Field(() => String, { nullable: true, description: "Needed with a number of residents." })
  residentPopulationSource?: string;

  @Field(() => DateScalar)
  launchOn!: string;

  @Field(() => String, {
    nullable: true,
    description: "IANA name; taken from the jurisdiction when left out.",
  })
  timeZone?: string;

  @Field(() => [SiteOwnerInput], { nullable: true })
  owners?: SiteOwnerInput[];

  @Field(() => [String], {
    nullable: true,
    description: "Keys of the activities that the template offers and the site takes up.",
  })
  offeredActivities?: string[];

  @Field(() => [AdaptationInput], { nullable: true })
  adaptations?: AdaptationInput[];
}

@ObjectType({
  simpleResolvers: true,
  description: "What there is to choose from when a site is opened from a release.",
})
export class SiteOpening {
  @Field(() => SiteRelease)
  release!: SiteRelease;

  @Field(() => SiteKind)
  siteKind!: string;

  @Field(() => [OwnerRole])
  ownerRoles!: OwnerRole[];

  @Field(() => [AdaptablePart])
  parts!: AdaptablePart[];

  @Field(() => [CoreComponentName])
  coreComponents!: CoreComponentName[];
}

@ObjectType({ simpleResolvers: true, description: "A core component by name." })
export class CoreComponentName {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "An item of the checklist with its real date, before it exists.",
})
class PlannedItem {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "The phase's name." })
  phase!: string;

  @Field(() => String, { description: "The owner role's name." })
  ownerRole!: string;

  @Field(() => String, {
    nullable: true,
    description: "Who fills the owner role; null when nobody is named.",
  })
  ownerName!: string | null;

  @Field(() => DateScalar)
  dueOn!: string;

  @Field(() => Boolean)
  isLaunchGate!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A position with the slots to be filled." })
class PlannedPosition {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { description: "How many people it takes; a contract takes none." })
  slotCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Seats, of which a part may be shared with other sites; null for a contract.",
  })
  seatCount!: number | null;

  @Field(() => Boolean, {
    description: "Whether a partner organization employs who fills it; the roster then keeps no names.",
  })
  isPartnerEmployed!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A part of the site's design, by name." })
class PlannedPart {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: "How often, how much, or how strictly it is called for.",
  })
  detail!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What follows from leaving a part out." })
class PlannedConsequence {
  @Field(() => String, { description: "What no longer applies, or no longer waits for the part left out." })
  title!: string;

  @Field(() => Boolean, { description: "Whether it no longer applies at all." })
  isDropped!: boolean;

  @Field(() => String, { description: "The name of the part left out." })
  because!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Everything that opening a site would make; opening it makes exactly this.",
})
export class SitePlan {
  @Field(() => Boolean, { description: "False while a finding stands against it." })
  canOpen!: boolean;

  @Field(() => [Finding])
  findings!: Finding[];

  @Field(() => [PlannedItem], { description: "By due date." })
  checklist!: PlannedItem[];

  @Field(() => [PlannedPosition])
  positions!: PlannedPosition[];

  @Field(() => [PlannedPart])
  partnerRoles!: PlannedPart[];

  @Field(() => [PlannedPart])
  activities!: PlannedPart[];

  @Field(() => [PlannedPart])
  governanceBodies!: PlannedPart[];

  @Field(() => [PlannedPart])
  goals!: PlannedPart[];

  @Field(() => [Adaptation])
  adaptations!: Adaptation[];

  @Field(() => [PlannedConsequence])
  consequences!: PlannedConsequence[];
}

@ObjectType({ simpleResolvers: true, description: "The site is open." })
class SiteOpened {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "No site was opened; each finding says what to put right.",
})
class OpenSiteRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const OpenSiteOutcome = outcomeUnion("OpenSiteOutcome", {
  opened: SiteOpened,
  refused: OpenSiteRefused,
});

@InputType({ description: 'A half-filled "Open a site" form.' })
export class SaveSiteDraftInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID, { nullable: true, description: "Left out for a new one." })
  id?: string;

  @Field(() => Int, { nullable: true, description: "The revision that was read; needed with an id." })
  expectedRevision?: number;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => JsonScalar)
  form!: unknown;
}

@ObjectType({ simpleResolvers: true, description: "The form is kept." })
class SiteDraftSaved {
  @Field(() => SiteDraft)
  draft!: SiteDraft;
}

@ObjectType({ simpleResolvers: true, description: "The form is gone." })
class SiteDraftDiscarded {
  @Field(() => ID)
  id!: string;
}

export const SaveSiteDraftOutcome = outcomeUnion("SaveSiteDraftOutcome", { saved: SiteDraftSaved });
export const DiscardSiteDraftOutcome = outcomeUnion("DiscardSiteDraftOutcome", {
  discarded: SiteDraftDiscarded,
});
