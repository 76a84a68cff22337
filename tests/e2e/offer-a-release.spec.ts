import { expect, test } from "./fixtures.ts";

test("a state offers a release to some sites, and a city sees what it would change, and declines it", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/fleet");
  await page.getByRole("combobox", { name: "Template" }).selectOption("csp-park");
  await expect(page.getByRole("row", { name: /Tidewater Park/ })).toContainText("1 release");
  await page.getByText("Offer a release, or upgrade several sites").click();
  await page.getByLabel("Choose Tidewater Park").check();
  await expect(page.getByText("For the one site chosen below.")).toBeVisible();
  await page.getByLabel(/Note to the sites/).fill("The summer program needs the newer checklist.");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Offer 3.2.0" }).click();
  await expect(page.getByText("The release is offered to 1 site.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Tidewater Park/ })).toContainText("Offered");
  await page.getByRole("button", { name: "Sign out" }).click();

  await visitor.signIn("cityAdministrator");
  const needs = page.getByRole("region", { name: "Releases offered to your sites" });
  await expect(needs.getByRole("listitem").filter({ hasText: "Tidewater Park" })).toContainText(
    /Release 3\.2\.0 is offered: \d+ change/,
  );
  await visitor.checkPage();
  await page.goto("/sites");
  await page.getByRole("link", { name: "Tidewater Park" }).first().click();
  await expect(page.getByText(/The summer program needs the newer checklist\./)).toBeVisible();
  await expect(page.getByRole("link", { name: "Look at release 3.2.0" })).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("button", { name: "Decline" }).click();
  await page.getByLabel("Why this site does not take it").fill("We finish the summer on the older one.");
  await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText(/Release 3\.2\.0 was declined by .*We finish the summer/)).toBeVisible();
  await visitor.checkPage();
});
