import type { Hat, Membership, RoleKey } from "@frontstep/domain/access";
import pg from "pg";

import { type PlaceColumns, scopeOf } from "./place.ts";

/** A session ends this long after sign-in, whatever is done in it. */
export const SESSION_HOURS = 12;

/** A session ends this long after it was last used. */
export const IDLE_MINUTES = 30;

/** A session that holds, and whose it is. */
export interface LiveSession {
  readonly id: string;
  readonly expiresAt: Date;
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  readonly memberships: readonly Membership[];
  /** The hats under which its context is already open. */
  readonly openHats: readonly Hat[];
}

interface MembershipRow extends PlaceColumns {
  readonly role: RoleKey;
}

interface SessionRow {
  readonly id: string;
  readonly expires_at: Date;
  readonly is_due: boolean;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly MembershipRow[];
  readonly open_hats: readonly Hat[];
}

/** The sessions of the database, under the role that alone may enter the schema `auth`. */
export interface SessionStore {
  /** The session with this hash of its secret, unless it has ended; notes that it was used. */
  find(tokenHash: string): Promise<LiveSession | null>;
  /** Opens the session's context under a hat. */
  openContext(session: LiveSession, hat: Hat, token: string): Promise<void>;
  /** Removes what has ended. */
  forgetEnded(): Promise<void>;
  readonly pool: pg.Pool;
}

const FIND = `
  select s.id, s.expires_at, s.last_seen_at < now() - interval '1 minute' as is_due,
         a.id as account_id, a.name, a.email,
         coalesce((select json_agg(json_build_object('role', m.role, 'jurisdictionId', m.jurisdiction_id,
             'siteId', m.site_id, 'organizationId', m.organization_id, 'stateCode', m.state_code))
           from membership m where m.account_id = a.id and m.ended_at is null), '[]') as memberships,
         array(select g.hat from sec.grant_ctx g where g.session_id = s.id and g.expires > now()) as open_hats
  from auth.account_session s join auth.account a on a.id = s.account_id
  where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - interval '${String(IDLE_MINUTES)} minutes'`;

/** `onLost` is told of connections that the database closed while they were idle; the next statement opens another. */
export function openSessions(connectionString: string, onLost: (error: Error) => void): SessionStore {
  const pool = new pg.Pool({ connectionString, max: 6, connectionTimeoutMillis: 5_000 });
  pool.on("error", onLost);
  return {
    pool,
    find: async (tokenHash) => {
      const { rows } = await pool.query<SessionRow>({
        name: "find-session",
        text: FIND,
        values: [tokenHash],
      });
      const [row] = rows;
      if (row?.is_due === true)
        await pool.query("update auth.account_session set last_seen_at = now() where id = $1", [row.id]);
      return row === undefined ? null : toSession(row);
    },
    openContext: async ({ id, expiresAt }, hat, token) => {
      await pool.query("select sec.open_context($1, $2, $3, $4)", [token, id, hat, expiresAt]);
    },
    forgetEnded: async () => {
      await pool.query(
        `delete from auth.account_session where expires_at < now() or last_seen_at < now() - interval '${String(IDLE_MINUTES)} minutes'`,
      );
      await pool.query("delete from auth.account_verification where expires_at < now()");
      await pool.query("delete from auth.attempt_count where expire < extract(epoch from now()) * 1000");
      await pool.query("delete from sec.grant_ctx where expires < now()");
    },
  };
}

function toSession(row: SessionRow): LiveSession {
  return {
    id: row.id,
    expiresAt: row.expires_at,
    account: { id: row.account_id, name: row.name, email: row.email },
    memberships: row.memberships.map(({ role, ...place }) => ({ role, scope: scopeOf(place) })),
    openHats: row.open_hats,
  };
}
