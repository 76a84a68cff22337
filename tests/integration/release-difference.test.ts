import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue, makeCity } from "../support/city.ts";
import { typeCommand } from "../support/command-line.ts";
import { makeOwner, type TestOwner } from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { type Change, partOf, publishNext } from "../support/upgrade.ts";

let server: TestServer;
let owner: TestOwner;
let reader: TestActor;

const title = (en: string, es: string) => ({ en, es });

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  const dayton = await makeCity(server, { name: "Dayton" });
  owner = await makeOwner(server, dayton, { name: "Safe Streets Institute", templateKey: "ssi-housing" });
  reader = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  await owner.publish("1.0.1", (document) => {
    // Without its longest section a document with additions is below what a request may carry.
    document["guidance"] = [];
  });
  await owner.publish("1.1.0", (document) => {
    document["changes"] = [title("The list is clearer.", "La lista es más clara.")];
    partOf(document.checklistItems, "B04")["title"] = title("List every critic", "Liste a quienes critican");
    partOf(document.checklistItems, "B06")["dueOffsetDays"] = -290;
    const part = partOf(document.trainings, document.trainings[0]?.key ?? "");
    document.trainings.push({ ...part, key: "RADIO", name: title("Radio \u001b[31m training", "Radio") });
  });
  await owner.publish("1.2.0", (document) => {
    document["name"] = title("Housing, renewed", "Vivienda, renovada");
    partOf(document.checklistItems, "B04").key = "B90";
    partOf(document.checklistItems, "B90")["was"] = ["B04"];
    for (const item of document.checklistItems)
      item["dependsOn"] = (item["dependsOn"] as string[]).map((key) => (key === "B04" ? "B90" : key));
    document["governanceBodies"] = [];
  });
});
afterAll(() => server.close());

const QUERY = `query ($templateKey: String!, $from: String!, $to: String!) {
  releaseDifference(templateKey: $templateKey, from: $from, to: $to) {
    isBackwards partCount from { version } to { version } counts { kind count } notes { version changes }
    changes { kind section key title field fieldLabel base local incoming merged } } }`;

interface Difference {
  readonly isBackwards: boolean;
  readonly partCount: number;
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly notes: readonly { readonly version: string; readonly changes: readonly string[] }[];
  readonly changes: readonly (Change & { readonly fieldLabel: string | null })[];
}

const differenceOf = async (from: string, to: string, actor = reader) =>
  (await actor.get<{ releaseDifference: Difference }>(QUERY, { templateKey: owner.templateKey, from, to }))
    .releaseDifference;

const refusalOf = async (variables: object, actor = reader) =>
  (await actor.ask(QUERY, { templateKey: owner.templateKey, ...variables })).errors?.[0];

