import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { Template } from "#server/modules/templates/template.graphql.ts";

import { changeKeyTrust } from "./change-key-trust.ts";
import { rotateSigningKey } from "./rotate-signing-key.ts";
import {
  ChangeKeyTrustInput,
  ChangeKeyTrustOutcome,
  ReleaseOrigin,
  RotateSigningKeyInput,
  RotateSigningKeyOutcome,
  TemplateKeys,
} from "./template-files.graphql.ts";
import { releaseOrigins, templateKeys } from "./template-files.reads.ts";

@Resolver(() => Template)
export class TemplateFilesResolver {
  @Query(() => TemplateKeys, {
    description:
      "The keys that an organization, or the platform, signs template files with, and those it trusts.",
  })
  templateKeys(
    @Arg("organizationId", () => ID, { nullable: true }) organizationId: string | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    return templateKeys(ctx, organizationId ?? null);
  }

  @FieldResolver(() => [ReleaseOrigin], {
    description: "Where those of its releases came from that were brought in from files.",
  })
  origins(@Root() template: Template, @Ctx() ctx: RequestContext) {
    return releaseOrigins(ctx, template.id);
  }

  @Mutation(() => RotateSigningKeyOutcome, {
    description: "Makes the key that signs from now on, and retires the one before.",
  })
  rotateSigningKey(
    @Arg("input", () => RotateSigningKeyInput) input: RotateSigningKeyInput,
    @Ctx() ctx: RequestContext,
  ) {
    return rotateSigningKey(ctx, input);
  }

  @Mutation(() => ChangeKeyTrustOutcome, { description: "Trusts somebody's key no longer, or again." })
  changeKeyTrust(
    @Arg("input", () => ChangeKeyTrustInput) input: ChangeKeyTrustInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changeKeyTrust(ctx, input);
  }
}
