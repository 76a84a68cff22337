import { Field, Float, Int, ObjectType } from "type-graphql";

import {
  AdaptationDecision,
  Employer,
  GoalKind,
  PartnerRequirement,
  Tenet,
  TrainingMoment,
} from "./content-words.graphql.ts";
import { Basis } from "./indicator.graphql.ts";

/* The parts of a release, each text in the reader's language. */

@ObjectType({ simpleResolvers: true })
abstract class TemplatePart {
  @Field(() => String, { description: "Stable; never reused for something else." })
  key!: string;

  @Field(() => [String], { description: "Names of the fields that are core; the others are adaptable." })
  core!: string[];

  @Field(() => Boolean, { description: "Whether leaving the whole part out touches a core component." })
  isCore!: boolean;

  @Field(() => [String], { description: "Keys of the core components that it carries out." })
  coreComponents!: string[];

  @Field(() => Basis)
  basis!: string;

  @Field(() => String, { nullable: true, description: "The document or reasoning that its values rest on." })
  restsOn?: string;
}

@ObjectType({ simpleResolvers: true })
abstract class NotedPart extends TemplatePart {
  @Field(() => String, { nullable: true })
  note?: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Who does an item of the checklist; a site names a person for each.",
})
export class TemplateOwnerRole extends NotedPart {
  @Field(() => String)
  title!: string;
}

@ObjectType({ simpleResolvers: true, description: "A seat, or several alike, that the roster calls for." })
export class TemplatePosition extends NotedPart {
  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  rank?: string;

  @Field(() => Float, {
    nullable: true,
    description: "How many seats; a fraction is shared with other sites; null is work bought by contract.",
  })
  seats!: number | null;

  @Field(() => Employer)
  employer!: string;

  @Field(() => Int, { nullable: true })
  commitmentMonths?: number;

  @Field(() => String, { nullable: true })
  commitmentNote?: string;

  @Field(() => [String], { description: "Keys of trainings." })
  requiredTrainings!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: "The fewest seats of a group of positions before core components are touched.",
})
export class TemplateStaffingFloor extends TemplatePart {
  @Field(() => String)
  name!: string;

  @Field(() => [String])
  positions!: string[];

  @Field(() => Float)
  seats!: number;
}

@ObjectType({ simpleResolvers: true, description: "A training that positions require." })
export class TemplateTraining extends NotedPart {
  @Field(() => String)
  name!: string;

  @Field(() => Float, { nullable: true })
  hours?: number;

  @Field(() => TrainingMoment)
  when!: string;

  @Field(() => [String])
  outline!: string[];

  @Field(() => Int, {
    nullable: true,
    description: "After how many months it must be taken again; null when it never expires.",
  })
  validMonths?: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "What an organization does for a site, whichever organization holds it.",
})
export class TemplatePartnerRole extends NotedPart {
  @Field(() => String)
  title!: string;

  @Field(() => PartnerRequirement)
  requirement!: string;

  @Field(() => String, { nullable: true })
  typicalHolder?: string;

  @Field(() => String, { nullable: true })
  deliverable?: string;
}

@ObjectType({ simpleResolvers: true, description: "What a site does with residents again and again." })
export class TemplateActivity extends NotedPart {
  @Field(() => String)
  name!: string;

  @Field(() => Tenet)
  tenet!: string;

  @Field(() => String)
  dose!: string;

  @Field(() => Boolean, { description: "Whether a new site starts with it; otherwise it is offered." })
  isOnByDefault!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A group of people that decides or advises at a site." })
export class TemplateGovernanceBody extends NotedPart {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  members!: string;

  @Field(() => String)
  meets!: string;

  @Field(() => String)
  powers!: string;
}

@ObjectType({ simpleResolvers: true, description: "A stretch of the way, in days from launch." })
export class TemplatePhase extends NotedPart {
  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: "The name that implementation science gives it." })
  implementationStage?: string;

  @Field(() => Int)
  fromDay!: number;

  @Field(() => Int)
  toDay!: number;
}

@ObjectType({ simpleResolvers: true, description: "One thing to be done on the way to launch and after." })
export class TemplateChecklistItem extends NotedPart {
  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "Key of the phase." })
  phase!: string;

  @Field(() => String, { description: "Key of the owner role." })
  ownerRole!: string;

  @Field(() => Int, { description: "In days from launch; negative before it." })
  dueOffsetDays!: number;

  @Field(() => String, { description: "What shows that it was done." })
  evidence!: string;

  @Field(() => Boolean)
  isLaunchGate!: boolean;

  @Field(() => [String], { description: "Keys of the items that come first." })
  dependsOn!: string[];
}

