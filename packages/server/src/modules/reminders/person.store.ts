import type { Membership, RoleKey } from "@frontstep/domain/access";
import type { Language } from "@frontstep/domain/shared";

import type { Actor } from "#server/context.ts";
import { type PlaceColumns, scopeOf } from "#server/modules/identity/index.ts";
import { asKeeper } from "#server/persistence/as-keeper.ts";
import type { Databases } from "#server/persistence/database.ts";

/** Somebody who is reminded, with the roles held now. */
export interface Person {
  readonly actor: Actor;
  readonly language: Language;
}

interface Row {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly memberships: readonly (PlaceColumns & { readonly role: RoleKey })[];
}

/** Whose calendar has this hash of its secret; null when there is none, or its person holds no role any more. */
export async function findByFeed(databases: Databases, tokenHash: string): Promise<Person | null> {
  const [row] = await asKeeper(
    databases,
    (client) => client.$queryRaw<Row[]>`
      select a.id as "accountId", a.name, a.email, s.language,
          json_agg(json_build_object('role', m.role, 'jurisdictionId', m.jurisdiction_id,
              'siteId', m.site_id, 'organizationId', m.organization_id, 'stateCode', m.state_code)) as memberships
      from reminder_setting s join auth.account a on a.id = s.account_id
      join membership m on m.account_id = a.id and m.ended_at is null
      where s.feed_token_hash = ${tokenHash}
      group by a.id, s.language`,
  );
  return row === undefined ? null : toPerson(row);
}

function toPerson({ accountId, name, email, language, memberships }: Row): Person {
  const held = memberships.map(({ role, ...place }): Membership => ({ role, scope: scopeOf(place) }));
  return { actor: { accountId, name, email, memberships: held }, language };
}
