import type { Hat } from "@frontstep/domain/access";

import type { DatabaseRole } from "./database-roles.ts";

/** The database role under which each hat reads and writes. */
export const HAT_ROLE: Readonly<Record<Hat, DatabaseRole>> = {
  city: "app_city",
  organization: "app_partner",
  state: "app_state",
  steward: "app_steward",
};
