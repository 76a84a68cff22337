import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

test("a state official sets cities side by side, sees what cannot be compared, traces a number and takes the files along", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/compare");
  const choice = page.getByRole("region", { name: "What to compare" });

  await page.getByLabel("Indicator").selectOption({ label: "Violent crime (CR-VIOL)" });
  await page.getByLabel("Find a city or site by name").fill("Brackmoor, LK");
  await choice.getByRole("button", { name: "Search" }).click();
  await page.getByRole("button", { name: /^Brackmoor, LK/ }).click();
  await page.getByLabel("Find a city or site by name").fill("Tolliver, LK");
  await choice.getByRole("button", { name: "Search" }).click();
  await page.getByRole("button", { name: /^Tolliver, LK/ }).click();
  await page.getByLabel("From year").fill("2023");
  await page.getByRole("button", { name: "Show these years" }).click();

  await expect(page).toHaveURL(/indicator=CR-VIOL/);
  await expect(page.getByRole("img", { name: /Violent crime, per 100,000 residents, 2025/ })).toBeVisible();
  const table = page.getByRole("table", { name: /every figure and what stands behind it/ });
  await expect(table.getByRole("row")).toHaveCount(7);
  await expect(table.getByRole("row").nth(1)).toContainText("Brackmoor, LK");
  await visitor.checkPage();

  await page.getByRole("button", { name: /Where the figure of Brackmoor, LK for 2025 comes from/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Brought in by")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV and dictionary" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.split("\r\n")[0]).toContain("lower_95,upper_95,months_covered,marks");
  expect(csv).toContain('"Brackmoor, LK",2023,shown');
});

test("a comparison is the same for whoever opens its address, in Spanish too", async ({ page, visitor }) => {
  await visitor.signIn("stateOfficial");
  await page.goto("/compare?indicator=CR-VIOL&from=2025&to=2025&kind=city&find=Dunmere");
  await page.getByRole("button", { name: /^Dunmere, LK/ }).click();
  await expect(page.getByText("1 of 1 place has a figure to compare")).toBeVisible();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("button", { name: "English" })).toBeVisible();
  await expect(page.getByText("not a ranking")).toBeHidden();
  await visitor.checkPage();
});
