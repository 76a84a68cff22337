import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { ConnectionArgs } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

import { Agreement, AgreementKind, PartnerOrganization, Partnership } from "./partner.graphql.ts";
import { PartnershipStage } from "./partnership-stage.graphql.ts";

const SAFE_TO_REPEAT = { nullable: true, description: "Makes the same call safe to repeat." } as const;

@ArgsType()
export class PartnerOrganizationsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: "Part of a name." })
  search?: string;
}

@ArgsType()
export class PartnershipsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true })
  organizationId?: string;

  @Field(() => Int, {
    nullable: true,
    description: "Only those whose last agreement ends within this many days, or has.",
  })
  lapsesWithinDays?: number;

  @Field(() => Boolean, { nullable: true, description: "Ended ones too." })
  includesEnded?: boolean;
}

@InputType({ description: "A new organization." })
export class AddOrganizationInput {
  @Field(() => ID, { nullable: true, description: "The city that records it; the actor's own unless said." })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "The site for which a site coordinator adds it." })
  siteId?: string;

  @Field(() => String)
  legalName!: string;

  @Field(() => String)
  publicName!: string;

  @Field(() => [String], { nullable: true })
  formerNames?: string[];

  @Field(() => String, { nullable: true })
  website?: string;

  @Field(() => String, { nullable: true, description: "The address of a role, not of a person." })
  contactEmail?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Said after looking at the organizations with a similar name.",
  })
  isAnotherOrganization?: boolean;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "The record of an organization, as it shall be from now on." })
export class ChangeOrganizationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String)
  legalName!: string;

  @Field(() => String)
  publicName!: string;

  @Field(() => [String], { nullable: true })
  formerNames?: string[];

  @Field(() => String, { nullable: true })
  website?: string;

  @Field(() => String, { nullable: true, description: "The address of a role, not of a person." })
  contactEmail?: string;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "What was signed." })
class AgreementInput {
  @Field(() => AgreementKind)
  kind!: AgreementKind;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day; left out, it holds until one side gives notice.",
  })
  endsOn?: string;

  @Field(() => Int, { nullable: true })
  noticeDays?: number;

  @Field(() => Int, { nullable: true, description: "For how many months a renewal is foreseen, 1 to 120." })
  renewalMonths?: number;
}

@InputType({ description: "An organization for a role at a site." })
export class BeginPartnershipInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  partnerRoleKey!: string;

  @Field(() => PartnershipStage)
  stage!: PartnershipStage;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of the stage; today at the site unless said.",
  })
  since?: string;

  @Field(() => String, { nullable: true, description: "What the organization brings, up to 500 characters." })
  deliverable?: string;

  @Field(() => AgreementInput, { nullable: true, description: "What is signed already." })
  agreement?: AgreementInput;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "The stage of a partnership and what the organization brings, from now on." })
export class ChangePartnershipInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => PartnershipStage)
  stage!: PartnershipStage;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of the stage; today at the site unless said.",
  })
  since?: string;

  @Field(() => String, { nullable: true })
  deliverable?: string;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "The end of a partnership." })
export class EndPartnershipInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => DateScalar, { description: "The last day on which the organization had the role." })
  endedOn!: string;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "What was signed for a partnership: the first agreement, or a renewal." })
export class SignAgreementInput extends AgreementInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  partnershipId!: string;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@InputType({ description: "An agreement, as it should have been recorded." })
export class CorrectAgreementInput extends AgreementInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String, SAFE_TO_REPEAT)
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "The organization is on the record for all cities." })
class OrganizationAdded {
  @Field(() => PartnerOrganization)
  organization!: PartnerOrganization;
}

@ObjectType({
  simpleResolvers: true,
  description: "Organizations with a similar name are on the record: choose one, or say that it is another.",
})
class OrganizationMaybeKnown {
  @Field(() => [PartnerOrganization])
  organizations!: PartnerOrganization[];
}

@ObjectType({ simpleResolvers: true, description: "The organization's record was changed." })
class OrganizationChanged {
  @Field(() => PartnerOrganization)
  organization!: PartnerOrganization;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class PartnerChangeRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

@ObjectType({ simpleResolvers: true, description: "The organization has the role at the site." })
class PartnershipBegun {
  @Field(() => Partnership)
  partnership!: Partnership;
}

@ObjectType({ simpleResolvers: true, description: "The organization had this role at this site already." })
class PartnershipAlreadyBegun {
  @Field(() => Partnership)
  partnership!: Partnership;
}

@ObjectType({ simpleResolvers: true, description: "The partnership was changed." })
class PartnershipChanged {
  @Field(() => Partnership)
  partnership!: Partnership;
}

@ObjectType({ simpleResolvers: true, description: "The partnership has ended and stays on the record." })
class PartnershipEnded {
  @Field(() => Partnership)
  partnership!: Partnership;
}

@ObjectType({ simpleResolvers: true, description: "The agreement is on the record." })
class AgreementSigned {
  @Field(() => Partnership)
  partnership!: Partnership;
}

@ObjectType({ simpleResolvers: true, description: "The agreement was put right." })
class AgreementCorrected {
  @Field(() => Partnership)
  partnership!: Partnership;
}

@ObjectType({
  simpleResolvers: true,
  description: "Another agreement of the partnership holds on some of the days.",
})
class AgreementOverlaps {
  @Field(() => Agreement)
  other!: Agreement;
}

@ObjectType({ simpleResolvers: true, description: "Until when the paper holds is on the record." })
class CertificateRecorded {
  @Field(() => Partnership)
  partnership!: Partnership;
}

const refused = { refused: PartnerChangeRefused };
const notSigned = { overlaps: AgreementOverlaps, ...refused };

export const AddOrganizationOutcome = outcomeUnion("AddOrganizationOutcome", {
  added: OrganizationAdded,
  maybeKnown: OrganizationMaybeKnown,
  ...refused,
});
export const ChangeOrganizationOutcome = outcomeUnion("ChangeOrganizationOutcome", {
  changed: OrganizationChanged,
  ...refused,
});
export const BeginPartnershipOutcome = outcomeUnion("BeginPartnershipOutcome", {
  begun: PartnershipBegun,
  alreadyBegun: PartnershipAlreadyBegun,
  ...refused,
});
export const ChangePartnershipOutcome = outcomeUnion("ChangePartnershipOutcome", {
  changed: PartnershipChanged,
  ...refused,
});
export const EndPartnershipOutcome = outcomeUnion("EndPartnershipOutcome", {
  ended: PartnershipEnded,
  ...refused,
});
export const SignAgreementOutcome = outcomeUnion("SignAgreementOutcome", {
  signed: AgreementSigned,
  ...notSigned,
});
export const CorrectAgreementOutcome = outcomeUnion("CorrectAgreementOutcome", {
  corrected: AgreementCorrected,
  ...notSigned,
});
export const RecordCertificateOutcome = outcomeUnion("RecordCertificateOutcome", {
  recorded: CertificateRecorded,
  ...refused,
});
