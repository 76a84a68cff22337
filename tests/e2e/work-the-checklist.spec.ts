import { expect, test } from "./fixtures.ts";

test("an item is done, shown by a link and a file, signed off and reopened with a reason", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites?stage=PREPARING");
  // The last by name: the spec that opens sites and moves launch dates works with the first.
  await page.getByRole("rowheader").getByRole("link").last().click();
  const site = new URL(page.url()).pathname;
  await visitor.visit(`${site}?tab=checklist`);
  await page.getByLabel("Show").selectOption("open");
  await expect(page.getByRole("button", { name: /Show: Unfinished/ })).toBeVisible();
  await visitor.checkPage();

  // What waits for nothing: an item whose row names no other.
  const free = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader"), hasNotText: "Waits for" })
    .first();
  await free.getByRole("link").click();
  await visitor.checkPage();

  await page.getByText("Done", { exact: true }).first().click();
  await page.getByRole("button", { name: "Save status" }).click();
  await expect(page.getByRole("heading", { level: 1 }).locator("..").getByText("Done")).toBeVisible();

  await page.getByText("Add a link").first().click();
  await page.getByLabel("What it is, in a few words").first().fill("Signed memo");
  await page.getByLabel("Address, starting with https://").fill("https://example.org/memo");
  await page.getByRole("button", { name: "Add a link" }).click();
  await expect(page.getByRole("link", { name: "Signed memo" })).toBeVisible();

  await page.getByText("Add a file").first().click();
  await page.getByLabel("What it is, in a few words").last().fill("Minutes");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "minutes.txt", mimeType: "text/plain", buffer: Buffer.from("All agreed.") });
  await page.getByRole("button", { name: "Add a file" }).click();
  const file = page.getByRole("link", { name: "Minutes" });
  await expect(file).toBeVisible();
  const download = page.waitForEvent("download");
  await file.click();
  expect((await download).suggestedFilename()).toBe("minutes.txt");
  await visitor.checkPage();

  await page.getByRole("button", { name: "Sign off" }).click();
  await expect(page.getByText(/Signed off by/)).toBeVisible();
  await page.getByRole("button", { name: "Reopen" }).click();
  await page.getByLabel("Why it is reopened").fill("The memo names last year's lead.");
  await page.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByText("The memo names last year's lead.")).toBeVisible();
});

test("a viewer reads the checklist and is offered nothing to change", async ({ page, visitor }) => {
  await visitor.signIn("cityViewer");
  await page.goto("/sites");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Change", exact: true })).toHaveCount(0);
  await page.goto(`${new URL(page.url()).pathname}?tab=checklist&show=gates`);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Evidence" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save status" })).toHaveCount(0);
});
