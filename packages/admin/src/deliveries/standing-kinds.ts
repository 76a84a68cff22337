import type { PeriodStanding } from "#admin/graphql/generated/graphql.ts";
import type { StatusKind } from "#admin/ui/status-tag.tsx";

/** How a period of a promise looks, by how it stands. */
export const standingKinds: Readonly<Record<PeriodStanding, StatusKind>> = {
  CONFIRMED: "good",
  WAITING: "waiting",
  RETURNED: "attention",
  DUE: "plain",
  MISSING: "problem",
};
