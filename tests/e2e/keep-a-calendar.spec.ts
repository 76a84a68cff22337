import { expect, test } from "./fixtures.ts";

test("a viewer makes a calendar, reads it without a session, gives it another address and removes it", async ({
  page,
  visitor,
  playwright,
}) => {
  await visitor.signIn("cityViewer");
  await page.getByRole("link", { name: "Calendar", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Calendar", exact: true })).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("button", { name: "Make calendar" }).click();
  const address = page.getByLabel("Secret address of your calendar");
  const first = await address.inputValue();
  await expect(page.getByText("Not yet")).toBeVisible();
  await visitor.checkPage();

  const program = await playwright.request.newContext();
  const pathOf = (of: string) => page.url().replace("/calendar", "") + of.slice(of.indexOf("/calendar.ics"));
  const read = await program.get(pathOf(first));
  expect(read.status()).toBe(200);
  expect(await read.text()).toContain("BEGIN:VEVENT");

  await page.reload();
  await expect(page.getByRole("button", { name: "Remove calendar" })).toBeVisible();
  await expect(address).toHaveCount(0);
  await expect(page.getByText("Not yet")).toHaveCount(0);

  await page.getByRole("button", { name: "Change language" }).click();
  await page.getByRole("dialog").getByLabel("Language").selectOption("es");
  await page.getByRole("button", { name: "Save language" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await (await program.get(pathOf(first))).text()).toContain("PRODID:-//Frontstep//Reminders//ES");

  await page.getByRole("button", { name: "Make a new address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make a new address" }).click();
  await expect(address).not.toHaveValue(first);
  const second = await address.inputValue();
  expect((await program.get(pathOf(first))).status()).toBe(404);
  expect((await program.get(pathOf(second))).status()).toBe(200);

  await page.getByRole("button", { name: "Remove calendar" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove calendar" }).click();
  await expect(page.getByText("The calendar is removed.")).toBeVisible();
  await visitor.checkPage();
  expect((await program.get(pathOf(second))).status()).toBe(404);
  await program.dispose();
});
