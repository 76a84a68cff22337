import type { z } from "zod";
import type { partnerRoleSchema } from "./parse-partner-role.ts";

/**
 * How much a partner role is called for: required roles must be held to pass the launch gate,
 * optional ones may be, informed ones are told and asked without holding a seat.
 */
export const partnerRequirements = ["required", "optional", "informed"] as const;

/** How much a partner role is called for. */
export type PartnerRequirement = (typeof partnerRequirements)[number];

/** What an organization does for a site, whichever organization holds it. */
export type PartnerRole = z.infer<typeof partnerRoleSchema>;
