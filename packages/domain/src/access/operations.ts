import { allPermissions, type Permission } from "./permission.ts";
import { allows, roleKeys, type RoleKey } from "./roles.ts";

/**
 * What an operation of the API asks of whoever calls it: nothing (`public`), a session
 * (`signedIn`), or a permission, which the operation then checks at the place that it concerns.
 */
export type OperationRule = "public" | "signedIn" | Permission;

/**
 * Every query field and mutation of the API and its rule. A field that is missing here, or an
 * entry without a field, fails the access test; so a new operation cannot be forgotten.
 */
export const operations: Readonly<Record<string, OperationRule>> = {
  // jurisdictions
  jurisdictions: "jurisdiction.read",
  jurisdiction: "jurisdiction.read",
  saveJurisdiction: "jurisdiction.manage",
  // audit
  history: "history.read",
  changes: "history.read",
  // roster
  officers: "roster.read",
  officer: "roster.read",
  vacancies: "roster.read",
  endingCommitments: "roster.read",
  rosterStrength: "roster.read",
  rosterBoard: "roster.read",
  movements: "roster.read",
  addOfficer: "roster.manage",
  changeOfficer: "roster.manage",
  assignOfficer: "roster.manage",
  correctAssignment: "roster.manage",
  endAssignment: "roster.manage",
  recordLeave: "roster.manage",
  recordTraining: "roster.manage",
  // partners
  partnerOrganizations: "partner.read",
  partnerOrganization: "partner.read",
  partnerships: "partner.read",
  partnership: "partner.read",
  partnerCoverage: "partner.read",
  partnerNetwork: "partner.read",
  addOrganization: "partner.manage",
  changeOrganization: "organization.manage",
  beginPartnership: "partner.manage",
  changePartnership: "partner.manage",
  endPartnership: "partner.manage",
  signAgreement: "partner.manage",
  correctAgreement: "partner.manage",
  recordCertificate: "partner.manage",
  // deliveries
  deliveriesDue: "delivery.report",
  addPledge: "partner.manage",
  changePledge: "partner.manage",
  reportDelivery: "delivery.report",
  decideDelivery: "partner.manage",
  // sites
  sites: "site.read",
  site: "site.read",
  siteOpening: "site.open",
  siteOpeningPreview: "site.open",
  sitesPreview: "site.open",
  siteDrafts: "site.open",
  siteDraft: "site.open",
  saveSiteDraft: "site.open",
  discardSiteDraft: "site.open",
  openSite: "site.open",
  openSites: "site.open",
  adaptSite: "site.adapt",
  saveOwnPart: "site.adapt",
  describeSite: "site.plan",
  nameSiteOwner: "checklist.update",
  // upgrades
  upgradePreview: "site.upgrade",
  rollBackPreview: "site.upgrade",
  saveUpgradeDecisions: "site.upgrade",
  upgradeSite: "site.upgrade",
  explainAdaptation: "site.adapt",
  revertAdaptation: "site.adapt",
  rollBackUpgrade: "site.upgrade",
  // offers
  offersWaiting: "site.upgrade",
  offerRelease: "release.offer",
  withdrawOffers: "release.offer",
  declineOffer: "site.upgrade",
  // fleet
  fleet: "fleet.read",
  fleetReleases: "fleet.read",
  fleetExport: "fleet.read",
  upgradeConsent: "fleet.read",
  decideUpgradeConsent: "upgrade.consent",
  // upgrade runs
  upgradeRuns: "fleet.upgrade",
  upgradeRun: "fleet.upgrade",
  startUpgradeRun: "fleet.upgrade",
  cancelUpgradeRun: "fleet.upgrade",
  // contributions
  proposals: "proposal.answer",
  proposeAdaptation: "site.adapt",
  takeProposals: "proposal.answer",
  declineProposals: "proposal.answer",
  // fidelity
  siteFidelities: "fidelity.read",
  recordFidelityReview: "fidelity.rate",
  correctFidelityReview: "fidelity.rate",
  withdrawFidelityReview: "fidelity.rate",
  explainRatingDifference: "fidelity.rate",
  // onboarding
  checklistItem: "checklist.read",
  dueItems: "checklist.read",
  launchDatePreview: "site.plan",
  changeLaunchDate: "site.plan",
  changeItemStatus: "checklist.update",
  changeItemDueDate: "checklist.update",
  assignItem: "checklist.update",
  signOffItem: "checklist.signOff",
  reopenItem: "checklist.signOff",
  addEvidenceLink: "checklist.update",
  removeEvidence: "checklist.update",
  // templates
  templates: "template.read",
  template: "template.read",
  release: "template.read",
  releaseDifference: "template.read",
  templateCheck: "template.author",
  publishRelease: "template.publish",
  withdrawRelease: "template.publish",
  reinstateRelease: "template.publish",
  entrustTemplate: "template.entrust",
  templateKeys: "template.publish",
  rotateSigningKey: "template.publish",
  changeKeyTrust: "template.publish",
  indicators: "template.read",
  indicator: "template.read",
  // template drafts
  ownTemplates: "template.author",
  templateDraft: "template.author",
  baseReleasePreview: "template.author",
  takeBaseRelease: "template.author",
  partForms: "template.read",
  startTemplateDraft: "template.author",
  changeTemplateDraft: "template.author",
  discardTemplateDraft: "template.author",
  publishTemplateDraft: "template.author",
  // imports
  imports: "import.read",
  import: "import.read",
  importMappings: "import.read",
  checkImport: "observation.import",
  applyImport: "observation.import",
  cancelImport: "observation.import",
  discardImport: "observation.import",
  saveImportMapping: "observation.import",
  removeImportMapping: "observation.import",
  undoImport: "import.undo",
  // goals
  saveComparisonArea: "goal.manage",
  // figures
  observations: "observation.read",
  observationRevisions: "observation.read",
  missingFigures: "observation.read",
  // comparisons
  comparison: "comparison.read",
  comparisonIndicators: "comparison.read",
  comparisonPlaces: "comparison.read",
  figureOrigins: "comparison.read",
  comparisonExport: "comparison.export",
  // reminders
  reminderSetting: "signedIn",
  makeCalendarFeed: "signedIn",
  revokeCalendarFeed: "signedIn",
  changeCalendarLanguage: "signedIn",
  // identity
  actor: "public",
  invitation: "public",
  acceptInvitation: "public",
  members: "member.read",
  member: "member.read",
  invitablePlaces: "member.invite",
  invitations: "member.read",
  inviteMember: "member.invite",
  revokeInvitation: "member.invite",
  changeRole: "member.manage",
  removeMember: "member.manage",
};

/** One cell of the table of expectations: may this role call this operation somewhere? */
export interface OperationExpectation {
  readonly operation: string;
  /** `null` is someone who has not signed in. */
  readonly role: RoleKey | null;
  readonly allowed: boolean;
}

/** What is expected of every operation for every role, and for nobody. */
export function operationExpectations(): OperationExpectation[] {
  return Object.entries(operations).flatMap(([operation, rule]) =>
    [null, ...roleKeys].map((role) => ({ operation, role, allowed: satisfies(rule, role) })),
  );
}

function satisfies(rule: OperationRule, role: RoleKey | null): boolean {
  if (rule === "public") return true;
  if (role === null) return false;
  return rule === "signedIn" || allows(role, rule);
}

/** The permissions that no operation asks for: each is a promise that nothing keeps. */
export function unusedPermissions(): Permission[] {
  const used = new Set<string>(Object.values(operations));
  return allPermissions.filter((permission) => !used.has(permission));
}
