import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { addOrganization } from "./add-organization.ts";
import { beginPartnership } from "./begin-partnership.ts";
import { changeOrganization } from "./change-organization.ts";
import { changePartnership } from "./change-partnership.ts";
import { correctAgreement } from "./correct-agreement.ts";
import { endPartnership } from "./end-partnership.ts";
import {
  AddOrganizationInput,
  AddOrganizationOutcome,
  BeginPartnershipInput,
  BeginPartnershipOutcome,
  ChangeOrganizationInput,
  ChangeOrganizationOutcome,
  ChangePartnershipInput,
  ChangePartnershipOutcome,
  CorrectAgreementInput,
  CorrectAgreementOutcome,
  EndPartnershipInput,
  EndPartnershipOutcome,
  PartnerOrganizationsArgs,
  PartnershipsArgs,
  RecordCertificateOutcome,
  SignAgreementInput,
  SignAgreementOutcome,
} from "./partner-inputs.graphql.ts";
import {
  PartnerOrganization,
  PartnerOrganizationConnection,
  Partnership,
  PartnershipConnection,
  SitePartners,
} from "./partner.graphql.ts";
import {
  mayChange,
  partnerOrganization,
  partnerOrganizations,
  partnership,
  partnerships,
} from "./partner.reads.ts";
import { RecordCertificateInput } from "./partnership-terms.graphql.ts";
import { recordCertificate } from "./record-certificate.ts";
import { signAgreement } from "./sign-agreement.ts";
import { sitePartners } from "./site-partners.ts";

@Resolver(() => PartnerOrganization)
export class PartnerOrganizationResolver {
  @FieldResolver(() => Boolean, { description: "Whether the reader may change the record." })
  mayChange(@Root() organization: PartnerOrganization, @Ctx() ctx: RequestContext) {
    return mayChange(ctx, organization);
  }

  @Query(() => PartnerOrganizationConnection, {
    description: "The organizations that all cities share, by name.",
  })
  partnerOrganizations(
    @Args(() => PartnerOrganizationsArgs) args: PartnerOrganizationsArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return partnerOrganizations(ctx, args.search, args);
  }

  @Query(() => PartnerOrganization, { nullable: true, description: "One organization." })
  partnerOrganization(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return partnerOrganization(ctx, id);
  }

  @Mutation(() => AddOrganizationOutcome, { description: "Records an organization for all cities." })
  addOrganization(
    @Arg("input", () => AddOrganizationInput) input: AddOrganizationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return addOrganization(ctx, input);
  }

  @Mutation(() => ChangeOrganizationOutcome, { description: "Changes the record of an organization." })
  changeOrganization(
    @Arg("input", () => ChangeOrganizationInput) input: ChangeOrganizationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changeOrganization(ctx, input);
  }
}

@Resolver(() => Site)
export class PartnershipResolver {
  @FieldResolver(() => SitePartners, {
    nullable: true,
    description:
      "The partner roles of the site today and who has them. Null for whoever may not see partnerships here.",
  })
  partners(@Root() site: Site, @Ctx() ctx: RequestContext) {
    return sitePartners(ctx, { id: site.id, jurisdictionId: site.jurisdiction.id });
  }

  @Query(() => PartnershipConnection, {
    description:
      "The partnerships open to the reader, the nearest lapse first: of the city's sites, or of the own organization.",
  })
  partnerships(@Args(() => PartnershipsArgs) args: PartnershipsArgs, @Ctx() ctx: RequestContext) {
    return partnerships(ctx, args, args);
  }

  @Query(() => Partnership, { nullable: true, description: "One partnership." })
  partnership(
    @Arg("jurisdictionId", () => ID) jurisdictionId: string,
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ) {
    return partnership(ctx, jurisdictionId, id);
  }

  @Mutation(() => BeginPartnershipOutcome, { description: "Gives an organization a role at a site." })
  beginPartnership(
    @Arg("input", () => BeginPartnershipInput) input: BeginPartnershipInput,
    @Ctx() ctx: RequestContext,
  ) {
    return beginPartnership(ctx, input);
  }

  @Mutation(() => ChangePartnershipOutcome, { description: "Moves a partnership to another stage." })
  changePartnership(
    @Arg("input", () => ChangePartnershipInput) input: ChangePartnershipInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changePartnership(ctx, input);
  }

  @Mutation(() => EndPartnershipOutcome, { description: "Ends a partnership on its last day." })
  endPartnership(
    @Arg("input", () => EndPartnershipInput) input: EndPartnershipInput,
    @Ctx() ctx: RequestContext,
  ) {
    return endPartnership(ctx, input);
  }

  @Mutation(() => SignAgreementOutcome, {
    description: "Records what was signed: a first agreement or a renewal.",
  })
  signAgreement(
    @Arg("input", () => SignAgreementInput) input: SignAgreementInput,
    @Ctx() ctx: RequestContext,
  ) {
    return signAgreement(ctx, input);
  }

  @Mutation(() => RecordCertificateOutcome, {
    description: "Records until when a paper of the organization holds, or takes that back.",
  })
  recordCertificate(
    @Arg("input", () => RecordCertificateInput) input: RecordCertificateInput,
    @Ctx() ctx: RequestContext,
  ) {
    return recordCertificate(ctx, input);
  }

  @Mutation(() => CorrectAgreementOutcome, {
    description: "Puts right an agreement that was recorded wrongly.",
  })
  correctAgreement(
    @Arg("input", () => CorrectAgreementInput) input: CorrectAgreementInput,
    @Ctx() ctx: RequestContext,
  ) {
    return correctAgreement(ctx, input);
  }
}
