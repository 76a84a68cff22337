import { expect, test } from "./fixtures.ts";

test("a city fills a slot, records a training, corrects a day and ends the assignment", async ({
  page,
  visitor,
}) => {
  const name = `Núria Vázquez ${String(Date.now())}`;
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Harbor Terrace" }).first().click();
  const tabs = page.getByRole("navigation", { name: "Parts of this site" });
  await tabs.getByRole("link", { name: "Roster" }).click();
  await expect(page.getByRole("table", { name: "Slots of this site" })).toBeVisible();
  await visitor.checkPage();

  await page
    .getByRole("link", { name: /^Fill slot:/ })
    .first()
    .click();
  await visitor.checkPage();
  await page.getByText("A person who is not on the roster yet").click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Rank or grade").fill("Police Officer III");
  await page.getByText("Spanish", { exact: true }).click();
  await page.getByLabel("First day").fill("2026-03-02");
  await page.getByRole("button", { name: "Fill slot" }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();

  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await visitor.checkPage();
  const training = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Record" }) })
    .first();
  await expect(training.getByText("Not done")).toBeVisible();
  await training.getByRole("button", { name: "Record" }).click();
  await expect(training.getByText(/^Done/).first()).toBeVisible();

  await page.getByRole("link", { name: /^Correct the assignment/ }).click();
  await visitor.checkPage();
  await page.getByLabel("First day").fill("2026-03-09");
  await page.getByRole("button", { name: "Save correction" }).click();
  await expect(page.getByText("Mar 9, 2026")).toBeVisible();

  await page.getByRole("link", { name: "Change", exact: true }).click();
  await visitor.checkPage();
  await page.getByLabel("Rank or grade").fill("Senior Lead Officer");
  await page.getByRole("button", { name: "Save person" }).click();
  await expect(page.getByText("Senior Lead Officer")).toBeVisible();

  await page.getByRole("link", { name: /^End the assignment/ }).click();
  await visitor.checkPage();
  await page.getByLabel("Last day").fill("2026-06-30");
  await page.getByText("Promotion").click();
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByRole("table", { name: "Slots of this site" })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeHidden();
  await page.getByLabel("Roster as of").fill("2026-05-01");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
});

test("a slot cannot be filled with days that end before they start, and what was typed stays", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/roster/new");
  await page.getByRole("button", { name: "Add person" }).click();
  await expect(page.getByText("Fill this in").first()).toBeVisible();
  await visitor.visit("/roster");
  await visitor.visit("/roster?tab=vacancies");
  await page
    .getByRole("link", { name: /^Fill slot:/ })
    .first()
    .click();
  await page.getByLabel("First day").fill("2099-01-01");
  await page.getByText("A person who is not on the roster yet").click();
  await page.getByLabel("Name", { exact: true }).fill(`Far Future ${String(Date.now())}`);
  await page.getByLabel("Rank or grade").fill("Sergeant");
  await page.getByRole("button", { name: "Fill slot" }).click();
  await expect(page.getByText("Choose a first day within the next 10 years.").first()).toBeVisible();
  await expect(page.getByLabel("First day")).toHaveValue("2099-01-01");
});
