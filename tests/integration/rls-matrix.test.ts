import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import {
  COMMANDS,
  isLetThrough,
  type PlantedRow,
  plantedRows,
  type SqlPersona,
  sqlPersona,
} from "../support/sql-persona.ts";
import { columnsByTable, plantContext, plantWorlds, type World } from "../support/worlds.ts";

let database: TestDatabase;
let owner: pg.Client;
let worlds: { own: World; other: World };
let rows: PlantedRow[];
const personas: SqlPersona[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
  worlds = await plantWorlds(owner);
  // Here the policies alone are asked; what the triggers refuse besides is tried elsewhere.
  for (const table of (await columnsByTable(owner)).keys())
    await owner.query(`alter table "${table}" disable trigger user`);
  rows = await plantedRows(owner, await columnsByTable(owner), [worlds.own, worlds.other]);
  const {
    jurisdictionId: jurisdiction_id,
    siteId: site_id,
    organizationId: organization_id,
    stateCode: state_code,
  } = worlds.own;
  const people = [
    ["city administrator", "app_city", "city", { role: "cityAdministrator", jurisdiction_id }],
    ["city viewer", "app_city", "city", { role: "cityViewer", jurisdiction_id }],
    ["site coordinator", "app_city", "city", { role: "siteCoordinator", jurisdiction_id, site_id }],
    ["partner staff", "app_partner", "organization", { role: "partnerStaff", organization_id }],
    ["state official", "app_state", "state", { role: "stateOfficial", state_code }],
    ["steward", "app_steward", "steward", { role: "platformSteward" }],
  ] as const;
  for (const [name, databaseRole, hat, role] of people) {
    personas.push(await sqlPersona(database.url, name, databaseRole, await plantContext(owner, hat, [role])));
  }
});

afterAll(async () => {
  for (const { client } of personas) await client.end();
  await owner.end();
  await database.drop();
});

/** S, I, U, D and M for what is let through, for the own row and after a stroke for the other's. */
async function letThrough(persona: SqlPersona, table: string): Promise<string> {
  const marks = { own: "", other: "" };
  for (const side of ["own", "other"] as const) {
    const row = rows.find((each) => each.table === table && each.world === worlds[side]);
    if (!row) continue;
    const target = side === "own" ? worlds.other : worlds.own;
    for (const command of COMMANDS) {
      if (await isLetThrough(persona, command, row, target)) marks[side] += command.charAt(0).toUpperCase();
    }
  }
  return `${marks.own || "-"}/${marks.other || "-"}`;
}

