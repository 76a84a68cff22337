import { expect, test } from "./fixtures.ts";

test("an author withdraws a release by keyboard, everybody reads why, and it is taken into use again", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("templateAuthor");
  await visitor.visit("/templates/csp-neighborhood?release=3.1.0");
  await page.getByText("All 2 releases").click();
  await page.getByRole("button", { name: "Withdraw release 3.1.0" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Withdraw release 3.1.0" }).click();
  await expect(dialog.getByRole("link", { name: "Choose what it is about" })).toBeVisible();
  await dialog.getByText("It says something wrong.").click();
  await dialog
    .getByLabel("Why it is withdrawn")
    .fill("Item N02 names the wrong council. Stay, and wait for 3.3.0.");
  await visitor.checkPage();
  await dialog.getByRole("button", { name: "Withdraw release 3.1.0" }).click();
  await expect(page.getByText(/Release 3\.1\.0 was withdrawn by/)).toBeVisible();
  await expect(page.getByText("Stay, and wait for 3.3.0.", { exact: false })).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByText(/retiró la versión 3\.1\.0/)).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Take into use again: release 3.1.0" }).click();
  await dialog.getByLabel("Why it is taken into use again").fill("The council is right after all.");
  await dialog.getByRole("button", { name: "Take into use again: release 3.1.0" }).click();
  await expect(page.getByText(/Release 3\.1\.0 was withdrawn by/)).toBeHidden();
});
