import { roleUrl } from "@frontstep/server/testing";
import pg from "pg";
import { TEST_SECRET } from "./database.ts";
import { type Column, insertRow, rowOf, type World } from "./worlds.ts";

/** Somebody who speaks SQL to the database under a runtime role, with a context or without one. */
export interface SqlPersona {
  readonly name: string;
  readonly client: pg.Client;
  readonly token: string | null;
}

export async function sqlPersona(
  databaseUrl: string,
  name: string,
  role: Parameters<typeof roleUrl>[1],
  token: string | null,
): Promise<SqlPersona> {
  const client = new pg.Client(roleUrl(databaseUrl, role, TEST_SECRET));
  await client.connect();
  return { name, client, token };
}

/** A planted row, by its primary key. */
export interface PlantedRow {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly key: Readonly<Record<string, unknown>>;
  readonly world: World;
}

/** What is tried on a row: look, add one like it, change it, remove it, give it to the other tenant. */
export const COMMANDS = ["select", "insert", "update", "delete", "move"] as const;
export type Command = (typeof COMMANDS)[number];

/** Whether the second wall lets the command through; nothing stays done. */
export async function isLetThrough(
  persona: SqlPersona,
  command: Command,
  row: PlantedRow,
  other: World,
): Promise<boolean> {
  const { client, token } = persona;
  await client.query("begin");
  try {
    if (token !== null) await client.query("select set_config('app.ctx', $1, true)", [token]);
    return await attempt(client, command, row, other);
  } catch (error) {
    // 42501 is the wall; anything else (a key, a check, no change set) comes only after it.
    return (error as { code?: string }).code !== "42501";
  } finally {
    await client.query("rollback");
  }
}

async function attempt(
  client: pg.Client,
  command: Command,
  { table, columns, key, world }: PlantedRow,
  other: World,
): Promise<boolean> {
  const names = Object.keys(key);
  const condition = names.map((name, index) => `"${name}" = $${String(index + 1)}`).join(" and ");
  const values = Object.values(key);
  switch (command) {
    case "select":
      return (await client.query(`select 1 from "${table}" where ${condition}`, values)).rowCount !== 0;
    case "insert":
      await insertRow(client, table, rowOf(table, columns, world));
      return true;
    case "update": {
      const column = columns.some(({ name }) => name === "revision") ? "revision" : (names.at(-1) ?? "");
      return (
        (await client.query(`update "${table}" set "${column}" = "${column}" where ${condition}`, values))
          .rowCount !== 0
      );
    }
    case "delete":
      return (await client.query(`delete from "${table}" where ${condition}`, values)).rowCount !== 0;
    case "move": {
      if (!columns.some(({ name }) => name === "jurisdiction_id")) return false;
      const moved = `update "${table}" set jurisdiction_id = $${String(names.length + 1)} where ${condition}`;
      return (await client.query(moved, [...values, other.jurisdictionId])).rowCount !== 0;
    }
  }
}

/** The planted rows of every table, found by what only their world has. */
export async function plantedRows(
  owner: pg.Client,
  tables: ReadonlyMap<string, Column[]>,
  worlds: readonly World[],
): Promise<PlantedRow[]> {
  const found: PlantedRow[] = [];
  for (const [table, columns] of tables) {
    const { rows: keys } = await owner.query<{ name: string }>(
      `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`,
      [table],
    );
    const { rows } = await owner.query<{ text: string; key: Record<string, unknown> }>(
      `select t::text as text, jsonb_build_object(${keys.map(({ name }) => `'${name}', t."${name}"::text`).join(", ")}) as key from "${table}" t`,
    );
    for (const { text, key } of rows) {
      const world = worlds.find((each) =>
        [each.canary, each.jurisdictionId, each.siteId, each.organizationId, each.accountId].some((mark) =>
          text.includes(mark),
        ),
      );
      if (world) found.push({ table, columns, key, world });
    }
  }
  return found;
}