describe("the difference of two releases", () => {
  test("is told in words, by part and field, with counts and with what the authors say", async () => {
    const difference = await differenceOf("1.0.1", "1.1.0");
    expect(difference).toMatchObject({
      isBackwards: false,
      partCount: 3,
      counts: [
        { kind: "ADDED", count: 1 },
        { kind: "CHANGED", count: 2 },
      ],
      notes: [{ version: "1.1.0", changes: ["The list is clearer."] }],
    });
    const due = difference.changes.find(({ key }) => key === "B06");
    expect(due).toMatchObject({
      section: "checklistItems",
      fieldLabel: "due",
      merged: "290 days before launch",
    });
    expect(difference.changes.find(({ key }) => key === "B04")).toMatchObject({
      fieldLabel: "title",
      merged: "List every critic",
    });
  });

  test("is told in the reader's language", async () => {
    const spanish = await server.actor([{ role: "stateOfficial", stateCode: "OH" }], { language: "es" });
    const difference = await differenceOf("1.0.1", "1.1.0", spanish);
    expect(difference.notes[0]?.changes).toEqual(["La lista es más clara."]);
    expect(difference.changes.find(({ key }) => key === "B06")).toMatchObject({
      fieldLabel: "fecha límite",
      merged: "290 días antes del lanzamiento",
    });
  });

  test("follows a renamed part, tells what stands above the parts, and counts parts and not fields", async () => {
    const difference = await differenceOf("1.0.1", "1.2.0");
    expect(difference.notes.map(({ version }) => version)).toEqual(["1.1.0", "1.2.0"]);
    expect(difference.changes[0]).toMatchObject({ section: "about", key: null, merged: "Housing, renewed" });
    const renamed = difference.changes.filter(({ key }) => key === "B90");
    expect(renamed).toMatchObject([
      { kind: "RENAMED", local: "B04", merged: "B90" },
      { kind: "CHANGED", field: "title", merged: "List every critic" },
    ]);
    expect(difference.changes.filter(({ key }) => key === "B04")).toEqual([]);
    const taken = difference.changes.filter(({ kind }) => kind === "REMOVED");
    expect(new Set(taken.map(({ section }) => section))).toEqual(new Set(["governanceBodies"]));
    const named = difference.changes.flatMap(({ section, key }) => (key === null ? [] : `${section}.${key}`));
    expect(difference.partCount).toBe(new Set(named).size);
  });

  test("says so when the first is the newer one, and tells what going back would change", async () => {
    const difference = await differenceOf("1.2.0", "1.1.0");
    expect(difference.isBackwards).toBe(true);
    expect(difference.changes.find(({ kind }) => kind === "RENAMED")).toMatchObject({
      key: "B04",
      local: "B90",
      merged: "B04",
    });
    expect(
      difference.changes.some(({ kind, section }) => kind === "ADDED" && section === "governanceBodies"),
    ).toBe(true);
  });

  test("of a release and itself is nothing", async () => {
    expect(await differenceOf("1.1.0", "1.1.0")).toMatchObject({ partCount: 0, changes: [], notes: [] });
  });

  test("is what an upgrade of a site that adapted nothing would be asked to take", async () => {
    const next = await publishNext(
      owner.author,
      { templateKey: owner.templateKey, organizationId: owner.organizationId },
      (document) => {
        document.release = "1.10.0";
        partOf(document.positions, "SGT")["title"] = title("Sergeant in charge", "Sargento a cargo");
      },
    );
    expect(next).toBeTruthy();
    const difference = await differenceOf("1.2.0", "1.10.0");
    expect(difference.isBackwards).toBe(false);
    expect(difference.changes.map(({ key, field }) => [key, field])).toEqual([["SGT", "title"]]);
  });

  test("of what is not there, or is no number, is refused with what to do", async () => {
    expect((await refusalOf({ from: "1.0.1", to: "7.0.0" }))?.extensions?.code).toBe("NOT_FOUND");
    expect((await refusalOf({ templateKey: "none", from: "1.0.1", to: "1.1.0" }))?.extensions?.code).toBe(
      "NOT_FOUND",
    );
    const malformed = await refusalOf({ from: "newest", to: "1.1.0" });
    expect(malformed).toMatchObject({ message: "Write a release as three numbers, such as 3.2.0." });
  });
});

describe("frontstep template diff", () => {
  test("says the same at the command line, section by section, in both languages, and lets no title steer it", async () => {
    const { said, code } = await typeCommand(server, "template", "diff", "ssi-housing", "1.0.1", "1.1.0");
    expect(code).toBe(0);
    expect(said).toContain("Template ssi-housing: from release 1.0.1 to 1.1.0");
    expect(said).toContain("Parts that differ: 3; added 1, changed fields 2");
    expect(said).toMatch(/Checklist \(2\)\n {2}B04 .*: title: .* becomes List every critic/);
    // No title steers the terminal.
    expect(said).toContain("Radio \ufffd[31m training: is new");
    expect(said).not.toContain("\u001b");
    const spanish = await typeCommand(
      server,
      ...["template", "diff", "ssi-housing", "1.1.0", "1.0.1", "--language", "es"],
    );
    expect(spanish.said).toContain("La versión 1.1.0 es la más reciente");
    expect(spanish.said).toContain("Lista de pasos (2)");
    expect(spanish.said).toContain("RADIO Radio: ya no está");
  }, 60_000);

  test("says what is missing or unknown, and ends with a fault", async () => {
    const missing = await typeCommand(server, "template", "diff", "ssi-housing", "1.0.1");
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.said).toContain("as in template diff csp-park 3.1.0 3.2.0");
    const unknown = await typeCommand(server, "template", "diff", "ssi-housing", "1.0.1", "8.0.0");
    expect(unknown).toMatchObject({ code: 1 });
    const language = ["template", "diff", "ssi-housing", "1.0.1", "1.1.0", "--language", "tlh"];
    expect((await typeCommand(server, ...language)).said).toContain("Use one of: en, es.");
  }, 60_000);
});
