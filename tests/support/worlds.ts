import { contentSections } from "@frontstep/domain/templates";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

/** One tenant with a row in every table that can have one; its texts carry its canary. */
export interface World {
  readonly canary: string;
  readonly jurisdictionId: string;
  readonly siteId: string;
  readonly organizationId: string;
  readonly stateCode: string;
  readonly officerId: string;
  readonly accountId: string;
  readonly changeSetId: string;
  readonly templateId: string;
  readonly releaseId: string;
}

/** Two tenants in two states that share nothing, planted past every wall. */
export async function plantWorlds(owner: pg.Client): Promise<{ own: World; other: World }> {
  const own = newWorld("canary-own", "OH");
  const other = newWorld("canary-other", "MI");
  await owner.query("set session_replication_role = replica");
  for (const world of [own, other]) await plant(owner, world);
  await owner.query("reset session_replication_role");
  return { own, other };
}

function newWorld(canary: string, stateCode: string): World {
  const ids = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [jurisdictionId, siteId, organizationId, officerId, accountId, changeSetId] = ids;
  const [templateId, releaseId] = [randomUUID(), randomUUID()];
  return {
    canary,
    stateCode,
    templateId,
    releaseId,
    jurisdictionId,
    siteId,
    organizationId,
    officerId,
    accountId,
    changeSetId,
  };
}

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** A value that the column's list of allowed words holds, where it has such a list. */
  readonly word: string | null;
}

/** The columns of every table of the product that holds rows of a tenant, a person or the catalogue. */
export async function columnsByTable(owner: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await owner.query<Column>(
    `select c.table_name as table, c.column_name as name, c.udt_name as type,
            c.is_nullable = 'NO' and c.column_default is null as "isRequired",
            (select substring(pg_get_constraintdef(k.oid) from '= ANY \\(ARRAY\\[''([^'']+)''')
             from pg_constraint k
             where k.contype = 'c' and k.conrelid = c.table_name::regclass
               and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || c.column_name || ' = ANY ')) as word
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like '\\_prisma%'
     order by c.table_name, c.ordinal_position`,
  );
  return Map.groupBy(rows, (column) => column.table);
}

async function plant(owner: pg.Client, world: World): Promise<void> {
  for (const [table, columns] of await columnsByTable(owner)) {
    const row = rowOf(table, columns, world);
    await insertRow(owner, table, row);
  }
}

