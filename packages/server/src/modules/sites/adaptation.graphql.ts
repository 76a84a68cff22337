import type { PlainDate } from "@frontstep/domain/shared";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar, JsonScalar } from "#server/graphql/scalars.ts";

import { Site } from "./site.graphql.ts";

export enum AdaptableSection {
  POSITIONS = "positions",
  TRAININGS = "trainings",
  PARTNER_ROLES = "partnerRoles",
  ACTIVITIES = "activities",
  GOVERNANCE_BODIES = "governanceBodies",
  CHECKLIST_ITEMS = "checklistItems",
  GOALS = "goals",
}
registerEnumType(AdaptableSection, {
  name: "AdaptableSection",
  description: "A section of a design whose parts a site may leave out or change.",
});

export enum DesignSection {
  OWNER_ROLES = "ownerRoles",
  POSITIONS = "positions",
  STAFFING_FLOORS = "staffingFloors",
  TRAININGS = "trainings",
  PARTNER_ROLES = "partnerRoles",
  ACTIVITIES = "activities",
  GOVERNANCE_BODIES = "governanceBodies",
  PHASES = "phases",
  CHECKLIST_ITEMS = "checklistItems",
  INDICATORS = "indicators",
  GOALS = "goals",
  CORE_COMPONENTS = "coreComponents",
  ADAPTATION_RULES = "adaptationRules",
  GUIDANCE = "guidance",
}
registerEnumType(DesignSection, { name: "DesignSection", description: "A section of a site's design." });

export enum AdaptationReason {
  LOCAL_LAW = "localLaw",
  RESOURCES = "resources",
  CULTURE = "culture",
  SITE_CONDITIONS = "siteConditions",
  OTHER = "other",
}
registerEnumType(AdaptationReason, {
  name: "AdaptationReason",
  description: "Why a site does something differently.",
});

export enum AdaptationDecider {
  SITE_TEAM = "siteTeam",
  CITY = "city",
  POLICE_COMMAND = "policeCommand",
  STEERING_COMMITTEE = "steeringCommittee",
  RESIDENTS = "residents",
}
registerEnumType(AdaptationDecider, {
  name: "AdaptationDecider",
  description: "Who decided to do something differently.",
});

export enum AdaptationChange {
  ADDED = "added",
  LEFT_OUT = "leftOut",
  CHANGED = "changed",
}
registerEnumType(AdaptationChange, {
  name: "AdaptationChange",
  description: "Whether a part was added, left out or changed.",
});

export enum AdaptationRequestChange {
  LEFT_OUT = "leftOut",
  CHANGED = "changed",
}
registerEnumType(AdaptationRequestChange, {
  name: "AdaptationRequestChange",
  description: "Whether a part is left out or changed.",
});

export enum AdaptableFieldKind {
  NUMBER = "number",
  TEXT = "text",
  CHOICE = "choice",
}
registerEnumType(AdaptableFieldKind, {
  name: "AdaptableFieldKind",
  description: "What kind of value a field takes.",
});

@ObjectType({ simpleResolvers: true, description: "A field of a part that a site may give another value." })
class AdaptableField {
  @Field(() => String)
  name!: string;

  @Field(() => AdaptableFieldKind)
  kind!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "A number; the key of a choice; or a text by language.",
  })
  value!: unknown;

  @Field(() => [String])
  choices!: readonly string[];

  @Field(() => Boolean, { description: "Whether changing it touches a core component." })
  isCore!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A part of a design that a site may leave out or change." })
export class AdaptablePart {
  @Field(() => AdaptableSection)
  section!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean, { description: "Whether leaving it out touches a core component." })
  isCore!: boolean;

  @Field(() => Boolean)
  isLaunchGate!: boolean;

  @Field(() => Boolean, { description: "An activity that is offered and not on by default." })
  isOffered!: boolean;

  @Field(() => [String], { description: "Keys of the core components that it carries out." })
  coreComponents!: readonly string[];

  @Field(() => [AdaptableField])
  fields!: AdaptableField[];
}

