import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

test("a city sees from its home page which partner roles are not covered, where, and on whom they hang", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.getByRole("link", { name: "Required partner roles not covered: Coverage map" }).click();
  const map = page.getByRole("table", { name: "Sites and their partner roles" });
  const covered = map.getByRole("row").filter({ hasText: "Tidewater Park" });
  await expect(covered).toContainText("Covered");
  await expect(covered).toContainText("Nothing promised");
  await expect(map.getByRole("row").filter({ hasText: "Lantern Courts" })).toContainText("Gap");

  const network = page.getByRole("figure").filter({ hasText: "would be gaps" });
  await network.getByRole("img", { name: /Organizations on the left/ }).press("ArrowDown");
  await expect(
    network.getByText(/Bridgeway Peace Collective: \d+ roles, \d+ required roles alone/),
  ).toBeVisible();
  await network.getByRole("button", { name: "Table" }).click();
  await expect(network.getByRole("row").filter({ hasText: "Bridgeway Peace Collective" })).toContainText(
    "Harbor Terrace",
  );
  await visitor.checkPage();

  await covered.getByRole("link", { name: "Tidewater Park" }).click();
  await expect(page.getByText(/required roles are held/)).toBeVisible();
});

test("an organization is told where its own partnerships stand", async ({ page, visitor }) => {
  await visitor.signIn("partnerStaff");
  await page.goto("/coverage");
  await expect(page.getByText("It shows all partnerships of a city")).toBeVisible();
  await page.getByRole("link", { name: "My partnerships" }).click();
  await expect(page.getByRole("heading", { name: "My partnerships" })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "All as CSV" }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toContain("City,Site,Organization,Role,Stage");
  await expect(
    page.getByText(`${String(lines.length - 1)} of ${String(lines.length - 1)} read`),
  ).toBeVisible();
  expect(lines.filter((line) => line.includes("Bridgeway Peace Collective"))).toHaveLength(lines.length - 1);
});
