import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";
import { AdaptationChange, AdaptationReason } from "#server/modules/sites/adaptation.graphql.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

export enum ProposalStatus {
  PROPOSED = "proposed",
  TAKEN = "taken",
  DECLINED = "declined",
}
registerEnumType(ProposalStatus, {
  name: "ProposalStatus",
  description: "What the template's owner answered, if anything.",
});

@ObjectType({
  simpleResolvers: true,
  description: "A change of its own that a city proposes for a template.",
})
export class SiteProposal {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  section!: string;

  @Field(() => String, { description: "The part's key." })
  key!: string;

  @Field(() => String, { nullable: true, description: "Null when it is the whole part." })
  field!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String)
  proposedBy!: string;

  @Field(() => DateTimeScalar)
  proposedAt!: Date;

  @Field(() => ProposalStatus)
  status!: string;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => String, { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: "One city's proposal of a change." })
class Proposal {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => String)
  jurisdictionName!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => AdaptationReason, { nullable: true })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String)
  proposedBy!: string;

  @Field(() => DateTimeScalar)
  proposedAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "How many sites gave a reason of one kind." })
class ReasonCount {
  @Field(() => AdaptationReason)
  reasonCode!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A change that cities propose, with how many sites made the same one.",
})
export class ProposedChange {
  @Field(() => String, { description: "Names this very change." })
  name!: string;

  @Field(() => String)
  templateKey!: string;

  @Field(() => String)
  templateName!: string;

  @Field(() => String)
  section!: string;

  @Field(() => String, { description: "The part's key." })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => AdaptationChange)
  change!: string;

  @Field(() => String, { nullable: true, description: "Null when it is the whole part." })
  fieldLabel!: string | null;

  @Field(() => String, { nullable: true, description: "In the release; null when it is the whole part." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "At the sites; null when it is the whole part." })
  after!: string | null;

  @Field(() => Int, { description: "Sites that made this very change, whoever proposes it." })
  siteCount!: number;

  @Field(() => Int, { description: "All sites on the template." })
  siteTotal!: number;

  @Field(() => [ReasonCount], { description: "Of all sites that made it." })
  reasons!: ReasonCount[];

  @Field(() => [Proposal])
  proposals!: Proposal[];
}

@InputType({ description: "Something that a site does differently, to be proposed to the template's owner." })
export class ProposeAdaptationInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  adaptationId!: string;

  @Field(() => String, { nullable: true, description: "What the owner should know." })
  note?: string;
}

@ObjectType({ simpleResolvers: true, description: "The change is proposed." })
class AdaptationProposed {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was done; each finding says what to put right.",
})
class ProposalRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const ProposeAdaptationOutcome = outcomeUnion("ProposeAdaptationOutcome", {
  proposed: AdaptationProposed,
  refused: ProposalRefused,
});

@InputType({
  description: "Proposals of one change that a template's owner takes into the draft of the next release.",
})
export class TakeProposalsInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => [ID])
  proposalIds!: string[];

  @Field(() => String, { nullable: true, description: "Told to the cities that proposed it." })
  answer?: string;
}

@ObjectType({ simpleResolvers: true, description: "The change is in the draft." })
class ProposalsTaken {
  @Field(() => Int)
  takenCount!: number;

  @Field(() => ID, {
    nullable: true,
    description: "The draft; null when the newest release says it already and nobody has begun one.",
  })
  draftId!: string | null;
}

export const TakeProposalsOutcome = outcomeUnion("TakeProposalsOutcome", {
  taken: ProposalsTaken,
  refused: ProposalRefused,
});

@InputType({ description: "Proposals that a template's owner does not take." })
export class DeclineProposalsInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => [ID])
  proposalIds!: string[];

  @Field(() => String, { description: "Told to the cities that proposed it." })
  answer!: string;
}

@ObjectType({ simpleResolvers: true, description: "The proposals were declined." })
class ProposalsDeclined {
  @Field(() => Int)
  declinedCount!: number;
}

export const DeclineProposalsOutcome = outcomeUnion("DeclineProposalsOutcome", {
  declined: ProposalsDeclined,
  refused: ProposalRefused,
});
