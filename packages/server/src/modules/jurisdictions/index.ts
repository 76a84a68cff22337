/**
 * Jurisdictions: the cities, counties and states of the directory. Each is the tenant of its
 * sites and figures; most are listed only so that figures can be found and compared.
 */
export { findJurisdictionByOri, jurisdictionByOri, requireJurisdiction } from "./jurisdiction.reads.ts";
export type { Jurisdiction } from "./jurisdiction.store.ts";
