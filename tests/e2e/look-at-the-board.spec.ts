import { expect, test } from "./fixtures.ts";

test("a city sees who holds each slot when, walks the bars by keyboard, and opens the person", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/roster");
  await page.getByRole("link", { name: "Board", exact: true }).click();
  const terrace = page.getByRole("region", { name: "Harbor Terrace" });
  await expect(terrace.getByText(/of 15 slots held today/)).toBeVisible();
  await visitor.checkPage();

  const drawing = terrace.getByRole("img", { name: /^Slots of Harbor Terrace over time/ });
  await drawing.press("ArrowDown");
  await expect(terrace.getByText(/^Site sergeant, full time in the site: .*commitment ends/)).toBeVisible();
  await terrace.getByRole("button", { name: "Table" }).click();
  const vacant = terrace.getByRole("row").filter({ hasText: "Officer:" }).filter({ hasText: "Vacant" });
  await expect(vacant.filter({ hasText: "No end known" })).toHaveCount(1);
  await terrace.getByRole("button", { name: "Chart" }).click();
  await page.getByRole("button", { name: "One year earlier" }).click();
  await expect(page).toHaveURL(/from=\d{4}/);
  await drawing.press("ArrowDown");
  await drawing.press("Enter");
  await expect(page).toHaveURL(/\/roster\/[0-9a-f-]+\/[0-9a-f-]+$/);
});
