import { expect, test } from "./fixtures.ts";

test("a city administrator reads where a site's goals stand, by sentence, state, chart and table", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Harbor Terrace" }).first().click();
  await page.getByRole("link", { name: "Goals" }).click();

  const goals = page.getByRole("region", { name: "Goals" });
  await expect(goals.getByRole("article")).toHaveCount(15);
  const trust = goals.getByRole("article", { name: "Residents trust the partnership's officers" });
  await expect(trust.getByText(/Compared with before launch/).first()).toBeVisible();
  await expect(trust.getByRole("img", { name: /Trust in partnership officers/ })).toBeVisible();
  await trust.getByRole("button", { name: "Table" }).click();
  await expect(trust.getByRole("table")).toBeVisible();
  await visitor.checkPage();
});
