import { ArgsType, Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateTimeScalar, JsonScalar } from "#server/graphql/scalars.ts";

export enum Via {
  SCREEN = "screen",
  IMPORT = "import",
  CLI = "cli",
  JOB = "job",
}
registerEnumType(Via, { name: "Via", description: "From where a change came." });

@ObjectType({
  simpleResolvers: true,
  description: "One change that somebody made: one use case, one transaction.",
})
export class ChangeSet {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  jurisdictionId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => String, { description: "The use case, by the name of its mutation: openSite." })
  useCase!: string;

  @Field(() => String, { description: "Who did it, as they were called at the time." })
  actorName!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Via)
  via!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => JsonScalar, {
    description: "What the change amounts to, in values that a sentence can be made of.",
  })
  summary!: unknown;
}

@ObjectType({
  simpleResolvers: true,
  description: "One row's before and after; of an update, only the columns that changed.",
})
export class Change {
  @Field(() => String)
  tableName!: string;

  @Field(() => String, { description: "insert, update or delete; bulk for a count and hash over many rows." })
  operation!: string;

  @Field(() => JsonScalar)
  rowKey!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  after!: unknown;
}

export const ChangeSetConnection = connectionOf(ChangeSet, "ChangeSet");
export const ChangeConnection = connectionOf(Change, "Change");

@ArgsType()
export class HistoryArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "Left out: the platform's own record." })
  jurisdictionId?: string;

  @Field(() => ID, { nullable: true, description: "Only what concerns this site of the jurisdiction." })
  siteId?: string;
}
