import type { FindingValues } from "@frontstep/domain/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";

import { JsonScalar } from "./scalars.ts";

/** How much a finding matters. */
export enum FindingSeverity {
  ERROR = "error",
  WARNING = "warning",
  NOTE = "note",
}
registerEnumType(FindingSeverity, { name: "FindingSeverity", description: "How much a finding matters." });

@ObjectType({
  simpleResolvers: true,
  description: "Something to say about input, in words that say what to do.",
})
export class Finding {
  @Field(() => String, { description: "Stable; programs may rely on it." })
  code!: string;

  @Field(() => FindingSeverity)
  severity!: FindingSeverity;

  @Field(() => String, { description: "Where in the input: a field, or a row." })
  path!: string;

  @Field(() => String, { description: "In English." })
  message!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "What the sentence says besides its words, by name, to say it in another language.",
  })
  values?: FindingValues | null;
}
