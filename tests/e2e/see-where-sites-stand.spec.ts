import { expect, test } from "./fixtures.ts";

test("a state official sees the sites by stage on a map, walks the marks by keyboard, and reads the same as a table", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/");
  const map = page.getByRole("application", { name: "Map of the sites by stage" });
  await map.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Cannery Park, Marrow Falls · Launched")).toBeVisible();
  await page.keyboard.press("+");
  await expect(page.getByText(/Launched: \d+/)).toBeVisible();

  const figure = page.getByRole("figure").filter({ has: map });
  await figure.getByRole("button", { name: "Table" }).click();
  const twin = page.getByRole("figure").getByRole("table");
  await expect(twin.getByRole("row", { name: /Cannery Park/ })).toContainText("Launched");
  await visitor.checkPage();

  await page.getByRole("link", { name: "Old Mill" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Old Mill" })).toBeVisible();
});

test("a city sees by site which figures are not yet in, and goes from there to that site's figures", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/");
  const section = page.getByRole("region", { name: "Figures not yet in" });
  await expect(section.getByRole("link", { name: "Figures not yet in: Bring figures in" })).toBeVisible();
  await section.getByRole("link", { name: /^Harbor Terrace: \d+ indicators?$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Figures" })).toBeVisible();
  await expect(page.getByLabel("Site")).toHaveValue(/.+/);
  await expect(page.getByRole("cell", { name: "Harbor Terrace" }).first()).toBeVisible();
});
