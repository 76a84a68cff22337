import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";
import { JsonScalar } from "#server/graphql/scalars.ts";
import type { Page } from "#server/paging.ts";

import { checkTemplateDocument, type TemplateCheck as Check } from "./check-template-document.ts";
import { entrustTemplate, type TemplateEntrusted } from "./entrust-template.ts";
import { publishRelease, type PublishReleaseOutcome as Published } from "./publish-release.ts";
import {
  EntrustTemplateInput,
  EntrustTemplateOutcome,
  PublishReleaseInput,
  PublishReleaseOutcome,
  Release,
  Template,
  TemplateCheck,
  TemplateConnection,
} from "./template.graphql.ts";
import {
  type DescribedRelease,
  type DescribedTemplate,
  release,
  template,
  templates,
} from "./template.reads.ts";

@Resolver()
export class TemplateResolver {
  @Query(() => TemplateConnection, { description: "The template catalogue, by key." })
  templates(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<DescribedTemplate>> {
    return templates(ctx, args);
  }

  @Query(() => Template, { nullable: true, description: "One template with its releases." })
  template(
    @Arg("key", () => String) key: string,
    @Ctx() ctx: RequestContext,
  ): Promise<DescribedTemplate | null> {
    return template(ctx, key);
  }

  @Query(() => Release, {
    nullable: true,
    description: "One release with its content; the newest unless a version is named.",
  })
  release(
    @Arg("templateKey", () => String) templateKey: string,
    @Arg("version", () => String, { nullable: true }) version: string | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<DescribedRelease | null> {
    return release(ctx, { templateKey, ...(version === undefined ? {} : { version }) });
  }

  @Query(() => TemplateCheck, {
    description: "What would come of publishing a document, without publishing it.",
  })
  templateCheck(
    @Arg("document", () => JsonScalar) document: unknown,
    @Arg("organizationId", () => ID, { nullable: true }) organizationId: string | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Check> {
    return checkTemplateDocument(ctx, {
      document,
      ...(organizationId === undefined ? {} : { organizationId }),
    });
  }

  @Mutation(() => PublishReleaseOutcome, { description: "Publishes a release of a template, for good." })
  publishRelease(
    @Arg("input", () => PublishReleaseInput) input: PublishReleaseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Published> {
    return publishRelease(ctx, input);
  }

  @Mutation(() => EntrustTemplateOutcome, {
    description: "Says which organization looks after a template, or that the platform's stewards do.",
  })
  entrustTemplate(
    @Arg("input", () => EntrustTemplateInput) input: EntrustTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TemplateEntrusted> {
    return entrustTemplate(ctx, input);
  }
}
