import type { Permission } from "@frontstep/domain/access";

import { authorize, type RequestContext, requireActor } from "#server/context.ts";
import { Refusal } from "#server/refusal.ts";

/** For whom somebody acts on the sites of others: the template's owner, or a state on the sites in it. */
export interface ActsFor {
  readonly organizationId: string | null;
  readonly stateCode: string | null;
}

/**
 * Goes on only for those who may do this with a template's releases: its owner's own people, or a state official, who
 * reaches the sites of the own state. Says for whom they act, which the record keeps.
 */
export function actsFor(
  ctx: RequestContext,
  permission: Permission,
  template: { readonly organizationId: string | null },
): ActsFor {
  requireActor(ctx);
  if (ctx.hat === "state") {
    const codes = ctx.actor.memberships.flatMap(({ scope }) =>
      scope.kind === "state" ? scope.stateCode : [],
    );
    const [stateCode] = codes;
    authorize(ctx, permission, { stateCode });
    return { organizationId: null, stateCode: stateCode ?? null };
  }
  const { organizationId } = template;
  authorize(ctx, permission, { organizationId: organizationId ?? undefined });
  if (organizationId === null)
    throw new Refusal("FORBIDDEN", "This template belongs to the platform: the states offer its releases.");
  return { organizationId, stateCode: null };
}