@ObjectType({ simpleResolvers: true, description: "From which days the value before launch is taken." })
export class TemplateBaseline {
  @Field(() => String, { description: "days, checklistItem or none." })
  kind!: string;

  @Field(() => Int, { nullable: true })
  fromDay?: number;

  @Field(() => Int, { nullable: true })
  toDay?: number;

  @Field(() => String, { nullable: true, description: "whole, quarter or month." })
  by?: string;

  @Field(() => String, {
    nullable: true,
    description: "Key of the checklist item in whose days it is taken.",
  })
  item?: string;
}

@ObjectType({ simpleResolvers: true, description: "The change or level sought on one indicator." })
export class TemplateTarget {
  @Field(() => String, { description: "Which change or level; docs/data-formats.md lists them." })
  kind!: string;

  @Field(() => String, { description: "Code of the indicator." })
  indicator!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the indicator is called; null when nothing describes it.",
  })
  indicatorName!: string | null;

  @Field(() => String, { nullable: true, description: "The unit of the indicator." })
  unit!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "The number sought, in the unit that the kind implies.",
  })
  amount!: number | null;

  @Field(() => String, { nullable: true, description: "Of which local number it is a share." })
  of?: string;

  @Field(() => Int, { description: "By which month after launch." })
  byMonth!: number;

  @Field(() => String, { nullable: true, description: "How often it is judged on the way." })
  every?: string;

  @Field(() => Int, { nullable: true })
  pooledMonths?: number;

  @Field(() => String, { nullable: true })
  note?: string;
}

@ObjectType({ simpleResolvers: true, description: "The value sought, by when." })
export class TemplateGoal extends NotedPart {
  @Field(() => String)
  title!: string;

  @Field(() => GoalKind)
  kind!: string;

  @Field(() => TemplateBaseline)
  baselineWindow!: TemplateBaseline;

  @Field(() => [TemplateTarget])
  targets!: TemplateTarget[];

  @Field(() => String, {
    nullable: true,
    description: "Key of the activity without which it does not apply.",
  })
  onlyWithActivity?: string;
}

@ObjectType({ simpleResolvers: true, description: "What scores of 0, 2 and 4 look like." })
export class ScoreDescriptors {
  @Field(() => String)
  none!: string;

  @Field(() => String)
  partly!: string;

  @Field(() => String)
  full!: string;
}

@ObjectType({ simpleResolvers: true, description: "What may not be adapted without loss of fidelity." })
export class TemplateCoreComponent extends NotedPart {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  weight!: number;

  @Field(() => Boolean, { description: "Whether a score below 2 means that a core component is missing." })
  isEssential!: boolean;

  @Field(() => ScoreDescriptors)
  looksLike!: ScoreDescriptors;
}

@ObjectType({
  simpleResolvers: true,
  description: "What a site may change freely, and what needs a decision first.",
})
export class TemplateAdaptationRule extends TemplatePart {
  @Field(() => String)
  text!: string;

  @Field(() => AdaptationDecision)
  decision!: string;
}

@ObjectType({ simpleResolvers: true, description: "What a reader should know and no other part says." })
export class TemplateGuidance extends TemplatePart {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: "What is in a release, section by section." })
export class ReleaseContent {
  @Field(() => [TemplateOwnerRole])
  ownerRoles!: TemplateOwnerRole[];

  @Field(() => [TemplatePosition])
  positions!: TemplatePosition[];

  @Field(() => [TemplateStaffingFloor])
  staffingFloors!: TemplateStaffingFloor[];

  @Field(() => [TemplateTraining])
  trainings!: TemplateTraining[];

  @Field(() => [TemplatePartnerRole])
  partnerRoles!: TemplatePartnerRole[];

  @Field(() => [TemplateActivity])
  activities!: TemplateActivity[];

  @Field(() => [TemplateGovernanceBody])
  governanceBodies!: TemplateGovernanceBody[];

  @Field(() => [TemplatePhase])
  phases!: TemplatePhase[];

  @Field(() => [TemplateChecklistItem])
  checklistItems!: TemplateChecklistItem[];

  @Field(() => [TemplateGoal])
  goals!: TemplateGoal[];

  @Field(() => [TemplateCoreComponent])
  coreComponents!: TemplateCoreComponent[];

  @Field(() => [TemplateAdaptationRule])
  adaptationRules!: TemplateAdaptationRule[];

  @Field(() => [TemplateGuidance])
  guidance!: TemplateGuidance[];
}