/**
 * What is expected, to be read as: "SIU/S: officer" lets the persona look at, add and change an
 * officer of the own tenant, and look at one of another. Nobody ever moves a row to another tenant.
 */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "city administrator": {
    "SIUD/-": "adaptation import_mapping partnership_stage site_draft site_owner upgrade_draft",
    "SIU/-":
      "agreement assignment checklist_item comparison_area evidence import invitation observation officer partnership pledge site site_upgrade upgrade_consent",
    "SID/-": "import_finding import_part leave officer_identifier partner_certificate training_completion",
    "SI/-": "change_set contribution stored_file",
    "SU/-": "delivery membership site_offer",
    "S/-": "change comparison_figure fidelity_review upgrade_run_site",
    "SIU/S": "partner_organization",
    "SU/S": "jurisdiction",
    "S/S": "indicator release release_signature release_withdrawal template",
    "-/-":
      "idempotent_answer reminder_setting signing_key signing_secret template_draft trusted_key upgrade_run",
  },
  "city viewer": {
    "S/-":
      "adaptation agreement assignment change change_set checklist_item comparison_area comparison_figure contribution delivery evidence fidelity_review import import_finding import_mapping " +
      "import_part invitation leave membership observation officer officer_identifier partner_certificate partnership partnership_stage pledge site site_draft site_offer site_owner site_upgrade " +
      "stored_file training_completion upgrade_consent upgrade_draft upgrade_run_site",
    "S/S":
      "indicator jurisdiction partner_organization release release_signature release_withdrawal template",
    "-/-":
      "idempotent_answer reminder_setting signing_key signing_secret template_draft trusted_key upgrade_run",
  },
  "site coordinator": {
    "SIUD/-": "adaptation partnership_stage site_owner upgrade_draft",
    "SIU/-": "agreement assignment checklist_item comparison_area evidence partnership pledge site_upgrade",
    "SID/-": "leave partner_certificate training_completion",
    "SI/-": "change_set contribution officer stored_file",
    "SU/-": "delivery site site_offer",
    "S/-": "change fidelity_review upgrade_consent upgrade_run_site",
    "SI/S": "partner_organization",
    "S/S": "indicator jurisdiction release release_signature release_withdrawal template",
    "-/-":
      "comparison_figure idempotent_answer import import_finding import_mapping import_part invitation membership observation officer_identifier reminder_setting signing_key " +
      "signing_secret site_draft template_draft trusted_key upgrade_run",
  },
  "partner staff": {
    "SI/-": "change_set delivery upgrade_run upgrade_run_site",
    "S/-":
      "adaptation agreement change checklist_item comparison_area partner_certificate partnership partnership_stage pledge site upgrade_consent",
    "SU/S": "partner_organization",
    "SU/-": "contribution",
    "SIU/S": "release_withdrawal template",
    "SI/S": "release release_signature",
    "SIU/-": "fidelity_review signing_key site_offer trusted_key",
    "SID/-": "signing_secret",
    "S/S": "indicator jurisdiction",
    "-/-":
      "assignment comparison_figure evidence idempotent_answer import import_finding import_mapping import_part " +
      "invitation leave membership observation officer officer_identifier reminder_setting site_draft site_owner site_upgrade stored_file training_completion upgrade_draft",
    "SIUD/-": "template_draft",
  },
  "state official": {
    "SIU/-": "site_offer",
    "SI/-": "upgrade_run upgrade_run_site",
    "S/-":
      "adaptation agreement change change_set checklist_item comparison_area comparison_figure delivery fidelity_review " +
      "partner_certificate partnership partnership_stage pledge site upgrade_consent",
    "S/S":
      "indicator jurisdiction partner_organization release release_signature release_withdrawal template",
    "-/-":
      "assignment contribution evidence idempotent_answer import import_finding import_mapping import_part invitation " +
      "leave membership observation officer officer_identifier reminder_setting signing_key signing_secret site_draft site_owner site_upgrade stored_file training_completion " +
      "trusted_key upgrade_draft template_draft",
  },
  steward: {
    "SIU/SIU": "indicator invitation jurisdiction partner_organization template",
    "SU/SU": "membership",
    "SI/SI": "release release_signature",
    "S/S": "release_withdrawal",
    "-/-":
      "adaptation agreement assignment change change_set checklist_item comparison_area comparison_figure contribution delivery evidence fidelity_review idempotent_answer import " +
      "import_finding import_mapping import_part leave observation officer officer_identifier partner_certificate partnership partnership_stage pledge reminder_setting signing_key signing_secret site site_draft site_offer " +
      "site_owner site_upgrade stored_file template_draft training_completion trusted_key upgrade_consent upgrade_draft upgrade_run upgrade_run_site",
  },
};

/** What the second wall lets each persona do, table by table, in the form of the table above. */
async function measured(persona: SqlPersona): Promise<Record<string, string>> {
  const byMarks = new Map<string, string[]>();
  for (const table of new Set(rows.map((row) => row.table))) {
    const marks = await letThrough(persona, table);
    byMarks.set(marks, [...(byMarks.get(marks) ?? []), table]);
  }
  return Object.fromEntries([...byMarks].map(([marks, tables]) => [marks, tables.toSorted().join(" ")]));
}

describe("the second wall", () => {
  test("has a row of both tenants in every table to try", async () => {
    for (const world of [worlds.own, worlds.other]) {
      const tables = rows.filter((row) => row.world === world).map(({ table }) => table);
      expect(tables.toSorted()).toEqual([...(await columnsByTable(owner)).keys()].toSorted());
    }
  });

  for (const [name, expected] of Object.entries(EXPECTED)) {
    test(`lets a ${name} do what is written here and nothing else`, { timeout: 120_000 }, async () => {
      const persona = personas.find((each) => each.name === name);
      if (!persona) throw new Error(`No ${name}`);
      const sorted = Object.fromEntries(
        Object.entries(expected).map(([marks, tables]) => [marks, tables.split(" ").toSorted().join(" ")]),
      );
      expect(await measured(persona)).toEqual(sorted);
    });
  }

  test("control: a policy that lets everything through is noticed", async () => {
    const [administrator] = personas;
    if (!administrator) throw new Error("No administrator");
    await owner.query("create policy planted on officer for all to app_city using (true) with check (true)");
    const marks = await letThrough(administrator, "officer");
    await owner.query("drop policy planted on officer");
    expect(marks).toBe("SIUDM/SIUDM");
  });
});
