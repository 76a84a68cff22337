import { ArgsType, Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { ConnectionArgs, connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

import { Assignment } from "./roster.graphql.ts";

@ArgsType()
export class MovementsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "The reader's own city unless said." })
  jurisdictionId?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day; a year before the last unless said.",
  })
  from?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day, planned ones too; today unless said.",
  })
  to?: string;
}

enum MovementKind {
  CAME = "came",
  MOVED = "moved",
  PROMOTED = "promoted",
  LEFT = "left",
  LEAVE = "leave",
}
registerEnumType(MovementKind, {
  name: "MovementKind",
  description: "What a person did on a roster; why somebody left is not told apart, but for a promotion.",
});

@ObjectType({
  simpleResolvers: true,
  description: "A person who came, moved, was promoted, left or went on leave.",
})
class Movement {
  @Field(() => ID)
  id!: string;

  @Field(() => MovementKind)
  kind!: string;

  @Field(() => DateScalar, {
    description: "The first day in the slot or of the leave; the last day held of somebody who left.",
  })
  on!: string;

  @Field(() => Assignment, { description: "In the slot taken; of who left or is on leave, the slot held." })
  assignment!: Assignment;

  @Field(() => Assignment, {
    nullable: true,
    description: "In the slot held up to the day before, where another was taken without a day between.",
  })
  from!: Assignment | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day of a leave." })
  until!: string | null;
}

export const MovementConnection = connectionOf(Movement, "Movement");
