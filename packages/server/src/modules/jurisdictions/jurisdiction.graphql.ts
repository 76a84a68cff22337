import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";

export enum JurisdictionKind {
  CITY = "city",
  COUNTY = "county",
  STATE = "state",
  OTHER = "other",
}
registerEnumType(JurisdictionKind, {
  name: "JurisdictionKind",
  description: "Which kind of government it is.",
});

@ObjectType({ simpleResolvers: true, description: "A city, county or state government of the directory." })
export class Jurisdiction {
  @Field(() => ID)
  id!: string;

  @Field(() => JurisdictionKind)
  kind!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "The state's two postal letters." })
  stateCode!: string;

  @Field(() => String, {
    nullable: true,
    description: "The FBI's nine-character originating agency identifier.",
  })
  ori!: string | null;

  @Field(() => String, { nullable: true, description: "The Census Bureau's geographic identifier." })
  geoid!: string | null;

  @Field(() => Int, { nullable: true, description: "Residents." })
  population!: number | null;

  @Field(() => Int, { nullable: true })
  populationYear!: number | null;

  @Field(() => String, { nullable: true })
  populationSource!: string | null;

  @Field(() => Float, { nullable: true, description: "Of a point in it, as its directory has it." })
  latitude!: number | null;

  @Field(() => Float, { nullable: true })
  longitude!: number | null;

  @Field(() => String, { description: "IANA name of the time zone that decides what today is." })
  timeZone!: string;

  @Field(() => Boolean, {
    description: "Whether it uses Frontstep, as against being listed for comparison only.",
  })
  isParticipating!: boolean;

  @Field(() => Int, { description: "Send it back with a change, so that nobody's work is overwritten." })
  revision!: number;
}

export const JurisdictionConnection = connectionOf(Jurisdiction, "Jurisdiction");

@ArgsType()
export class JurisdictionsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: "Part of a name, or the start of an ORI." })
  search?: string;

  @Field(() => String, { nullable: true })
  stateCode?: string;

  @Field(() => Boolean, { nullable: true })
  isParticipating?: boolean;
}

@InputType({ description: "What a person may say of a jurisdiction." })
export class SaveJurisdictionInput {
  @Field(() => ID, { nullable: true, description: "Left out for a new one." })
  id?: string;

  @Field(() => Int, { nullable: true, description: "The revision that was read; needed with an id." })
  expectedRevision?: number;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => JurisdictionKind)
  kind!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  stateCode!: string;

  @Field(() => String, { nullable: true })
  ori?: string;

  @Field(() => String, { nullable: true })
  geoid?: string;

  @Field(() => Int, { nullable: true })
  population?: number;

  @Field(() => Int, { nullable: true })
  populationYear?: number;

  @Field(() => String, { nullable: true })
  populationSource?: string;

  @Field(() => String)
  timeZone!: string;

  @Field(() => Boolean)
  isParticipating!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The jurisdiction was saved." })
class JurisdictionSaved {
  @Field(() => Jurisdiction)
  jurisdiction!: Jurisdiction;
}

@ObjectType({
  simpleResolvers: true,
  description: "The jurisdiction was not saved; each finding says what to put right.",
})
class JurisdictionRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const SaveJurisdictionOutcome = outcomeUnion("SaveJurisdictionOutcome", {
  saved: JurisdictionSaved,
  refused: JurisdictionRefused,
});
