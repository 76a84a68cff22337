import { expect, test } from "./fixtures.ts";

test("the palette opens by keyboard and goes to a site by a part of its name", async ({ page, visitor }) => {
  await visitor.signIn("cityAdministrator");
  await visitor.checkPage();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await expect(palette).toBeVisible();
  await palette.getByRole("combobox").fill("harbor");
  await expect(palette.getByRole("option", { name: "Harbor Terrace Port Averly" })).toBeVisible();
  await visitor.checkPage();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Harbor Terrace" })).toBeVisible();
});

test("help answers by question and the palette leads to the answer", async ({ page, visitor }) => {
  await visitor.signIn("cityViewer");
  await visitor.visit("/help");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("launch gate");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/help#gate$/);
});

test("the tour has five steps, and once closed it stays closed", async ({ page, visitor }) => {
  await visitor.signIn("siteCoordinator");
  const tour = page.getByRole("complementary");
  await expect(tour).toContainText("1 of 5");
  for (let step = 2; step <= 5; step += 1) {
    await tour.getByRole("button", { name: "Next" }).click();
    await expect(tour).toContainText(`${String(step)} of 5`);
  }
  await tour.getByRole("button", { name: "Done" }).click();
  await expect(tour).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { name: "What needs you" })).toBeVisible();
  await expect(tour).toBeHidden();
});

test("an address that nobody has says so and keeps the menu", async ({ page, visitor }) => {
  await visitor.signIn("cityViewer");
  await page.goto("/no-such-page");
  await expect(page.getByRole("heading", { name: "No page at this address" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main menu" })).toBeVisible();
});
