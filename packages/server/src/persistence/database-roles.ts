import { createHmac } from "node:crypto";

import type pg from "pg";

import { CannotStart } from "../cannot-start.ts";

/**
 * The database's own roles, one for each kind of work that the server does. What a role was
 * never granted cannot be read through it, whatever the code above it forgets.
 */
export const DATABASE_ROLES = [
  "app_city",
  "app_partner",
  "app_state",
  "app_steward",
  "app_auth",
  "app_worker",
] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** The password of a runtime role, the same on every server that shares the secret. */
export function rolePassword(secret: string, role: DatabaseRole): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("hex");
}

/**
 * Creates the runtime roles where they are missing and sets their passwords and limits. The owner
 * need not be a superuser for it: a new role has no privilege, and one that has is refused.
 */
export async function ensureRoles(client: pg.ClientBase, secret: string): Promise<void> {
  for (const role of DATABASE_ROLES) {
    const { rows } = await client.query<{ privileged: boolean }>(
      `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as privileged
       from pg_roles where rolname = $1`,
      [role],
    );
    if (rows.length === 0) await client.query(`create role ${role}`);
    if (rows[0]?.privileged === true) {
      throw new CannotStart(
        `The database's role ${role} has privileges that go round the protection of rows: take them away, or drop the role.`,
      );
    }
    await client.query(`alter role ${role} login password '${rolePassword(secret, role)}'`);
    await client.query(`alter role ${role} set statement_timeout = '${STATEMENT_TIMEOUT[role]}'`);
  }
}

const STATEMENT_TIMEOUT: Record<DatabaseRole, string> = {
  app_city: "60s",
  app_partner: "10s",
  app_state: "10s",
  app_steward: "60s",
  app_auth: "5s",
  app_worker: "10min",
};

/** The address of the same database for a runtime role. */
export function roleUrl(ownerUrl: string, role: DatabaseRole, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}
