import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

@ObjectType({
  simpleResolvers: true,
  description: "An area that a site's change is held against: alike in what matters, without the program.",
})
export class ComparisonArea {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "By which a file of figures names it." })
  name!: string;

  @Field(() => String, { description: "In what it is alike, and that it has no program of its own." })
  chosenBecause!: string;

  @Field(() => Int)
  revision!: number;
}

@InputType({ description: "The area that a site's change is to be held against." })
export class SaveComparisonAreaInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The revision of the area that was read; left out when the site had none.",
  })
  expectedRevision?: number;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  chosenBecause!: string;
}

@ObjectType({ simpleResolvers: true, description: "The area was named." })
class ComparisonAreaSaved {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class SaveComparisonAreaRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const SaveComparisonAreaOutcome = outcomeUnion("SaveComparisonAreaOutcome", {
  saved: ComparisonAreaSaved,
  refused: SaveComparisonAreaRefused,
});
