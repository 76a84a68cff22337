import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { RequestContext } from "#server/context.ts";
import { DateScalar } from "#server/graphql/scalars.ts";
import { Site } from "#server/modules/sites/site.graphql.ts";

import { addOfficer } from "./add-officer.ts";
import { assignOfficer } from "./assign-officer.ts";
import { changeOfficer } from "./change-officer.ts";
import { correctAssignment } from "./correct-assignment.ts";
import { endAssignment } from "./end-assignment.ts";
import { MovementConnection, MovementsArgs } from "./movements.graphql.ts";
import { movements } from "./movements.ts";
import { recordLeave } from "./record-leave.ts";
import { recordTraining } from "./record-training.ts";
import {
  AddOfficerInput,
  AddOfficerOutcome,
  AssignOfficerInput,
  AssignOfficerOutcome,
  ChangeOfficerInput,
  ChangeOfficerOutcome,
  CorrectAssignmentInput,
  CorrectAssignmentOutcome,
  EndAssignmentInput,
  EndAssignmentOutcome,
  EndingCommitmentsArgs,
  OfficersArgs,
  RecordLeaveInput,
  RecordLeaveOutcome,
  RecordTrainingInput,
  RecordTrainingOutcome,
  VacanciesArgs,
} from "./roster-inputs.graphql.ts";
import { RosterStrength } from "./roster-strength.graphql.ts";
import { rosterStrength } from "./roster-strength.ts";
import { Officer, OfficerConnection, SiteRoster } from "./roster.graphql.ts";
import { endingCommitments, officer, officers, vacancies } from "./roster.reads.ts";
import { EndingCommitmentConnection, VacancyConnection } from "./slot-at-site.graphql.ts";
import { siteRoster } from "./site-roster.ts";

@Resolver(() => Site)
export class RosterResolver {
  @FieldResolver(() => SiteRoster, {
    nullable: true,
    description:
      "Who holds which slot on a day, the site's own today unless said. Null for whoever may not see names here.",
  })
  roster(
    @Root() site: Site,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return siteRoster(ctx, { id: site.id, jurisdictionId: site.jurisdiction.id }, asOf);
  }

  @Query(() => OfficerConnection, { description: "The officers of a jurisdiction, by name." })
  officers(@Args(() => OfficersArgs) args: OfficersArgs, @Ctx() ctx: RequestContext) {
    return officers(ctx, args, args);
  }

  @Query(() => Officer, { nullable: true, description: "One officer." })
  officer(
    @Arg("jurisdictionId", () => ID) jurisdictionId: string,
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ) {
    return officer(ctx, jurisdictionId, id);
  }

  @Query(() => VacancyConnection, {
    description: "The vacant slots of a jurisdiction's open sites, those vacant longest first.",
  })
  vacancies(@Args(() => VacanciesArgs) args: VacanciesArgs, @Ctx() ctx: RequestContext) {
    return vacancies(ctx, args, args);
  }

  @Query(() => EndingCommitmentConnection, {
    description:
      "The slots of a jurisdiction's open sites whose holder's commitment ends within 180 days, or has ended: the nearest end first.",
  })
  endingCommitments(
    @Args(() => EndingCommitmentsArgs) args: EndingCommitmentsArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return endingCommitments(ctx, args, args);
  }

  @Query(() => RosterStrength, {
    description:
      "Slots planned and held by month, and how long people stay, at a site or a city's open sites.",
  })
  rosterStrength(
    @Ctx() ctx: RequestContext,
    @Arg("jurisdictionId", () => ID, { nullable: true }) jurisdictionId?: string,
    @Arg("siteId", () => ID, { nullable: true }) siteId?: string,
  ) {
    return rosterStrength(ctx, { jurisdictionId, siteId });
  }

  @Query(() => MovementConnection, {
    description:
      "Who came, moved, was promoted, left or went on leave in a jurisdiction between two days, the latest first.",
  })
  movements(@Args(() => MovementsArgs) args: MovementsArgs, @Ctx() ctx: RequestContext) {
    return movements(ctx, args, args);
  }

  @Mutation(() => AddOfficerOutcome, { description: "Adds a person to a city's roster." })
  addOfficer(@Arg("input", () => AddOfficerInput) input: AddOfficerInput, @Ctx() ctx: RequestContext) {
    return addOfficer(ctx, input);
  }

  @Mutation(() => ChangeOfficerOutcome, { description: "Changes what is kept about a person." })
  changeOfficer(
    @Arg("input", () => ChangeOfficerInput) input: ChangeOfficerInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changeOfficer(ctx, input);
  }

  @Mutation(() => AssignOfficerOutcome, { description: "Puts a person into a slot from a day on." })
  assignOfficer(
    @Arg("input", () => AssignOfficerInput) input: AssignOfficerInput,
    @Ctx() ctx: RequestContext,
  ) {
    return assignOfficer(ctx, input);
  }

  @Mutation(() => CorrectAssignmentOutcome, {
    description: "Puts right an assignment that was recorded wrongly.",
  })
  correctAssignment(
    @Arg("input", () => CorrectAssignmentInput) input: CorrectAssignmentInput,
    @Ctx() ctx: RequestContext,
  ) {
    return correctAssignment(ctx, input);
  }

  @Mutation(() => EndAssignmentOutcome, {
    description: "Ends an assignment on a last day, with a coded reason.",
  })
  endAssignment(
    @Arg("input", () => EndAssignmentInput) input: EndAssignmentInput,
    @Ctx() ctx: RequestContext,
  ) {
    return endAssignment(ctx, input);
  }

  @Mutation(() => RecordLeaveOutcome, {
    description: "Records days of leave from a slot, or takes them back.",
  })
  recordLeave(@Arg("input", () => RecordLeaveInput) input: RecordLeaveInput, @Ctx() ctx: RequestContext) {
    return recordLeave(ctx, input);
  }

  @Mutation(() => RecordTrainingOutcome, { description: "Records that an officer has done a training." })
  recordTraining(
    @Arg("input", () => RecordTrainingInput) input: RecordTrainingInput,
    @Ctx() ctx: RequestContext,
  ) {
    return recordTraining(ctx, input);
  }
}
