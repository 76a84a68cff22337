import type { z } from "zod";
import type { checklistItemSchema, ownerRoleSchema, phaseSchema } from "./parse-checklist.ts";

/** Who does an item of the checklist, by role; a site names a person for each. */
export type OwnerRole = z.infer<typeof ownerRoleSchema>;

/** A stretch of the way from the first step to full practice, in days from launch. */
export type Phase = z.infer<typeof phaseSchema>;

/** One thing to be done on the way to launch and after. */
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** Where an item of the checklist stands. */
export const itemStatuses = ["notStarted", "planning", "inProgress", "done", "notApplicable"] as const;

/** Where an item of the checklist stands. */
export type ItemStatus = (typeof itemStatuses)[number];
