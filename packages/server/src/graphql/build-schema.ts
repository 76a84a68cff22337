import "reflect-metadata";

import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";

import { AuditResolver } from "#server/modules/audit/audit.resolver.ts";
import { ComparisonResolver } from "#server/modules/comparisons/comparison.resolver.ts";
import { ContributionResolver } from "#server/modules/contributions/contribution.resolver.ts";
import { CoverageResolver } from "#server/modules/partner-coverage/coverage.resolver.ts";
import { PledgeResolver } from "#server/modules/deliveries/pledge.resolver.ts";
import { FidelityResolver, RatedSiteResolver } from "#server/modules/fidelity/fidelity.resolver.ts";
import { FleetResolver } from "#server/modules/fleet/fleet.resolver.ts";
import {
  IdentityResolver,
  InvitationResolver,
  MemberResolver,
} from "#server/modules/identity/identity.resolver.ts";
import { ImportResolver } from "#server/modules/imports/import.resolver.ts";
import { JurisdictionResolver } from "#server/modules/jurisdictions/jurisdiction.resolver.ts";
import { OfferResolver } from "#server/modules/offers/offer.resolver.ts";
import { GoalResolver } from "#server/modules/outcomes/goal.resolver.ts";
import { ObservationResolver } from "#server/modules/outcomes/observation.resolver.ts";
import {
  PartnerOrganizationResolver,
  PartnershipResolver,
} from "#server/modules/partners/partner.resolver.ts";
import { RosterBoardResolver } from "#server/modules/roster-board/roster-board.resolver.ts";
import { ReminderResolver } from "#server/modules/reminders/reminder.resolver.ts";
import { RosterResolver } from "#server/modules/roster/roster.resolver.ts";
import { ChecklistResolver } from "#server/modules/onboarding/checklist.resolver.ts";
import { OpeningResolver } from "#server/modules/sites/opening.resolver.ts";
import { SiteResolver } from "#server/modules/sites/site.resolver.ts";
import { IndicatorResolver } from "#server/modules/templates/indicator.resolver.ts";
import { TemplateFilesResolver } from "#server/modules/template-files/template-files.resolver.ts";
import { DraftBaseResolver } from "#server/modules/template-drafts/draft-base.resolver.ts";
import { TemplateDraftResolver } from "#server/modules/template-drafts/template-draft.resolver.ts";
import { TemplateResolver } from "#server/modules/templates/template.resolver.ts";
import { WithdrawalResolver } from "#server/modules/templates/withdrawal.resolver.ts";
import { ReleaseDifferenceResolver } from "#server/modules/upgrades/release-difference.resolver.ts";
import { UpgradeResolver } from "#server/modules/upgrades/upgrade.resolver.ts";
import { UpgradeRunResolver } from "#server/modules/upgrade-runs/upgrade-run.resolver.ts";

import { guardOperations } from "./guard.ts";
import { resolveOutcomesAtOnce } from "./outcome-union.ts";

/** Every resolver of the product; each module adds its own. */
const resolvers: NonEmptyArray<NewableFunction> = [
  AuditResolver,
  IdentityResolver,
  InvitationResolver,
  MemberResolver,
  JurisdictionResolver,
  TemplateResolver,
  WithdrawalResolver,
  IndicatorResolver,
  TemplateFilesResolver,
  TemplateDraftResolver,
  DraftBaseResolver,
  ChecklistResolver,
  OpeningResolver,
  SiteResolver,
  RosterResolver,
  PartnerOrganizationResolver,
  PartnershipResolver,
  CoverageResolver,
  RosterBoardResolver,
  PledgeResolver,
  ComparisonResolver,
  ObservationResolver,
  GoalResolver,
  FidelityResolver,
  RatedSiteResolver,
  ImportResolver,
  UpgradeResolver,
  ReleaseDifferenceResolver,
  FleetResolver,
  OfferResolver,
  UpgradeRunResolver,
  ContributionResolver,
  ReminderResolver,
];

/** The schema of the API, with the access table before every operation. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers, validate: false, emitSchemaFile: false });
  resolveOutcomesAtOnce(schema);
  return guardOperations(schema);
}
