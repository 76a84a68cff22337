import type { PlainDate } from "@frontstep/domain/shared";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateScalar, JsonScalar } from "#server/graphql/scalars.ts";

import { AdaptableSection, AdaptationDecider, AdaptationReason } from "./adaptation.graphql.ts";
import { Site } from "./site.graphql.ts";

@InputType({
  description: "A part that the template does not have: a new one, or one of its own written anew.",
})
export class SaveOwnPartInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => Int, { description: "The revision of the site that was read." })
  expectedRevision!: number;

  @Field(() => AdaptableSection)
  section!: "positions";

  @Field(() => String, { nullable: true, description: "Of a part of its own that is written anew." })
  key?: string;

  @Field(() => JsonScalar, {
    description: "The part, as docs/data-formats.md describes the parts of its section, without its key.",
  })
  value!: Readonly<Record<string, unknown>>;

  @Field(() => AdaptationReason)
  reasonCode!: "other";

  @Field(() => String)
  reason!: string;

  @Field(() => AdaptationDecider, { nullable: true })
  decidedBy?: "city";

  @Field(() => Boolean, { nullable: true })
  isPlanned?: boolean;

  @Field(() => Boolean, { nullable: true })
  isConsistent?: boolean;

  @Field(() => DateScalar, { nullable: true, description: "When the steering committee decided." })
  steeringDecidedOn?: PlainDate;
}

@ObjectType({ simpleResolvers: true, description: "The site has the part." })
class OwnPartSaved {
  @Field(() => String, { description: "The part's key." })
  key!: string;

  @Field(() => Site)
  site!: Site;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class SaveOwnPartRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const SaveOwnPartOutcome = outcomeUnion("SaveOwnPartOutcome", {
  saved: OwnPartSaved,
  refused: SaveOwnPartRefused,
});
