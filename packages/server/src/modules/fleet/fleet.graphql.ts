import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";
import { SiteStage } from "#server/modules/sites/site.graphql.ts";

export enum FleetSort {
  NAME = "name",
  BEHIND = "behind",
  LEAST_BEHIND = "leastBehind",
}
registerEnumType(FleetSort, {
  name: "FleetSort",
  description: "By city and name, or those that are furthest or least behind first.",
});

@ObjectType({ simpleResolvers: true, description: "The jurisdiction of a site of the fleet, by name." })
class FleetJurisdiction {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  stateCode!: string;
}

@ObjectType({ simpleResolvers: true, description: "The template of a site of the fleet, by name." })
class FleetTemplate {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: "A release that a site may take." })
class FleetRelease {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  version!: string;
}

@ObjectType({ simpleResolvers: true, description: "An offer that a city declined, and why." })
class FleetDecline {
  @Field(() => String)
  version!: string;

  @Field(() => String)
  by!: string;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "How much a site does differently in one section." })
class FleetAdaptations {
  @Field(() => String, { description: "The section of the design, such as checklistItems." })
  section!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "A site beside the releases of its template." })
export class FleetSite {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => FleetJurisdiction)
  jurisdiction!: FleetJurisdiction;

  @Field(() => FleetTemplate)
  template!: FleetTemplate;

  @Field(() => SiteStage)
  stage!: string;

  @Field(() => String, { description: "The release that the site has." })
  version!: string;

  @Field(() => Boolean, { description: "Whether the release that it has is out of use." })
  isWithdrawn!: boolean;

  @Field(() => String, { description: "The newest release that is offered." })
  newestVersion!: string;

  @Field(() => Int)
  releasesBehind!: number;

  @Field(() => Int, {
    description: "Days since the first newer release was published; 0 when there is none.",
  })
  daysBehind!: number;

  @Field(() => FleetRelease, {
    nullable: true,
    description: "The release that is offered, else the newest; null when the site has the newest.",
  })
  next!: FleetRelease | null;

  @Field(() => Boolean, { description: "Whether an offer waits for an answer." })
  isOffered!: boolean;

  @Field(() => FleetDecline, {
    nullable: true,
    description: "The latest no to a release that the site does not have yet; null while an offer is open.",
  })
  declined!: FleetDecline | null;

  @Field(() => Int, {
    nullable: true,
    description: "How much the next release changes here; null when there is none.",
  })
  changeCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many questions the next release raises here; null when there is none.",
  })
  questionCount!: number | null;

  @Field(() => [FleetAdaptations])
  adaptations!: FleetAdaptations[];

  @Field(() => Boolean, { description: "Whether the city lets the state upgrade it." })
  allowsState!: boolean;

  @Field(() => Boolean, { description: "Whether the city lets the template's owner upgrade it." })
  allowsTemplateOwner!: boolean;
}

export const FleetConnection = connectionOf(FleetSite, "FleetSite");

@ArgsType()
export class FleetArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: "Part of the name of the site or of its city." })
  search?: string;

  @Field(() => String, { nullable: true })
  templateKey?: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId?: string;

  @Field(() => SiteStage, { nullable: true })
  stage?: string;

  @Field(() => String, { nullable: true, description: "The release that the sites have." })
  version?: string;

  @Field(() => Boolean, { nullable: true, description: "Only those that are behind." })
  isBehind?: boolean;

  @Field(() => FleetSort, { defaultValue: "name" })
  sort!: "name" | "behind" | "leastBehind";
}

@InputType({ description: "Which sites of the fleet are meant: all that match." })
export class FleetFilterInput {
  @Field(() => String, { nullable: true, description: "Part of the name of the site or of its city." })
  search?: string;

  @Field(() => ID, { nullable: true })
  jurisdictionId?: string;

  @Field(() => SiteStage, { nullable: true })
  stage?: string;

  @Field(() => String, { nullable: true, description: "The release that the sites have." })
  version?: string;

  @Field(() => [ID], { nullable: true, description: "These sites alone." })
  siteIds?: string[];
}

@ObjectType({ simpleResolvers: true, description: "How many sites have a release." })
export class ReleaseSpread {
  @Field(() => String)
  templateKey!: string;

  @Field(() => String)
  templateName!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String, { description: "Of the template, among those that are offered." })
  newestVersion!: string;

  @Field(() => Boolean, { description: "Whether the release is out of use." })
  isWithdrawn!: boolean;

  @Field(() => Int)
  siteCount!: number;
}

@ObjectType({ simpleResolvers: true, description: "The fleet as a file." })
export class FleetExport {
  @Field(() => String)
  fileName!: string;

  @Field(() => String)
  csv!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whom a city lets upgrade its sites when nothing needs a decision.",
})
export class UpgradeConsent {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => Boolean)
  allowsState!: boolean;

  @Field(() => Boolean)
  allowsTemplateOwner!: boolean;

  @Field(() => String, { nullable: true, description: "Null while nothing was decided." })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => Int, { description: "0 while nothing was decided." })
  revision!: number;
}

@InputType({ description: "Whom a city lets upgrade its sites from now on." })
export class DecideUpgradeConsentInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => Int, { description: "The revision that was read; 0 when nothing was decided." })
  expectedRevision!: number;

  @Field(() => Boolean)
  allowsState!: boolean;

  @Field(() => Boolean)
  allowsTemplateOwner!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The decision is kept." })
class UpgradeConsentDecided {
  @Field(() => UpgradeConsent)
  consent!: UpgradeConsent;
}

export const DecideUpgradeConsentOutcome = outcomeUnion("DecideUpgradeConsentOutcome", {
  decided: UpgradeConsentDecided,
});
