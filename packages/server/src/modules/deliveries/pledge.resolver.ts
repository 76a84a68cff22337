import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { Partnership } from "#server/modules/partners/partner.graphql.ts";

import { addPledge } from "./add-pledge.ts";
import { changePledge } from "./change-pledge.ts";
import { decideDelivery } from "./decide-delivery.ts";
import {
  AddPledgeInput,
  AddPledgeOutcome,
  ChangePledgeInput,
  ChangePledgeOutcome,
  DecideDeliveryInput,
  DecideDeliveryOutcome,
  Pledge,
  ReportDeliveryInput,
  ReportDeliveryOutcome,
} from "./pledge.graphql.ts";
import { mayReport, pledgesOf } from "./pledge.reads.ts";
import { reportDelivery } from "./report-delivery.ts";

@Resolver(() => Partnership)
export class PledgeResolver {
  @FieldResolver(() => [Pledge], { description: "What the organization promises, the earliest first." })
  pledges(@Root() partnership: Partnership, @Ctx() ctx: RequestContext) {
    return pledgesOf(ctx, partnership);
  }

  @FieldResolver(() => Boolean, { description: "Whether the reader may report deliveries." })
  mayReport(@Root() partnership: Partnership, @Ctx() ctx: RequestContext) {
    return mayReport(ctx, partnership);
  }

  @Mutation(() => AddPledgeOutcome, { description: "Records what an organization promises for each period." })
  addPledge(@Arg("input", () => AddPledgeInput) input: AddPledgeInput, @Ctx() ctx: RequestContext) {
    return addPledge(ctx, input);
  }

  @Mutation(() => ChangePledgeOutcome, { description: "Puts a promise right, or gives it a last day." })
  changePledge(@Arg("input", () => ChangePledgeInput) input: ChangePledgeInput, @Ctx() ctx: RequestContext) {
    return changePledge(ctx, input);
  }

  @Mutation(() => ReportDeliveryOutcome, { description: "Reports what was delivered in a period." })
  reportDelivery(
    @Arg("input", () => ReportDeliveryInput) input: ReportDeliveryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return reportDelivery(ctx, input);
  }

  @Mutation(() => DecideDeliveryOutcome, { description: "Confirms a report, or returns it with a reason." })
  decideDelivery(
    @Arg("input", () => DecideDeliveryInput) input: DecideDeliveryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return decideDelivery(ctx, input);
  }
}
