import { expect, test } from "./fixtures.ts";

test("a partner rates a site from outside, differs from its team, and says why", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("partnerStaff");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Tidewater Park" }).first().click();
  await page
    .getByRole("navigation", { name: "Parts of this site" })
    .getByRole("link", { name: "Fidelity" })
    .click();
  await expect(page.getByRole("heading", { name: "The site’s own team" })).toBeVisible();
  await page.getByRole("link", { name: "Rate this site" }).click();

  await expect(page.getByRole("heading", { name: "Rate Tidewater Park" })).toBeVisible();
  await page.getByRole("button", { name: "Record the review" }).click();
  await expect(page.getByRole("group", { name: /things to fix/ })).toBeVisible();
  await page.getByLabel("In which roles, or for which organization").fill("Bridgeway, program manager");
  for (const component of await page.getByRole("group", { name: /^C\d+ / }).all())
    await component.getByText("3: mostly there").click();
  const trust = page.getByRole("group", { name: "C5 Judged on trust, not on arrests" });
  await trust.getByText("0: absent").click();
  await page
    .getByRole("button", { name: "Add evidence for C1 Dedicated officers, long in one place" })
    .click();
  const evidence = page.getByRole("group", { name: "Evidence 1 for C1" });
  await evidence.getByLabel("What shows it").fill("Assignment orders of the command");
  await evidence.getByLabel("From which day").fill("2026-01-15");
  await visitor.checkPage();
  await evidence
    .getByLabel("From which day")
    .fill(new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Record the review" }).click();

  await expect(page.getByText("Bridgeway, program manager").first()).toBeVisible();
  const difference = page
    .getByRole("listitem")
    .filter({ hasText: "C5 Judged on trust, not on arrests: Own team" });
  await expect(difference.getByText("No reason yet")).toBeVisible();
  await difference.getByRole("button", { name: /Say why/ }).click();
  await page
    .getByLabel("What did you see that the other rater did not?")
    .fill("The appraisal form that we were shown counts arrests.");
  await page.getByRole("button", { name: "Keep the reason" }).click();
  await expect(
    difference.getByText("Outside: The appraisal form that we were shown counts arrests."),
  ).toBeVisible();
  await visitor.checkPage();
});

test("a state official sets sites side by side without a ranking", async ({ page, visitor }) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/fidelity");
  const table = page.getByRole("table", { name: "Fidelity" });
  await expect(table.getByRole("rowheader").first()).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Own team" }).getByRole("button")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Kind of site" }).selectOption({ label: "Park" });
  await expect(page).toHaveURL(/kind=PARK/);
  await expect(table.getByText("Public housing")).toHaveCount(0);
  await page.getByRole("button", { name: "Table" }).click();
  await visitor.checkPage();
});
