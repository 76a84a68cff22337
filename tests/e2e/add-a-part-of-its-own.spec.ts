import { expect, test } from "./fixtures.ts";

test("a city adds an item of its own, changes it, and takes it out again", async ({ page, visitor }) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Lantern Courts" }).first().click();
  await page.getByRole("link", { name: "Add a part of your own" }).click();
  await expect(page.getByRole("heading", { name: "What do you want to add?" })).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("link", { name: "An item of the checklist" }).click();

  await page.getByRole("button", { name: "Add it to the site" }).click();
  await expect(page.getByRole("group", { name: /things to fix/ })).toBeVisible();
  await page.getByLabel("Phase", { exact: true }).selectOption({ index: 2 });
  await page.getByLabel("Title (English)").fill("Walk the courtyards with residents at night");
  await page.getByLabel("Owner", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(/Due/).fill("14");
  await page.getByLabel(/^Evidence.*\(English\)/).fill("Notes of the walk");
  await page.getByLabel("Kind of reason").selectOption({ index: 2 });
  await page.getByLabel("Reason, in a sentence").fill("Residents asked for it at the first meeting.");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Add it to the site" }).click();

  const difference = page
    .getByRole("listitem")
    .filter({ hasText: "Walk the courtyards with residents at night" });
  await expect(difference.getByText("added by this site.")).toBeVisible();
  await difference.getByRole("link", { name: /^Change/ }).click();
  await page.getByLabel("Title (English)").fill("Walk the courtyards at dusk");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Walk the courtyards at dusk")).toBeVisible();
  await visitor.checkPage();

  await page
    .getByRole("navigation", { name: "Parts of this site" })
    .getByRole("link", { name: "Checklist" })
    .click();
  await expect(page.getByText("Walk the courtyards at dusk").first()).toBeAttached();
  await page
    .getByRole("navigation", { name: "Parts of this site" })
    .getByRole("link", { name: "Overview" })
    .click();
  const own = page.getByRole("listitem").filter({ hasText: "Walk the courtyards at dusk" });
  await own.getByRole("button", { name: /Go back to the release/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Go back to the release" }).click();
  await expect(page.getByText("Walk the courtyards at dusk")).toHaveCount(0);
});
