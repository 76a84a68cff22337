import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { DateScalar } from "#server/graphql/scalars.ts";

import { PartnershipStage } from "./partnership-stage.graphql.ts";

export enum CertificateKind {
  INSURANCE = "insurance",
  BACKGROUND_CHECKS = "backgroundChecks",
}
registerEnumType(CertificateKind, {
  name: "CertificateKind",
  description: "A paper of an organization that runs out. What it says of people is not kept.",
});

enum CertificateStanding {
  VALID = "valid",
  EXPIRING = "expiring",
  EXPIRED = "expired",
}
registerEnumType(CertificateStanding, {
  name: "CertificateStanding",
  description: "How a paper stands today at the site; EXPIRING holds, but for 90 days at most.",
});

@ObjectType({
  simpleResolvers: true,
  description: "A stage and the first day on which the partnership was in it.",
})
export class StageSince {
  @Field(() => PartnershipStage)
  stage!: string;

  @Field(() => DateScalar)
  since!: string;
}

@ObjectType({ simpleResolvers: true, description: "Until when a paper of the organization holds." })
export class PartnerCertificate {
  @Field(() => CertificateKind)
  kind!: string;

  @Field(() => DateScalar, { description: "The last day." })
  validThrough!: string;

  @Field(() => CertificateStanding)
  standing!: string;

  @Field(() => Int, { description: "Days left; negative since it expired." })
  daysLeft!: number;
}

@InputType({ description: "Until when a paper of the organization of a partnership holds." })
export class RecordCertificateInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID)
  partnershipId!: string;

  @Field(() => CertificateKind)
  kind!: CertificateKind;

  @Field(() => DateScalar, { description: "The last day on which it holds." })
  validThrough!: string;

  @Field(() => Boolean, { nullable: true, description: "Takes one back that was recorded by mistake." })
  isMistake?: boolean;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}
