import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

export enum CoverageState {
  GAP = "gap",
  UNDELIVERED = "undelivered",
  LAPSING = "lapsing",
  STARTING = "starting",
  COVERED = "covered",
  OPEN = "open",
}
registerEnumType(CoverageState, {
  name: "CoverageState",
  description:
    "How a role is covered: COVERED by an agreement in force and a recent delivery; LAPSING if every such agreement ends within 90 days; STARTING while no report is due yet; UNDELIVERED if agreed, but nothing recent was confirmed; GAP if required and nobody has it; OPEN if nobody has it and it is not required.",
});

export enum DeliveryStanding {
  RECENT = "recent",
  STARTING = "starting",
  MISSING = "missing",
  NOTHING_PROMISED = "nothingPromised",
}
registerEnumType(DeliveryStanding, {
  name: "DeliveryStanding",
  description:
    "Whether what was promised comes: confirmed lately, not due yet, missing, or nothing was promised.",
});

@ObjectType({
  simpleResolvers: true,
  description: "An organization that has a role under a current agreement.",
})
class RoleHolder {
  @Field(() => ID, { description: "Of the partnership." })
  id!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;
}

@ObjectType({ simpleResolvers: true, description: "A partner role of a site, and how it is covered today." })
class RoleCoverage {
  @Field(() => String)
  partnerRoleKey!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => CoverageState)
  state!: string;

  @Field(() => DeliveryStanding, { nullable: true, description: "Null where nobody has the role." })
  delivery!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of the agreements that cover it; null where none is set or nobody has it.",
  })
  lapsesOn!: string | null;

  @Field(() => [RoleHolder])
  holders!: RoleHolder[];
}

@ObjectType({ simpleResolvers: true, description: "How the partner roles of a site are covered today." })
class SiteCoverage {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => DateScalar, { description: "Today at the site." })
  asOf!: string;

  @Field(() => [RoleCoverage], { description: "In the order of the site's design." })
  roles!: RoleCoverage[];
}

export const SiteCoverageConnection = connectionOf(SiteCoverage, "SiteCoverage");

@ObjectType({ simpleResolvers: true, description: "What an organization holds at a site." })
class DependentSite {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;

  @Field(() => Int)
  roleCount!: number;

  @Field(() => Int, { description: "Required roles that nobody else has there." })
  soleCount!: number;
}

@ObjectType({ simpleResolvers: true, description: "What hangs on an organization in a city." })
class OrganizationDependence {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => Int, { description: "Roles under a current agreement, counted at each site." })
  roleCount!: number;

  @Field(() => Int, { description: "Required roles that would be gaps without it." })
  soleCount!: number;

  @Field(() => [DependentSite])
  sites!: DependentSite[];
}

@ObjectType({
  simpleResolvers: true,
  description: "How the required roles of a city's open sites are covered today, and on whom they hang.",
})
export class PartnerNetwork {
  @Field(() => ID, { description: "Of the city." })
  id!: string;

  @Field(() => Int)
  siteCount!: number;

  @Field(() => Int, { description: "Required roles, counted at each site." })
  requiredCount!: number;

  @Field(() => Int)
  coveredCount!: number;

  @Field(() => Int)
  startingCount!: number;

  @Field(() => Int)
  lapsingCount!: number;

  @Field(() => Int)
  undeliveredCount!: number;

  @Field(() => Int)
  gapCount!: number;

  @Field(() => [OrganizationDependence], { description: "Those first on whom the most hangs, 100 at most." })
  organizations!: OrganizationDependence[];

  @Field(() => Int, { description: "How many there are." })
  organizationCount!: number;

  @Field(() => Int, { description: "Sites beyond the 500 that are looked at together." })
  uncountedSites!: number;
}
