/**
 * Onboarding: the checklist that brings a site from the first step to launch and beyond,
 * what each item waits for, and how ready the site is.
 */
export { itemStatuses, type ChecklistItem, type ItemStatus, type OwnerRole, type Phase } from "./checklist.ts";
export { checklistItemSchema, ownerRoleSchema, phaseSchema } from "./parse-checklist.ts";
