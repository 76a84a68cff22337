import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { Finding } from "#server/graphql/finding.graphql.ts";
import { outcomeUnion } from "#server/graphql/outcome-union.ts";
import { DateTimeScalar } from "#server/graphql/scalars.ts";

const words = "The first twelve bytes of the fingerprint as words, spelled alike in English and Spanish.";
const groups = "The whole fingerprint, SHA-256 over the public key, in groups of four digits.";

@ObjectType({
  simpleResolvers: true,
  description: "A key by which an organization, or the platform, signs the template files that it exports.",
})
export class SigningKey {
  @Field(() => ID)
  id!: string;

  @Field(() => [String], { description: words })
  words!: string[];

  @Field(() => [String], { description: groups })
  groups!: string[];

  @Field(() => DateTimeScalar)
  madeAt!: Date;

  @Field(() => String)
  madeBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it signs no more." })
  retiredAt!: Date | null;

  @Field(() => String, { nullable: true })
  retiredBy!: string | null;

  @Field(() => String, { nullable: true })
  retiredReason!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Somebody else's key, and whether template files signed with it are let in.",
})
export class TrustedKey {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Who its holder said they are when it was trusted." })
  claimedName!: string;

  @Field(() => [String], { description: words })
  words!: string[];

  @Field(() => [String], { description: groups })
  groups!: string[];

  @Field(() => Boolean)
  isTrusted!: boolean;

  @Field(() => DateTimeScalar)
  decidedAt!: Date;

  @Field(() => String)
  decidedBy!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Int)
  revision!: number;
}

@ObjectType({ simpleResolvers: true, description: "The keys of an organization, or of the platform." })
export class TemplateKeys {
  @Field(() => [SigningKey], { description: "Its own, the one that signs now first." })
  signing!: SigningKey[];

  @Field(() => [TrustedKey], { description: "Those of others that it decided about." })
  trusted!: TrustedKey[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Where a release came from that was brought in from a file.",
})
export class ReleaseOrigin {
  @Field(() => String, { description: "The release's number." })
  version!: string;

  @Field(() => String, { description: "Who signed it, as they called themselves." })
  organizationName!: string;

  @Field(() => [String], { description: words })
  words!: string[];

  @Field(() => DateTimeScalar)
  importedAt!: Date;

  @Field(() => String)
  importedBy!: string;
}

@InputType({ description: "Why another key signs from now on." })
export class RotateSigningKeyInput {
  @Field(() => ID, { nullable: true, description: "Whose key it is; left out for the platform's." })
  organizationId?: string;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@InputType({ description: "Whether template files signed with a key are let in from now on, and why." })
export class ChangeKeyTrustInput {
  @Field(() => ID)
  trustedKeyId!: string;

  @Field(() => Boolean)
  isTrusted!: boolean;

  @Field(() => String)
  reason!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => String, { nullable: true, description: "Makes the same call safe to repeat." })
  idempotencyKey?: string;
}

@ObjectType({ simpleResolvers: true, description: "Another key signs from now on." })
class SigningKeyRotated {
  @Field(() => ID, { nullable: true, description: "Whose key it is; null for the platform's." })
  organizationId!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "It is decided whether the key is trusted." })
class KeyTrustChanged {
  @Field(() => ID, { nullable: true, description: "Who decided; null for the platform." })
  organizationId!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Nothing was changed; each finding says what to put right.",
})
class KeyRefused {
  @Field(() => [Finding])
  findings!: Finding[];
}

export const RotateSigningKeyOutcome = outcomeUnion("RotateSigningKeyOutcome", {
  rotated: SigningKeyRotated,
  refused: KeyRefused,
});

export const ChangeKeyTrustOutcome = outcomeUnion("ChangeKeyTrustOutcome", {
  changed: KeyTrustChanged,
  refused: KeyRefused,
});
