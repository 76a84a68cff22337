import { isRoleKey, mayGive } from "@frontstep/domain/access";
import type { Finding } from "@frontstep/domain/shared";

import { authorize, type RequestContext } from "#server/context.ts";
import type { Reader } from "#server/persistence/database.ts";
import { notFound, Refusal } from "#server/refusal.ts";

import { countHolders, findMember, type Member } from "./member.store.ts";
import { decidingPlace } from "./place.ts";

/** The member, for someone who may give and take both the role held and the one wanted. */
export async function requireManageable(ctx: RequestContext, id: string, wanted?: string): Promise<Member> {
  const member = await findMember(ctx.database, id);
  if (member === null) throw notFound("member");
  authorize(ctx, "member.manage", decidingPlace(member.scope));
  for (const role of [member.role, wanted ?? member.role]) {
    if (isRoleKey(role) && !mayGive(ctx.actor.memberships, role, member.scope)) {
      throw new Refusal("FORBIDDEN", "You may not give or take this role here. Ask someone who holds it.");
    }
  }
  return member;
}

/** Without its last administrator a city, and without its last steward the platform, could let nobody in. */
export async function lastHolder(database: Reader, { role, scope }: Member): Promise<Finding[]> {
  if (role !== "cityAdministrator" && role !== "platformSteward") return [];
  if ((await countHolders(database, role, scope)) > 1) return [];
  const message = "This is the last person with this role here. Give it to someone else first.";
  return [{ code: "MEMBER_LAST_HOLDER", severity: "error", path: "membershipId", message }];
}
