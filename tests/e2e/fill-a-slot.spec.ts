import { expect, test } from "./fixtures.ts";

/** A day some days ago: the slots of the sample state became vacant a month ago or earlier. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** The day as the pages write it. */
function inWords(day: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));
}

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
  await page.getByLabel("First day").fill(daysAgo(20));
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
  await page.getByLabel("First day").fill(daysAgo(13));
  await page.getByRole("button", { name: "Save correction" }).click();
  await expect(page.getByText(inWords(daysAgo(13)))).toBeVisible();

  await page.getByRole("link", { name: /^Leave from the slot/ }).click();
  await expect(page.getByText("No leave is recorded.")).toBeVisible();
  await visitor.checkPage();
  await page.getByLabel("First day away").fill(daysAgo(10));
  await page.getByLabel("Last day away").fill(daysAgo(6));
  await page.getByText("Sent to other duty").click();
  await page.getByRole("button", { name: "Record leave" }).click();
  await expect(page.getByText("if 5 days of leave are made up")).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("link", { name: "Back to the person" }).click();

  await page.getByRole("link", { name: "Change", exact: true }).click();
  await visitor.checkPage();
  await page.getByLabel("Rank or grade").fill("Senior Lead Officer");
  await page.getByRole("button", { name: "Save person" }).click();
  await expect(page.getByText("Senior Lead Officer")).toBeVisible();

  await page.getByRole("link", { name: /^End the assignment/ }).click();
  await visitor.checkPage();
  await page.getByLabel("Last day").fill(daysAgo(2));
  await page.getByText("Promotion").click();
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByRole("table", { name: "Slots of this site" })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeHidden();
  await page.getByLabel("Roster as of").fill(daysAgo(8));
  await expect(page.getByText(`On leave until ${inWords(daysAgo(6))}`)).toBeVisible();
  await page.getByLabel("Roster as of").fill(daysAgo(5));
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
  await visitor.visit("/roster?tab=strength");
  await expect(page.getByText(/slots were filled on \d+% of their days/)).toBeVisible();
  await page.getByRole("button", { name: "Table" }).first().click();
  await expect(page.getByRole("columnheader", { name: /Slot-days planned/ })).toBeVisible();
  await visitor.checkPage();
  await visitor.visit("/roster?tab=movements");
  await expect(page.getByRole("columnheader", { name: /What happened/ })).toBeVisible();
  await expect(page.getByRole("cell", { name: "Came", exact: true }).first()).toBeVisible();
  await visitor.checkPage();
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
