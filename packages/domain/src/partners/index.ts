/**
 * Partners: the roles that organizations hold at a site, who holds them under which agreement, what each promises
 * for a period, and what came.
 */
export { partnerRoleSchema } from "./parse-partner-role.ts";
export {
  checkDelivery,
  daysToReport,
  deliveryByPeriod,
  deliveryStatuses,
  isOwed,
  isRecentDelivery,
  nextReportNumber,
  periodStandings,
  type DeliveryReport,
  type DeliveryStatus,
  type PeriodDelivery,
  type PeriodStanding,
} from "./delivery.ts";
export { checkPledge, periodsOver, type Pledge } from "./pledge.ts";
export {
  coverageStates,
  coverRoles,
  deliveryStandings,
  dependenceByOrganization,
  type CoveredRole,
  type CoverageState,
  type CoveringPartnership,
  type CoveringPledge,
  type DeliveryStanding,
  type Dependence,
} from "./coverage.ts";
export { partnerRequirements, type PartnerRequirement, type PartnerRole } from "./partner-role.ts";
export {
  areProbablyOne,
  checkOrganization,
  duplicateThreshold,
  nameSimilarity,
  reducedName,
  type OrganizationNames,
  type OrganizationProfile,
} from "./organization.ts";
export {
  agreementInTheWay,
  agreementKinds,
  agreementStanding,
  checkAgreement,
  followingStages,
  holdsRole,
  isAgreementKind,
  isPartnershipStage,
  lapseAlertDays,
  lastNoticeDay,
  partnershipStages,
  type Agreement,
  type AgreementKind,
  type AgreementStanding,
  type LapseAlert,
  type Partnership,
  type PartnershipStage,
} from "./partnership.ts";
export {
  certificateKinds,
  certificateStanding,
  checkCertificate,
  checkStageDay,
  newestCertificates,
  type Certificate,
  type CertificateKind,
  type CertificateStanding,
  type StageSince,
} from "./terms.ts";
export {
  requiredRolesHeld,
  roleCoverage,
  roleStandings,
  type RoleCoverage,
  type RoleSource,
  type RoleStanding,
} from "./role-coverage.ts";
