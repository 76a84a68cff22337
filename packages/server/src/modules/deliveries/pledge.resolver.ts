import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { ConnectionArgs } from "#server/graphql/connection.ts";
import { Partnership } from "#server/modules/partners/partner.graphql.ts";

import { addPledge } from "./add-pledge.ts";
import { changePledge } from "./change-pledge.ts";
import { decideDelivery } from "./decide-delivery.ts";
import { deliveriesDue } from "./deliveries-due.ts";
import { DeliveryCounts, DueDeliveryConnection } from "./delivery-due.graphql.ts";
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
import { deliveryCounts, mayReport, pledgesOf } from "./pledge.reads.ts";
import { reportDelivery } from "./report-delivery.ts";

@Resolver(() => Partnership)
export class PledgeResolver {
  @FieldResolver(() => [Pledge], { description: "What the organization promises, the earliest first." })
  pledges(@Root() partnership: Partnership, @Ctx() ctx: RequestContext) {
    return pledgesOf(ctx, partnership);
  }

  @FieldResolver(() => DeliveryCounts, { description: "What came of the promises, counted." })
  deliveryCounts(@Root() partnership: Partnership, @Ctx() ctx: RequestContext) {
    return deliveryCounts(ctx, partnership);
  }

  @FieldResolver(() => Boolean, { description: "Whether the reader may report deliveries." })
  mayReport(@Root() partnership: Partnership, @Ctx() ctx: RequestContext) {
    return mayReport(ctx, partnership);
  }

  @Query(() => DueDeliveryConnection, {
    description:
      "Periods of promises that wait for the reader, the nearest last day first: for an organization those to report, for a city those to confirm or return.",
  })
  deliveriesDue(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: RequestContext) {
    return deliveriesDue(ctx, args);
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
