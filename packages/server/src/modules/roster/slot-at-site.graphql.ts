import { Field, ID, ObjectType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { RosterSlot } from "./roster.graphql.ts";

@ObjectType({ simpleResolvers: true, description: "A slot that nobody holds, and where." })
export class Vacancy extends RosterSlot {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A slot whose holder's commitment ends within 180 days, or has ended; `next` is the successor planned.",
})
export class EndingCommitment extends RosterSlot {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  siteName!: string;
}

export const VacancyConnection = connectionOf(Vacancy, "Vacancy");
export const EndingCommitmentConnection = connectionOf(EndingCommitment, "EndingCommitment");
