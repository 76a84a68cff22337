import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

@InputType({ description: "A difference that goes back to what the release has." })
export class RevertAdaptationInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => ID)
  adaptationId!: string;

  @Field(() => Int, { description: "The revision of the site that was read." })
  expectedRevision!: number;
}

@ObjectType({ simpleResolvers: true, description: "The site has again what the release has." })
class AdaptationReverted {
  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what stands in the way.",
})
class RevertAdaptationRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const RevertAdaptationOutcome = outcomeUnion("RevertAdaptationOutcome", {
  reverted: AdaptationReverted,
  refused: RevertAdaptationRefused,
});
