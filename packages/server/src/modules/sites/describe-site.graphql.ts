import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";

import { SiteOwnerInput } from "./opening.graphql.ts";
import { Site } from "./site.graphql.ts";

@InputType({ description: "What a site is called, where it is and who lives there." })
export class DescribeSiteInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  address?: string;

  @Field(() => Float, { nullable: true })
  latitude?: number;

  @Field(() => Float, { nullable: true })
  longitude?: number;

  @Field(() => Int, { nullable: true })
  residentPopulation?: number;

  @Field(() => Int, { nullable: true })
  residentPopulationYear?: number;

  @Field(() => String, { nullable: true })
  residentPopulationSource?: string;
}

@ObjectType({ simpleResolvers: true, description: "The site's description was saved." })
class SiteDescribed {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({ simpleResolvers: true, description: "Nothing was saved; each finding says what to put right." })
class DescribeSiteRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const DescribeSiteOutcome = outcomeUnion("DescribeSiteOutcome", {
  described: SiteDescribed,
  refused: DescribeSiteRefused,
});

@InputType({ description: "Who fills an owner role at a site from now on." })
export class NameSiteOwnerInput extends SiteOwnerInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;
}

@ObjectType({ simpleResolvers: true, description: "The owner role has its person." })
class SiteOwnerNamed {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({ simpleResolvers: true, description: "Nobody was named; each finding says what to put right." })
class NameSiteOwnerRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const NameSiteOwnerOutcome = outcomeUnion("NameSiteOwnerOutcome", {
  named: SiteOwnerNamed,
  refused: NameSiteOwnerRefused,
});
