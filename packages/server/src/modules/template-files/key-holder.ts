import { type ActingContext, authorize, type RequestContext } from "#server/context.ts";
import { Refusal } from "#server/refusal.ts";

/** The place at which somebody publishes: an organization, or the platform, which has none. */
export function placeOf(organizationId: string | null): { readonly organizationId?: string } {
  return organizationId === null ? {} : { organizationId };
}

/** Goes on only for those who hold the keys in question: an organization's authors, or for the platform its stewards. */
export function authorizeKeyHolder(
  ctx: RequestContext,
  organizationId: string | null,
): asserts ctx is ActingContext {
  authorize(ctx, "template.publish", placeOf(organizationId));
  if (organizationId !== null && ctx.hat === "steward")
    throw new Refusal(
      "FORBIDDEN",
      "An organization's files are signed with its own key, which is its authors' alone. Ask one of them.",
    );
}