export async function insertRow(
  client: pg.ClientBase,
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${String(index + 1)}`);
  const columns = names.map((name) => `"${name}"`).join(", ");
  await client.query(`insert into "${table}" (${columns}) values (${places.join(", ")})`, Object.values(row));
}

/** A row that the table's checks accept, with this world's ids wherever a column names a place. */
export function rowOf(table: string, columns: readonly Column[], world: World): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const column of columns) {
    const value = valueOf(table, column, world);
    if (value !== undefined) row[column.name] = value;
  }
  return row;
}

function valueOf(table: string, column: Column, world: World): unknown {
  const particular = PARTICULAR[`${table}.${column.name}`];
  if (particular) return particular(world);
  const place = PLACES[column.name];
  if (place) return place(world);
  if (!column.isRequired) return undefined;
  if (column.word !== null) return column.word;
  return BY_TYPE[column.type]?.(world) ?? `${world.canary}-${randomBytes(4).toString("hex")}`;
}

const PLACES: Readonly<Record<string, (world: World) => unknown>> = {
  jurisdiction_id: (world) => world.jurisdictionId,
  created_by_jurisdiction_id: (world) => world.jurisdictionId,
  site_id: (world) => world.siteId,
  organization_id: (world) => world.organizationId,
  officer_id: (world) => world.officerId,
  account_id: (world) => world.accountId,
  state_code: (world) => world.stateCode,
  place_id: (world) => world.jurisdictionId,
  template_id: (world) => world.templateId,
  release_id: (world) => world.releaseId,
};

const BY_TYPE: Readonly<Record<string, (world: World) => unknown>> = {
  uuid: () => randomUUID(),
  int4: () => 1,
  int8: () => 1,
  float8: () => 1,
  bool: () => false,
  date: () => "2026-01-01",
  timestamptz: () => "2026-01-01T00:00:00Z",
  jsonb: (world) => JSON.stringify({ canary: world.canary }),
  bytea: (world) => Buffer.from(world.canary),
};

/** A design with nothing in it. */
const EMPTY_CONTENT = Object.fromEntries(contentSections.map((section) => [section, []]));

const PARTICULAR: Readonly<Record<string, (world: World) => unknown>> = {
  // A review of an organization's: it is the city's to look at and the organization's to change.
  "fidelity_review.rater": () => "external",
  "fidelity_review.ratings": () => "[]",
  // One partnership of each world, with what hangs on it, so that the policies that look through it are tried.
  "partnership.id": (world) => world.siteId,
  "agreement.partnership_id": (world) => world.siteId,
  "pledge.partnership_id": (world) => world.siteId,
  "partnership_stage.partnership_id": (world) => world.siteId,
  "partner_certificate.partnership_id": (world) => world.siteId,
  "pledge.id": (world) => world.siteId,
  "delivery.pledge_id": (world) => world.siteId,
  "delivery.period": () => "2026-01",
  "site.id": (world) => world.siteId,
  "jurisdiction.id": (world) => world.jurisdictionId,
  "template.id": (world) => world.templateId,
  "release.id": (world) => world.releaseId,
  "officer.id": (world) => world.officerId,
  "partner_organization.id": (world) => world.organizationId,
  "change_set.id": (world) => world.changeSetId,
  "upgrade_run.id": (world) => world.changeSetId,
  "upgrade_run_site.run_id": (world) => world.changeSetId,
  "change.change_set_id": (world) => world.changeSetId,
  "template_draft.content": (world) =>
    JSON.stringify({ ...EMPTY_CONTENT, name: { en: world.canary }, languages: ["en"] }),
  "site.content": () => JSON.stringify(EMPTY_CONTENT),
  "release.version": () => "1.0.0",
  "release.content": () => JSON.stringify(EMPTY_CONTENT),
  "release.change_notes": () => "[]",
  "template.name": (world) => JSON.stringify({ en: world.canary }),
  "template.summary": (world) => JSON.stringify({ en: world.canary }),
  "site.time_zone": () => "America/New_York",
  "membership.role": () => "cityViewer",
  "membership.site_id": () => null,
  "membership.organization_id": () => null,
  "membership.state_code": () => null,
  "invitation.role": () => "cityViewer",
  "invitation.email": (world) => `${world.canary}@example.org`,
  "invitation.site_id": () => null,
  "invitation.organization_id": () => null,
  "invitation.state_code": () => null,
  "evidence.url": () => "https://example.org/",
  "stored_file.size": (world) => world.canary.length,
};

/** A role held at a place, in the words of the table. */
export interface HeldRole {
  readonly role: string;
  readonly jurisdiction_id?: string;
  readonly site_id?: string;
  readonly organization_id?: string;
  readonly state_code?: string;
}

/** An account with these roles and a session of its own, past every wall. */
export async function plantSession(
  owner: pg.Client,
  roles: readonly HeldRole[],
): Promise<{ accountId: string; sessionId: string }> {
  const accountId = randomUUID();
  const sessionId = randomUUID();
  const email = `${accountId}@example.org`;
  await owner.query("insert into auth.account (id, name, email) values ($1, 'Planted', $2)", [
    accountId,
    email,
  ]);
  await owner.query(
    "insert into auth.account_session (id, account_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')",
    [sessionId, accountId, sha256(sessionId)],
  );
  await owner.query("set session_replication_role = replica");
  for (const role of roles) {
    await insertRow(owner, "membership", {
      id: randomUUID(),
      account_id: accountId,
      account_name: "Planted",
      account_email: email,
      ...role,
    });
  }
  await owner.query("reset session_replication_role");
  return { accountId, sessionId };
}

/** The token of an open context of a new session with these roles under this hat. */
export async function plantContext(
  owner: pg.Client,
  hat: string,
  roles: readonly HeldRole[],
): Promise<string> {
  const { sessionId } = await plantSession(owner, roles);
  const token = sha256(`${sessionId} ${hat}`);
  await owner.query("select sec.open_context($1, $2, $3, now() + interval '1 hour')", [
    token,
    sessionId,
    hat,
  ]);
  return token;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