@ObjectType({ simpleResolvers: true, description: "A core component that an adaptation touches." })
class TouchedComponent {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "A deliberate local difference from the release, with its reason.",
})
export class Adaptation {
  @Field(() => ID, { nullable: true, description: "Null in a preview." })
  id!: string | null;

  @Field(() => DesignSection)
  section!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String, { description: "What the part is called in the release." })
  title!: string;

  @Field(() => AdaptationChange)
  change!: string;

  @Field(() => String, {
    nullable: true,
    description: "The field that differs; null when the part was left out.",
  })
  field!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "The field's value before; null when the part was left out.",
  })
  fromValue!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  toValue!: unknown;

  @Field(() => Boolean, {
    description: "Whether a core component is touched: then the steering committee decides.",
  })
  touchesCore!: boolean;

  @Field(() => [TouchedComponent])
  coreComponents!: TouchedComponent[];

  @Field(() => AdaptationReason, { nullable: true, description: "Null while nobody has given a reason." })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: "Null while nobody has given a reason." })
  reason!: string | null;

  @Field(() => DateScalar, { nullable: true })
  decidedOn!: string | null;

  @Field(() => AdaptationDecider, { nullable: true })
  decidedBy!: string | null;

  @Field(() => Boolean, { nullable: true, description: "Planned ahead, or a reaction to what came." })
  isPlanned!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it keeps to what the program is for, as those who decided see it.",
  })
  isConsistent!: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the steering committee decided, for what touches a core component.",
  })
  steeringDecidedOn!: string | null;
}

@InputType({ description: "A part that a site leaves out, or a field of it that it changes." })
export class AdaptationInput {
  @Field(() => AdaptableSection)
  section!: "positions";

  @Field(() => String)
  key!: string;

  @Field(() => AdaptationRequestChange)
  change!: "leftOut" | "changed";

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'A number; the key of a choice; or a text by language, {"en": "…"}.',
  })
  value?: unknown;

  @Field(() => AdaptationReason)
  reasonCode!: "other";

  @Field(() => String)
  reason!: string;

  @Field(() => AdaptationDecider, { nullable: true })
  decidedBy?: "city";

  @Field(() => Boolean, { nullable: true })
  isPlanned?: boolean;

  @Field(() => Boolean, { nullable: true })
  isConsistent?: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the steering committee decided; asked for what touches a core component.",
  })
  steeringDecidedOn?: PlainDate;
}

@InputType({ description: "What a site does differently from now on." })
export class AdaptSiteInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => [AdaptationInput])
  adaptations!: AdaptationInput[];
}

@ObjectType({ simpleResolvers: true, description: "The site's design was changed." })
class SiteAdapted {
  @Field(() => [Finding], { description: "Warnings, such as on core components." })
  findings!: Finding[];

  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class AdaptSiteRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const AdaptSiteOutcome = outcomeUnion("AdaptSiteOutcome", {
  adapted: SiteAdapted,
  refused: AdaptSiteRefused,
});

@InputType({ description: "What is said about a difference, in the place of what was said before." })
export class ExplainAdaptationInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  adaptationId!: string;

  @Field(() => Int, { description: "The revision of the site that was read." })
  expectedRevision!: number;

  @Field(() => AdaptationReason)
  reasonCode!: "other";

  @Field(() => String)
  reason!: string;

  @Field(() => AdaptationDecider, { nullable: true })
  decidedBy?: "city";

  @Field(() => Boolean, { nullable: true })
  isPlanned?: boolean;

  @Field(() => Boolean, { nullable: true })
  isConsistent?: boolean;

  @Field(() => DateScalar, { nullable: true, description: "When the steering committee decided." })
  steeringDecidedOn?: PlainDate;
}

@ObjectType({ simpleResolvers: true, description: "The difference was explained." })
class AdaptationExplained {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class ExplainAdaptationRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const ExplainAdaptationOutcome = outcomeUnion("ExplainAdaptationOutcome", {
  explained: AdaptationExplained,
  refused: ExplainAdaptationRefused,
});
