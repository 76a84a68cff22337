import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { DateScalar } from "#server/graphql/scalars.ts";

import { Assignment } from "./roster.graphql.ts";

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
