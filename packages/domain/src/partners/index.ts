/**
 * Partners: the roles that organizations hold at a site, and who holds them under which agreement.
 */
export { partnerRoleSchema } from "./parse-partner-role.ts";
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
  requiredRolesHeld,
  roleCoverage,
  roleStandings,
  type RoleCoverage,
  type RoleSource,
  type RoleStanding,
} from "./role-coverage.ts";
