import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateScalar, DateTimeScalar, JsonScalar } from "#server/graphql/scalars.ts";
import { SiteKind } from "#server/modules/templates/template.graphql.ts";

export enum SiteStage {
  PREPARING = "preparing",
  HELD_AT_GATES = "heldAtGates",
  LAUNCHED = "launched",
}
registerEnumType(SiteStage, {
  name: "SiteStage",
  description:
    "Before launch; launch date come with gates unmet; launched. The phase of the template says more exactly where a site stands.",
});

export enum SiteSort {
  NAME = "name",
  LAUNCH_DATE = "launchOn",
}
registerEnumType(SiteSort, { name: "SiteSort", description: "In which order sites are listed." });

@ObjectType({ simpleResolvers: true, description: "The jurisdiction that a site is in, by name." })
class SiteJurisdiction {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  stateCode!: string;
}

@ObjectType({ simpleResolvers: true, description: "The release that a site was made from." })
export class SiteRelease {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Three numbers, as in 3.2.0." })
  version!: string;

  @Field(() => ID)
  templateId!: string;

  @Field(() => String)
  templateKey!: string;

  @Field(() => String)
  templateName!: string;
}

@ObjectType({ simpleResolvers: true, description: "A phase of the template." })
class SitePhase {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "How much of a site's checklist is done, on the site's own today.",
})
export class Readiness {
  @Field(() => Int)
  itemCount!: number;

  @Field(() => Int)
  doneCount!: number;

  @Field(() => Int)
  notApplicableCount!: number;

  @Field(() => Int, { description: "Unfinished and due before today." })
  overdueCount!: number;

  @Field(() => Int, { description: "Done of those that apply, rounded down, so that 100 means all." })
  percentDone!: number;

  @Field(() => Int)
  gateCount!: number;

  @Field(() => Int, { description: "Done and signed off." })
  gatesMet!: number;

  @Field(() => Int)
  gatesAwaitingSignOff!: number;

  @Field(() => Int, { description: "Not done, and overdue or planned for after launch." })
  gatesFailing!: number;
}

@ObjectType({ simpleResolvers: true, description: "A program running in a jurisdiction." })
export class Site {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => SiteKind)
  kind!: string;

  @Field(() => SiteJurisdiction)
  jurisdiction!: SiteJurisdiction;

  @Field(() => SiteRelease)
  release!: SiteRelease;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => Float, { nullable: true })
  latitude!: number | null;

  @Field(() => Float, { nullable: true })
  longitude!: number | null;

  @Field(() => Int, { nullable: true })
  residentPopulation!: number | null;

  @Field(() => Int, { nullable: true })
  residentPopulationYear!: number | null;

  @Field(() => String, { nullable: true })
  residentPopulationSource!: string | null;

  @Field(() => DateScalar)
  launchOn!: string;

  @Field(() => DateScalar)
  openedOn!: string;

  @Field(() => String, { description: "IANA name of the time zone that decides what today is." })
  timeZone!: string;

  @Field(() => DateScalar, { description: "The day it is at the site." })
  today!: string;

  @Field(() => Int, { description: "Negative after launch." })
  daysToLaunch!: number;

  @Field(() => SiteStage)
  stage!: string;

  @Field(() => SitePhase, { nullable: true })
  phase!: SitePhase | null;

  @Field(() => Readiness)
  readiness!: Readiness;

  @Field(() => Int)
  adaptationCount!: number;

  @Field(() => Int, { description: "Send it back with a change, so that nobody's work is overwritten." })
  revision!: number;
}

export const SiteConnection = connectionOf(Site, "Site");

@ArgsType()
export class SitesArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description: "Part of the name of the site or of its jurisdiction.",
  })
  search?: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId?: string;

  @Field(() => String, { nullable: true })
  stateCode?: string;

  @Field(() => SiteKind, { nullable: true })
  kind?: string;

  @Field(() => SiteStage, { nullable: true })
  stage?: string;

  @Field(() => String, { nullable: true })
  templateKey?: string;

  @Field(() => SiteSort, { defaultValue: "name" })
  sort!: "name" | "launchOn";
}

@ObjectType({ simpleResolvers: true, description: "Someone who fills an owner role at a site." })
export class SiteOwner {
  @Field(() => String, { description: "The key of the owner role." })
  ownerRole!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "An owner role of a site's design, and who fills it." })
export class OwnerRole {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => SiteOwner, {
    nullable: true,
    description: "Null while nobody is named, and for those who do not work at the site.",
  })
  owner!: SiteOwner | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A half-filled "Open a site" form, kept for the person who began it.',
})
export class SiteDraft {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => JsonScalar, { description: "As the form keeps it; nothing else reads it." })
  form!: unknown;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;

  @Field(() => Int)
  revision!: number;
}
