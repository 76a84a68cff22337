import { expect, test } from "./fixtures.ts";

test("a steward adds a jurisdiction, finds it, and changes it", async ({ page, visitor }) => {
  const name = `Quarry Bend ${String(Date.now())}`;
  await visitor.signIn("platformSteward");
  await visitor.visit("/jurisdictions");
  await page.getByRole("link", { name: "Add jurisdiction" }).click();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Add jurisdiction" }).click();
  await expect(page.getByText("3 things to fix")).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Kind").selectOption("City");
  await page.getByLabel("State").selectOption("OH");
  await page.getByLabel("Residents").fill("48210");
  await page.getByLabel("Year of the count").fill("2025");
  await page.getByLabel("Source of the count").fill("Census estimate");
  await page.getByRole("button", { name: "Add jurisdiction" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await visitor.checkPage();
  await page.getByLabel("Residents").fill("48300");
  await page.getByRole("button", { name: "Save jurisdiction" }).click();
  await expect(page.getByText("48,300")).toBeVisible();
});

test("leaving a form with something typed asks first", async ({ page, visitor }) => {
  await visitor.signIn("platformSteward");
  await page.goto("/jurisdictions/new");
  await page.getByLabel("Name").fill("Halfway");
  await page.getByRole("link", { name: "Templates" }).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Halfway");
});

test("filters are kept in the address and taken away by their chips", async ({ page, visitor }) => {
  await visitor.signIn("stateOfficial");
  await page.goto("/jurisdictions");
  await page.getByLabel("Name or ORI").fill("averly");
  await page.getByLabel("Name or ORI").press("Enter");
  await expect(page).toHaveURL(/search=averly/);
  await expect(page.getByRole("link", { name: "Port Averly" })).toBeVisible();
  await page.getByRole("button", { name: /averly/ }).click();
  await expect(page).not.toHaveURL(/search=/);
  await page.goBack();
  await expect(page).toHaveURL(/search=averly/);
});
