import { roles } from "@frontstep/domain/access";

import type { RequestContext } from "./context.ts";
import { Refusal } from "./refusal.ts";

/** The city for which the actor works under the hat worn now; refused when it is none, or not one alone. */
export function ownJurisdiction(ctx: RequestContext): string {
  const worn = ctx.actor?.memberships.filter(({ role }) => roles[role].hat === ctx.hat) ?? [];
  const own = worn.flatMap(({ scope }) =>
    scope.kind === "jurisdiction" || scope.kind === "site" ? [scope.jurisdictionId] : [],
  );
  const [first, second] = new Set(own);
  if (first === undefined || second !== undefined) throw new Refusal("FORBIDDEN", "Say which city you mean.");
  return first;
}
