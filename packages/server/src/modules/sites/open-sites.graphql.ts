import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

@InputType({ description: "A table of sites of one city, and what each does differently, as CSV." })
export class SitesTablesInput {
  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => String, { description: "The table of sites: a first row of column names, then a site a row." })
  sites!: string;

  @Field(() => String, {
    nullable: true,
    description: "The table of adaptations: a first row of column names, then a difference of a site a row.",
  })
  adaptations?: string;
}

@InputType({ description: "The sites of a table, to be opened all together or not at all." })
export class OpenSitesInput extends SitesTablesInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@ObjectType({ description: "A site that a table would open." })
export class PlannedSiteRow {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "The template's key." })
  templateKey!: string;

  @Field(() => String, { description: "The release's number." })
  version!: string;

  @Field(() => DateScalar)
  launchOn!: string;

  @Field(() => Int, { description: "Items of its checklist." })
  itemCount!: number;

  @Field(() => Int, { description: "Slots of its roster." })
  slotCount!: number;

  @Field(() => Int, { description: "People who fill an owner role from the first day." })
  ownerCount!: number;

  @Field(() => Int)
  adaptationCount!: number;

  @Field(() => Int, { description: "Adaptations that touch a core component." })
  coreCount!: number;
}

@ObjectType({ description: "Everything that opening the sites of a table would make; saves nothing." })
export class SitesPreview {
  @Field(() => Boolean, { description: "Whether no finding is an error." })
  canOpen!: boolean;

  @Field(() => [Finding], { description: "By row; what stops the work first." })
  findings!: Finding[];

  @Field(() => [PlannedSiteRow])
  sites!: PlannedSiteRow[];

  @Field(() => [String], { description: "Sites of the table that the city has already; left as they are." })
  alreadyThere!: string[];
}

@ObjectType({ description: "The sites are open." })
export class SitesOpened {
  @Field(() => [ID])
  siteIds!: string[];

  @Field(() => [String], { description: "Sites of the table that the city had already; left as they are." })
  alreadyThere!: string[];
}

@ObjectType({ description: "No site was opened." })
export class OpenSitesRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const OpenSitesOutcome = outcomeUnion("OpenSitesOutcome", {
  opened: SitesOpened,
  refused: OpenSitesRefused,
});
