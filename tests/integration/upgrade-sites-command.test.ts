import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCatalogue, makeCity } from "../support/city.ts";
import { typeCommand } from "../support/command-line.ts";
import { act, fleetOf, makeOwner } from "../support/fleet.ts";
import { startTestServer, type TestActor, type TestServer } from "../support/test-server.ts";
import { partOf } from "../support/upgrade.ts";

let server: TestServer;
let ohio: TestActor;

beforeAll(async () => {
  server = await startTestServer();
  await loadCatalogue(server);
  const dayton = await makeCity(server, { name: "Dayton", ori: "OH0570200" });
  const toledo = await makeCity(server, { name: "Toledo", ori: "OH0480100" });
  const owner = await makeOwner(server, dayton, {
    name: "Safe Streets Institute",
    templateKey: "ssi-housing",
  });
  ohio = await server.actor([{ role: "stateOfficial", stateCode: "OH" }]);
  const site = { releaseId: owner.releaseId, launchOn: "2027-09-01" };
  const title = { section: "CHECKLIST_ITEMS", key: "B04", change: "CHANGED", field: "title" };
  const because = { value: { en: "Ask every resident" }, reasonCode: "CULTURE", reason: "So decided here" };
  await dayton.openSite({ name: "One", ...site });
  await dayton.openSite({ name: "Adapted", adaptations: [{ ...title, ...because }], ...site });
  await toledo.openSite({ name: "Elsewhere", ...site });
  await owner.publish("1.1.0", ({ checklistItems }) => {
    partOf(checklistItems, "B04")["title"] = { en: "List every body, program and critic" };
  });
  await act(dayton.administrator, "decideUpgradeConsent", {
    jurisdictionId: dayton.jurisdictionId,
    expectedRevision: 0,
    allowsState: true,
    allowsTemplateOwner: false,
  });
});
afterAll(() => server.close());

const frontstep = (...args: readonly string[]) => typeCommand(server, "upgrade-sites", ...args);

const versions = async () =>
  Object.fromEntries((await fleetOf(ohio)).rows.map(({ name, version }) => [name, version]));

test("a dry run says what would come of each site and changes nothing", async () => {
  const { said, code } = await frontstep("--template", "ssi-housing", "--to", "1.1.0", "--dry-run");
  expect(said).toContain("Dayton, One: would be upgraded");
  expect(said).toContain("Dayton, Adapted: needs a person: 1 question to decide");
  expect(said).toContain("Toledo, Elsewhere: left alone: its city does not let others upgrade its sites");
  expect(said).toContain("1 of 3 sites would be upgraded. Nothing was changed.");
  expect(code).toBe(0);
  expect(new Set(Object.values(await versions()))).toEqual(new Set(["1.0.0"]));
}, 60_000);

test("it upgrades where nothing has to be decided, in the cities that agreed", async () => {
  const { said } = await frontstep("--template", "ssi-housing", "--to", "1.1.0");
  expect(said).toContain("1 of 3 sites upgraded.");
  expect(await versions()).toEqual({ Adapted: "1.0.0", One: "1.1.0", Elsewhere: "1.0.0" });
}, 60_000);

test("whoever names a city acts for it", async () => {
  const { said } = await frontstep("--template", "ssi-housing", "--to", "1.1.0", "--city", "OH0480100");
  expect(said).toContain("1 of 1 sites upgraded.");
  expect(await versions()).toEqual({ Adapted: "1.0.0", One: "1.1.0", Elsewhere: "1.1.0" });
}, 60_000);

test("a release that is not there is said so", async () => {
  const { said, code } = await frontstep("--template", "ssi-housing", "--to", "9.9.9");
  expect(said).toContain('There is no release 9.9.9 of a template "ssi-housing".');
  expect(code).toBe(1);
}, 60_000);
