/**
 * Partners: the roles that organizations hold at a site, and who holds them under which agreement.
 */
export { partnerRoleSchema } from "./parse-partner-role.ts";
export { partnerRequirements, type PartnerRequirement, type PartnerRole } from "./partner-role.ts";
