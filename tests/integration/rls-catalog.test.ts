import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

/*
 * What the database's own catalog says of the second wall. Each rule is a query that names its
 * violations; each is tried on a violation planted for it, which it must name.
 */
interface Rule {
  readonly violations: string;
  readonly plant: string;
}

const RUNTIME = "('app_city', 'app_partner', 'app_state', 'app_steward', 'app_auth', 'app_worker')";
const TABLES = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname !~ '^_prisma'`;
const hasColumn = (table: string, column: string) =>
  `exists (select 1 from pg_attribute a where a.attrelid = ${table} and a.attname = '${column}' and not a.attisdropped)`;

const rules: Record<string, Rule> = {
  "every table of the product is closed, to its owner as well": {
    violations: `select relname from (${TABLES}) t where not (relrowsecurity and relforcerowsecurity)`,
    plant: "alter table officer no force row level security",
  },
  "a closed table that somebody was granted has a policy for them": {
    violations: `select t.relname || ' for ' || g.grantee from (${TABLES}) t
      join information_schema.role_table_grants g on g.table_schema = 'public' and g.table_name = t.relname
      where g.grantee in ${RUNTIME} and g.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        and not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = t.relname
          and g.grantee = any (p.roles) and p.cmd in (g.privilege_type, 'ALL'))`,
    plant: "grant select on officer to app_state",
  },
  "no policy is for everybody": {
    violations: "select tablename || '.' || policyname from pg_policies where 'public' = any (roles)",
    plant: "create policy planted on officer for select using (true)",
  },
  "a context is read once for each statement, not for each row": {
    violations: `select tablename || '.' || policyname from pg_policies
      where coalesce(qual, '') || ' ' || coalesce(with_check, '') ~ '(?<!SELECT )sec\\.\\w+\\(\\)'`,
    plant:
      "create policy planted on officer for select to app_city using (jurisdiction_id = any (sec.tenants()))",
  },
  "no policy of a city, a partner or a state lets everything through": {
    violations: `select tablename || '.' || policyname from pg_policies
      where roles && array['app_city', 'app_partner', 'app_state', 'app_steward', 'app_worker']::name[]
        and (coalesce(qual, '') = 'true' or coalesce(with_check, '') = 'true')`,
    plant: "create policy planted on officer for select to app_partner using (true)",
  },
  "what is written is checked as well as what is found": {
    violations:
      "select tablename || '.' || policyname from pg_policies where cmd in ('UPDATE', 'INSERT', 'ALL') and with_check is null",
    plant:
      "create policy planted on officer for update to app_city using (jurisdiction_id = any ((select sec.tenants())::uuid[]))",
  },
  "a function with its owner's rights names where it looks": {
    violations: `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'sec', 'auth') and p.prosecdef and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false)`,
    plant: "create function sec.planted() returns int language sql security definer as 'select 1'",
  },
  "a view asks under the rights of whoever looks": {
    violations: `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'sec', 'auth') and c.relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    plant: "create view planted as select * from officer",
  },
  "a key to another tenant's table carries the tenant": {
    violations: `select k.conname from pg_constraint k
      where k.contype = 'f' and ${hasColumn("k.conrelid", "jurisdiction_id")} and ${hasColumn("k.confrelid", "jurisdiction_id")}
        and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'jurisdiction_id')`,
    plant: `alter table officer add constraint planted_key unique (id);
      alter table assignment add constraint planted foreign key (officer_id) references officer(id)`,
  },
  "a tenant's table is keyed by the tenant first": {
    violations: `select t.relname from (${TABLES}) t join pg_index i on i.indrelid = t.oid and i.indisprimary
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'jurisdiction_id' and a.attnotnull
      where i.indkey[0] <> a.attnum`,
    plant: "create table planted (id uuid primary key, jurisdiction_id uuid not null)",
  },
  "no column makes row-level security slow: no enum, no numeric": {
    violations: `select t.relname || '.' || a.attname from (${TABLES}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_type y on y.oid = a.atttypid where y.typtype = 'e' or y.typname = 'numeric'`,
    plant: "alter table officer add column planted numeric",
  },
  "no runtime role is above the policies": {
    violations: `select rolname from pg_roles where rolname in ${RUNTIME} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    plant: "alter role app_city bypassrls",
  },
  "no runtime role is a member of another": {
    violations: `select m.rolname from pg_auth_members x join pg_roles m on m.oid = x.member where m.rolname in ${RUNTIME}`,
    plant: "grant app_auth to app_city",
  },
  "no runtime role may empty a table, refer to it, or hang a trigger on it": {
    violations: `select grantee || ' ' || privilege_type || ' ' || table_name from information_schema.role_table_grants
      where grantee in ${RUNTIME} and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
    plant: "grant truncate on officer to app_city",
  },
  "no runtime role may create anything": {
    violations: `select r.rolname || ' in ' || n.nspname from pg_roles r, pg_namespace n
      where r.rolname in ${RUNTIME} and n.nspname in ('public', 'sec', 'auth') and has_schema_privilege(r.oid, n.oid, 'CREATE')`,
    plant: "grant create on schema public to app_city",
  },
  "nobody is granted anything through PUBLIC": {
    violations: `select table_schema || '.' || table_name from information_schema.role_table_grants
      where grantee = 'PUBLIC' and table_schema in ('public', 'sec', 'auth')`,
    plant: "grant select on jurisdiction to public",
  },
  "accounts, sessions and contexts are app_auth's alone": {
    violations: `select grantee || ' ' || table_schema || '.' || table_name from information_schema.role_table_grants
      where table_schema in ('auth', 'sec') and grantee in ${RUNTIME} and grantee <> 'app_auth'`,
    plant: "grant select on sec.grant_ctx to app_city",
  },
  "an officer, an assignment or a figure of a site is out of a state's and a partner's reach": {
    violations: `select grantee || ' ' || table_name from information_schema.role_table_grants
      where grantee in ('app_state', 'app_partner') and table_name in ('officer', 'officer_identifier', 'assignment', 'leave', 'training_completion', 'observation')`,
    plant: "grant select on observation to app_state",
  },
  "a membership is written by nobody but the keeper of accounts": {
    violations: `select grantee || ' ' || privilege_type from information_schema.role_table_grants
      where table_name = 'membership' and grantee in ${RUNTIME} and grantee <> 'app_auth' and privilege_type in ('INSERT', 'DELETE', 'UPDATE')`,
    plant: "grant insert on membership to app_city",
  },
  "a change is written by nobody but the triggers": {
    violations: `select grantee || ' ' || privilege_type from information_schema.role_table_grants
      where table_name = 'change' and grantee in ${RUNTIME} and privilege_type <> 'SELECT'`,
    plant: "grant insert on change to app_city",
  },
  "every table that a city or a steward writes is recorded": {
    violations: `select distinct t.relname from (${TABLES}) t join information_schema.role_table_grants g on g.table_name = t.relname
      where g.grantee in ('app_city', 'app_steward', 'app_partner') and g.privilege_type in ('INSERT', 'UPDATE', 'DELETE')
        and t.relname not in ('change_set', 'idempotent_answer', 'import', 'import_finding', 'import_part', 'comparison_figure')
        and not exists (select 1 from pg_trigger x where x.tgrelid = t.oid and x.tgname ~ '^attach_')`,
    plant: "drop trigger attach_change on officer",
  },
};

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function violations(rule: Rule): Promise<string[]> {
  const { rows } = await owner.query<{ violation: string }>(
    `select v.violation from (${rule.violations}) as v(violation)`,
  );
  return rows.map(({ violation }) => violation);
}

describe("the catalog says that", () => {
  for (const [title, rule] of Object.entries(rules))
    test(title, async () => {
      expect(await violations(rule)).toEqual([]);
    });
});

describe("control: the rule names the violation planted for it, that", () => {
  for (const [title, rule] of Object.entries(rules))
    test(title, async () => {
      await owner.query("begin");
      await owner.query(rule.plant);
      const found = await violations(rule);
      await owner.query("rollback");
      expect(found.length).toBeGreaterThan(0);
    });
});
