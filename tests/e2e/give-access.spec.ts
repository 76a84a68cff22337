import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

/** The link in the newest letter to an address, from the folder where letters go without a mail server. */
async function linkTo(email: string): Promise<string> {
  const folder = join(process.env["E2E_DATA"] ?? ".", "mail");
  const newest = () =>
    readdirSync(folder)
      .sort()
      .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as { to: string; text: string })
      .findLast((letter) => letter.to === email);
  await expect.poll(newest).toBeDefined();
  const link = /https?:\S+/.exec(newest()?.text ?? "")?.[0] ?? "";
  const { pathname, search } = new URL(link);
  return pathname + search;
}

test("a city administrator invites a colleague, who signs in; the role is changed and taken away", async ({
  page,
  browser,
  visitor,
}) => {
  const email = `colleague-${String(Date.now())}@port-averly.example.org`;
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/members");
  await page.getByRole("link", { name: "Invite person" }).click();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("things to fix")).toBeVisible();
  await page.getByLabel("E-mail address").fill(email);
  await page.locator("label", { hasText: "city editor" }).click();
  await expect(page.getByLabel("Place")).not.toHaveValue("");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(`The invitation to ${email} is on its way.`)).toBeVisible();
  await visitor.checkPage();

  const own = await (await browser.newContext()).newPage();
  const { origin } = new URL(page.url());
  await own.goto(`${origin}${await linkTo(email)}`);
  await own.getByLabel("Your name").fill("Casey Colleague");
  await own.getByLabel("New password").fill("seven quiet steps home");
  await own.getByLabel("The same password again").fill("seven quiet steps home");
  await own.getByRole("button", { name: /accept/i }).click();
  await expect(own.getByRole("button", { name: "Sign out" })).toBeVisible();
  await own.close();

  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("link", { name: "Casey Colleague" }).click();
  await visitor.checkPage();
  await page.locator("label", { hasText: "city viewer" }).click();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("The role was changed.")).toBeVisible();
  await page.getByRole("button", { name: "Take role away" }).click();
  await page.getByLabel("Reason").fill("Works elsewhere now");
  await visitor.checkPage();
  await page.getByRole("dialog").getByRole("button", { name: "Take role away" }).click();
  await expect(page.getByRole("heading", { name: "People with access", level: 1 })).toBeVisible();
  await expect(page.getByText("Casey Colleague")).toHaveCount(0);
});

test("an invitation is taken back from the list", async ({ page, visitor }) => {
  const email = `waiting-${String(Date.now())}@port-averly.example.org`;
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/members/invite");
  await page.getByLabel("E-mail address").fill(email);
  await page.locator("label", { hasText: "city viewer" }).click();
  await expect(page.getByLabel("Place")).not.toHaveValue("");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("is on its way")).toBeVisible();
  await visitor.visit("/members");
  await page.getByRole("button", { name: `Take back the invitation of ${email}` }).click();
  await expect(page.getByText(`The invitation of ${email} no longer works.`)).toBeVisible();
});
