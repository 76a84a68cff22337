/**
 * Deliveries: what the organizations of partnerships promise for each period, what they report, and
 * what the city confirms.
 */
export { pledgesOf, type ShownPledge } from "./pledge.reads.ts";
export { deliveriesDue } from "./deliveries-due.ts";
