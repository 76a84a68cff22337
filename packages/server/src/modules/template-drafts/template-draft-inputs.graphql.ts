import { Field, ID, InputType, Int } from "type-graphql";

import { JsonScalar } from "#server/graphql/scalars.ts";
import { SiteKind } from "#server/modules/templates/template.graphql.ts";

import { DraftEditKind } from "./template-draft.graphql.ts";

@InputType({ description: "A text in English and Spanish." })
class WordsInput {
  @Field(() => String)
  en!: string;

  @Field(() => String, { nullable: true })
  es?: string;
}

@InputType({ description: "A draft to begin: of a template's next release, or of a new template." })
export class StartTemplateDraftInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: "A template of the organization, or a key of its own for a new one." })
  templateKey!: string;

  @Field(() => WordsInput, { nullable: true, description: "Of a new template." })
  name?: WordsInput;

  @Field(() => String, { nullable: true, description: "The template that a new one begins as a copy of." })
  copyOf?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether a new one extends the template that it begins as, and is offered its releases.",
  })
  isExtending?: boolean;

  @Field(() => SiteKind, { nullable: true, description: "Of a new template that begins empty." })
  siteKind?: "park";
}

@InputType({ description: "One thing done to a draft, with what its author saw where it matters." })
export class DraftEditInput {
  @Field(() => DraftEditKind)
  kind!: string;

  @Field(() => String, { nullable: true, description: "Left out for the head of the document." })
  section?: string;

  @Field(() => String, { nullable: true })
  key?: string;

  @Field(() => String, { nullable: true, description: "Of SET." })
  field?: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "Of SET, NOTE and REMOVE: the value that the author saw; null where there was none.",
  })
  seen?: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "Of SET and NOTE: the value wanted, null for none. Of ADD: the part.",
  })
  value?: unknown;

  @Field(() => String, {
    nullable: true,
    description:
      "Of ADD and MOVE: the key that it follows; empty for the first place, left out for the last.",
  })
  after?: string;

  @Field(() => String, { nullable: true, description: "Of RENAME." })
  newKey?: string;
}

@InputType({ description: "Changes to make in a draft." })
export class ChangeTemplateDraftInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  draftId!: string;

  @Field(() => [DraftEditInput])
  edits!: DraftEditInput[];
}

@InputType({ description: "A draft to throw away." })
export class DiscardTemplateDraftInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  draftId!: string;

  @Field(() => Int, { description: "The draft's revision that was looked at." })
  expectedRevision!: number;
}

@InputType({ description: "A draft to publish." })
export class PublishTemplateDraftInput {
  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;

  @Field(() => ID)
  draftId!: string;

  @Field(() => Int, { description: "The draft's revision that was looked at." })
  expectedRevision!: number;

  @Field(() => String, { description: "The proposed number, or a higher one." })
  version!: string;
}
