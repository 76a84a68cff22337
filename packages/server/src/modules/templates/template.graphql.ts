import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { connectionOf } from "#server/graphql/connection.ts";
import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar, JsonScalar } from "#server/graphql/scalars.ts";

import { ReleaseContent } from "./release-content.graphql.ts";

export enum SiteKind {
  PUBLIC_HOUSING = "publicHousing",
  PARK = "park",
  NEIGHBORHOOD = "neighborhood",
  OTHER = "other",
}
registerEnumType(SiteKind, {
  name: "SiteKind",
  description: "The kind of place that a template is made for.",
});

export enum WithdrawalReason {
  HARMFUL = "harmful",
  MISTAKE = "mistake",
  LEGAL = "legal",
  REPLACED = "replaced",
  OTHER = "other",
}
registerEnumType(WithdrawalReason, {
  name: "WithdrawalReason",
  description:
    "Why a release is out of use: it did or may do harm; it says something wrong; a law or an agreement stands against it; another takes its place; something else.",
});

@ObjectType({
  simpleResolvers: true,
  description: "That a release is out of use: sites that have it keep it, and nobody else is brought to it.",
})
export class ReleaseWithdrawal {
  @Field(() => WithdrawalReason)
  reasonCode!: string;

  @Field(() => String, { description: "In the words of whoever withdrew it." })
  reason!: string;

  @Field(() => String)
  withdrawnBy!: string;

  @Field(() => DateTimeScalar)
  withdrawnAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "A release of a template, without its content." })
export class ReleaseSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Three numbers, such as 3.2.0." })
  version!: string;

  @Field(() => [String], { description: "What it changes, in words, for those on an older release." })
  changes!: string[];

  @Field(() => DateTimeScalar)
  publishedAt!: Date;

  @Field(() => String)
  publishedBy!: string;

  @Field(() => ReleaseWithdrawal, { nullable: true, description: "Null while it is offered." })
  withdrawal!: ReleaseWithdrawal | null;
}

@ObjectType({ simpleResolvers: true, description: "A program's design, as its authors keep it." })
export class Template {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Stable, such as csp-park." })
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => SiteKind)
  siteKind!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The organization that looks after it; null where the platform's stewards do.",
  })
  organizationId!: string | null;

  @Field(() => String, { nullable: true, description: "The public name of that organization." })
  organizationName!: string | null;

  @Field(() => Int, { description: "Goes up by one with each release and each change of hands." })
  revision!: number;

  @Field(() => [ReleaseSummary], { description: "Newest first." })
  releases!: ReleaseSummary[];
}

export const TemplateConnection = connectionOf(Template, "Template");

@ObjectType({
  simpleResolvers: true,
  description: "An immutable, numbered state of a template, with its content.",
})
export class Release extends ReleaseSummary {
  @Field(() => Template)
  template!: Template;

  @Field(() => String, { description: "SHA-256 of the content in canonical form." })
  contentHash!: string;

  @Field(() => ReleaseContent)
  content!: ReleaseContent;

  @Field(() => JsonScalar, {
    description: "The whole document as published, in all its languages; docs/data-formats.md says its form.",
  })
  document!: unknown;
}

@InputType({ description: "A release to publish." })
export class PublishReleaseInput {
  @Field(() => JsonScalar, { description: "The document; docs/data-formats.md says its form." })
  document!: unknown;

  @Field(() => ID, { nullable: true, description: "The organization whose template it is." })
  organizationId?: string;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "The release was published." })
class ReleasePublished {
  @Field(() => ReleaseSummary)
  release!: ReleaseSummary;
}

@ObjectType({
  simpleResolvers: true,
  description: "This very release was published before; nothing was changed.",
})
class ReleaseUnchanged {
  @Field(() => ReleaseSummary)
  release!: ReleaseSummary;
}

@ObjectType({
  simpleResolvers: true,
  description: "The release was not published; each finding says what to put right.",
})
class ReleaseRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const PublishReleaseOutcome = outcomeUnion("PublishReleaseOutcome", {
  published: ReleasePublished,
  unchanged: ReleaseUnchanged,
  refused: ReleaseRefused,
});

@InputType({ description: "Who looks after a template from now on." })
export class EntrustTemplateInput {
  @Field(() => ID)
  templateId!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => ID, {
    nullable: true,
    description: "The organization; left out where the platform's stewards look after it again.",
  })
  organizationId?: string;

  @Field(() => String, { description: "Why it changes hands." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "The template changed hands." })
class TemplateEntrusted {
  @Field(() => Template)
  template!: Template;
}

export const EntrustTemplateOutcome = outcomeUnion("EntrustTemplateOutcome", {
  entrusted: TemplateEntrusted,
});

@ObjectType({
  simpleResolvers: true,
  description: "What would come of publishing a document, without publishing it.",
})
export class TemplateCheck {
  @Field(() => Boolean)
  mayBePublished!: boolean;

  @Field(() => [Finding])
  findings!: Finding[];

  @Field(() => Int, { description: "How many parts the document has." })
  parts!: number;
}
