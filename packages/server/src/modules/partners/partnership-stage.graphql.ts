import { registerEnumType } from "type-graphql";

export enum PartnershipStage {
  IDENTIFIED = "identified",
  IN_TALKS = "inTalks",
  AGREED = "agreed",
  ACTIVE = "active",
  PAUSED = "paused",
  ENDED = "ended",
}
registerEnumType(PartnershipStage, {
  name: "PartnershipStage",
  description: "How far an organization and a site have come with each other. A pause is not coverage.",
});
