import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";

test("a state sees which release each site has, finds those behind, and takes the list with it", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await page.getByRole("link", { name: "Fleet" }).first().click();
  await expect(page.getByRole("img", { name: /Sites by release/ })).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Table" }).first().click();
  await expect(page.getByRole("table", { name: /Sites by release/ })).toBeVisible();

  await page.getByRole("combobox", { name: "Behind" }).selectOption({ label: "Only those behind" });
  await expect(page).toHaveURL(/behind=yes/);
  await expect(page.getByRole("row", { name: /Northside/ })).toContainText(/1 release/);
  await expect(page.getByRole("row", { name: /Foundry Row/ })).toHaveCount(0);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "All as CSV" }).click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  expect(file).toContain("releases_behind");
  expect(file).toContain("Northside");
  expect(file).not.toContain("Foundry Row");
  await page.goBack();
  await expect(page.getByRole("row", { name: /Foundry Row/ })).toBeVisible();
});

test("a state upgrades the sites where nothing has to be decided, and is told which need a person", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/fleet?template=csp-neighborhood");
  await page.getByText("Offer a release, or upgrade several sites").click();
  await page.getByRole("button", { name: /Upgrade to 3\.2\.0 where nothing has to be decided/ }).click();
  await expect(page.getByRole("heading", { name: "What came of it" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Northside/ })).toContainText("City does not allow it");
  await visitor.checkPage();
  await visitor.visit("/fleet/runs");
  await expect(page.getByRole("row", { name: /neighborhood to 3\.2\.0/ }).first()).toContainText("0 of 1");
});

test("a city decides who may upgrade its sites", async ({ page, visitor }) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/jurisdictions?search=Port+Averly");
  await page.getByRole("link", { name: "Port Averly" }).first().click();
  const owner = page.getByLabel(/Let the template’s owner upgrade our sites/);
  await expect(page.getByLabel(/Let the state upgrade our sites/)).toBeChecked();
  await expect(owner).not.toBeChecked();
  await page.getByText(/Let the template’s owner upgrade our sites/).click();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Save the decision" }).click();
  await expect(page.getByText(/Decided by Marisol Quintero/)).toBeVisible();
  await page.reload();
  await expect(owner).toBeChecked();
});

test("what a city proposes reaches the template's owner, who answers it", async ({ page, visitor }) => {
  await visitor.signIn("templateAuthor");
  await visitor.visit("/proposals");
  const change = page.getByRole("region", { name: /foot beat/i });
  await expect(change).toContainText(/1 of \d+ sites made this change/);
  await change.getByRole("button", { name: /Decline with an answer/ }).click();
  await page.getByLabel("Your answer").fill("Ten officers are what the evaluation was made with.");
  await page.getByRole("dialog").getByRole("button", { name: "Decline with an answer" }).click();
  await expect(page.getByRole("heading", { name: "No proposal waits for an answer" })).toBeVisible();
  await visitor.checkPage();
});
