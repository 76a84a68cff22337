import { expect, test } from "./fixtures.ts";

test("a city reads what a newer release changes, decides what only it can, upgrades, and goes back", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Millrace Homes" }).first().click();
  await page.getByRole("link", { name: "Look at release 3.2.0" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Upgrade to release 3.2.0" })).toBeVisible();
  await visitor.checkPage();

  const upgrade = page.getByRole("button", { name: "Upgrade to 3.2.0" });
  const question = page.getByRole("region", { name: /Roving support team/ });
  await expect(upgrade).toBeDisabled();
  await question.getByText("Keep our part").click();
  await question.getByLabel("Why").fill("The team is paid for until next summer.");
  await question.getByRole("button", { name: "Keep this decision" }).click();
  await expect(question.getByText("Ours is kept")).toBeVisible();
  await expect(upgrade).toBeEnabled();

  await page.reload();
  await expect(question.getByText("The team is paid for until next summer.")).toBeVisible();
  await page.getByText(/The checklist as it will be/).click();
  await expect(page.getByRole("table", { name: /The checklist after the upgrade/ })).toBeVisible();
  await visitor.checkPage();
  await upgrade.click();

  await expect(page.getByText("Release 3.2.0 is the newest of its template.")).toBeVisible();
  await expect(page.getByText(/Upgraded from 3.1.0 to 3.2.0/)).toBeVisible();
  await expect(page.getByText(/Other: The team is paid for until next summer/)).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("link", { name: "Go back to release 3.1.0" }).click();
  await expect(page.getByText("Everything that the upgrade changed goes back.")).toBeVisible();
  await visitor.checkPage();
  await page.getByLabel("Why the upgrade is taken back").fill("The council wants to read it first.");
  await page.getByRole("button", { name: "Go back to 3.1.0" }).click();
  await expect(page.getByText(/and taken back since/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Look at release 3.2.0" })).toBeVisible();
});
