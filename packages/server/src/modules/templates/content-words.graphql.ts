import { registerEnumType } from "type-graphql";

export enum PartnerRequirement {
  REQUIRED = "required",
  OPTIONAL = "optional",
  INFORMED = "informed",
}
registerEnumType(PartnerRequirement, {
  name: "PartnerRequirement",
  description: "How much a partner role is called for; required ones must be held to pass the launch gate.",
});

export enum Employer {
  POLICE = "police",
  CIVILIAN = "civilian",
  PARTNER = "partner",
}
registerEnumType(Employer, { name: "Employer", description: "Who employs the person in a position." });

export enum TrainingMoment {
  BEFORE_SELECTION = "beforeSelection",
  BEFORE_DEPLOYMENT = "beforeDeployment",
  WITHIN_FIRST_YEAR = "withinFirstYear",
  YEARLY = "yearly",
}
registerEnumType(TrainingMoment, { name: "TrainingMoment", description: "When a training is due." });

export enum Tenet {
  ENGAGEMENT = "engagement",
  PROGRAMMING = "programming",
  PUBLIC_SAFETY = "publicSafety",
  SAFE_PASSAGE = "safePassage",
}
registerEnumType(Tenet, { name: "Tenet", description: "A tenet of a Community Safety Partnership." });

export enum GoalKind {
  OUTCOME = "outcome",
  GUARDRAIL = "guardrail",
}
registerEnumType(GoalKind, {
  name: "GoalKind",
  description: "What the program is for, or what must not get worse on the way.",
});

export enum AdaptationDecision {
  FREE = "free",
  STEERING_DECISION = "steeringDecision",
}
registerEnumType(AdaptationDecision, {
  name: "AdaptationDecision",
  description: "Who decides on an adaptation: the site itself, or its steering committee beforehand.",
});
