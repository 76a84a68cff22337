import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";

import type { Page } from "#server/paging.ts";

/** Which part of a list is wanted. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { nullable: true, description: "How many rows, 1 to 100; 25 unless said." })
  first?: number;

  @Field(() => String, { nullable: true, description: "The cursor of the last row already had." })
  after?: string;
}

@ObjectType({ simpleResolvers: true, description: "Where a part of a list ends." })
class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The connection type of a node type: `connectionOf(Jurisdiction, "Jurisdiction")`. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: "A row of a list and its place in it." })
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(() => node)
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: "A part of a list." })
  class Connection implements Page<T> {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "How many rows the whole list has." })
    totalCount!: number;
  }

  return Connection;
}
