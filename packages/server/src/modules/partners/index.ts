/**
 * Partners: the organizations that all cities share, and which of them does what at which site
 * under which agreement.
 */
export { partnerships, requirePartneredSite, requirePartnership } from "./partner.reads.ts";
export { rolesHeld } from "./roles-held.ts";
export { sitePartners, type SitePartners } from "./site-partners.ts";
