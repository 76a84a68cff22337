import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";
import { PartnerRequirement } from "#server/modules/templates/content-words.graphql.ts";

import { PartnershipStage } from "./partnership-stage.graphql.ts";
import { PartnerCertificate, StageSince } from "./partnership-terms.graphql.ts";

export enum AgreementKind {
  MEMORANDUM = "memorandum",
  CONTRACT = "contract",
  LETTER = "letter",
  GRANT = "grant",
}
registerEnumType(AgreementKind, { name: "AgreementKind", description: "The form that an agreement takes." });

enum AgreementStandingKind {
  UNSIGNED = "unsigned",
  NOT_YET_CURRENT = "notYetCurrent",
  CURRENT = "current",
  LAPSING = "lapsing",
  LAPSED = "lapsed",
}
registerEnumType(AgreementStandingKind, {
  name: "AgreementStandingKind",
  description: "How the agreements of a partnership stand today at the site; LAPSING ends within 90 days.",
});

enum RoleStanding {
  GAP = "gap",
  LAPSING = "lapsing",
  HELD = "held",
  OPEN = "open",
}
registerEnumType(RoleStanding, {
  name: "RoleStanding",
  description: "How a role is covered today: GAP is required and not held, OPEN is neither.",
});

@ObjectType({
  simpleResolvers: true,
  description: "What an organization and a city have signed, for some time.",
})
export class Agreement {
  @Field(() => ID)
  id!: string;

  @Field(() => AgreementKind)
  kind!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day; null when it holds until one side gives notice.",
  })
  endsOn!: string | null;

  @Field(() => Int, { nullable: true, description: "Days before leaving by which a side must say so." })
  noticeDays!: number | null;

  @Field(() => Int, { nullable: true, description: "For how many months a renewal is foreseen." })
  renewalMonths!: number | null;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "How the agreements of a partnership stand today at the site.",
})
class AgreementStanding {
  @Field(() => AgreementStandingKind)
  kind!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it begins, lapses or lapsed on, renewals included.",
  })
  on!: string | null;

  @Field(() => Int, { nullable: true, description: "Days left; negative since it lapsed." })
  daysLeft!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The step reached of 30, 60 and 90 days before the lapse.",
  })
  within!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "An organization that works with sites; shared by all cities.",
})
export class PartnerOrganization {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "As registered." })
  legalName!: string;

  @Field(() => String, { description: "As people call it." })
  publicName!: string;

  @Field(() => [String])
  formerNames!: string[];

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => String, { nullable: true, description: "The address of a role, not of a person." })
  contactEmail!: string | null;

  @Field(() => ID, { nullable: true, description: "The city that recorded it." })
  createdByJurisdictionId!: string | null;

  @Field(() => Boolean, {
    description: "Whether people of the organization sign in; from then on they keep the record.",
  })
  isClaimed!: boolean;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "An organization at a site in a partner role." })
export class Partnership {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String)
  jurisdictionName!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String, { description: "The zone of the site's days, as the IANA names it." })
  timeZone!: string;

  @Field(() => PartnerOrganization)
  organization!: PartnerOrganization;

  @Field(() => String)
  partnerRoleKey!: string;

  @Field(() => String)
  roleTitle!: string;

  @Field(() => PartnershipStage)
  stage!: string;

  @Field(() => [PartnershipStage], {
    description: "The stages to which it may move; ending it is a step of its own.",
  })
  followingStages!: string[];

  @Field(() => [Agreement], { description: "What was signed, the latest first." })
  agreements!: Agreement[];

  @Field(() => AgreementStanding)
  standing!: AgreementStanding;

  @Field(() => [StageSince], {
    description:
      "The stages it was in, the latest first; those from before days were recorded are not known.",
  })
  stages!: StageSince[];

  @Field(() => [PartnerCertificate], {
    description: "Until when the organization's papers hold: the newest of each kind.",
  })
  currentCertificates!: PartnerCertificate[];

  @Field(() => String, { nullable: true, description: "What the organization brings." })
  deliverable!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day, once it has ended." })
  endedOn!: string | null;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "A role that the design of a site names, and who has it." })
class SitePartnerRole {
  @Field(() => String)
  partnerRoleKey!: string;

  @Field(() => String)
  title!: string;

  @Field(() => PartnerRequirement)
  requirement!: string;

  @Field(() => RoleStanding)
  standing!: string;

  @Field(() => String, { nullable: true, description: "What kind of organization usually has the role." })
  typicalHolder!: string | null;

  @Field(() => String, { nullable: true, description: "What the organization brings, by the design." })
  deliverable!: string | null;

  @Field(() => [Partnership], { description: "Those that hold the role first; ended ones are left out." })
  partnerships!: Partnership[];
}

@ObjectType({ simpleResolvers: true, description: "The partner roles of a site today, gaps first." })
export class SitePartners {
  @Field(() => ID)
  siteId!: string;

  @Field(() => [SitePartnerRole])
  roles!: SitePartnerRole[];

  @Field(() => Int, { description: "Roles that the design requires." })
  requiredCount!: number;

  @Field(() => Int, { description: "Required roles that are held today." })
  heldCount!: number;

  @Field(() => Int, { description: "Required roles that nobody holds today." })
  gapCount!: number;

  @Field(() => Int, { description: "Roles whose every agreement ends within 90 days." })
  lapsingCount!: number;
}

export const PartnerOrganizationConnection = connectionOf(PartnerOrganization, "PartnerOrganization");
export const PartnershipConnection = connectionOf(Partnership, "Partnership");
