import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { fileFromElsewhere } from "./template-file.ts";

test("an author brings a template in from a file, after comparing its key, and exports it again", async ({
  page,
  visitor,
}) => {
  const key = `riverside-${String(Date.now() % 100_000)}`;
  const file = fileFromElsewhere(key);
  const choose = async (buffer: Buffer) => {
    await page
      .getByLabel("Drop a template file here, or choose one")
      .setInputFiles({ name: `${key}.frontstep.json`, mimeType: "application/json", buffer });
  };
  await visitor.signIn("templateAuthor");
  await visitor.visit("/templates");
  await page.getByRole("link", { name: "Bring a template in from a file" }).click();
  await visitor.checkPage();

  await choose(Buffer.from(file.toString("utf8").replace("Evening", "Morning")));
  await expect(page.getByText("Release 1.0.0 was changed after it was signed.")).toBeVisible();
  await visitor.checkPage();

  await choose(file);
  await expect(page.getByText("Nobody here knows this key yet.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Bring in 1 release" })).toBeDisabled();
  await expect(page.getByRole("heading", { name: "<img src=x" })).toBeVisible();
  await visitor.checkPage();
  await page.getByText("I compared the fingerprint with Riverside Alliance.").click();
  await page.getByRole("button", { name: "Bring in 1 release" }).click();
  await expect(page.getByText("Release 1.0.0 was added.")).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("link", { name: "Open <img" }).click();
  await expect(page.getByText("This release came from Riverside Alliance")).toBeVisible();
  await visitor.checkPage();
  expect(await page.title()).toContain("<img src=x");
  expect(await page.locator("img[src='x']").count()).toBe(0);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as a signed file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${key}.frontstep.json`);
  expect(readFileSync(await download.path()).equals(file)).toBe(true);

  await visitor.visit("/template-keys");
  await expect(page.getByRole("heading", { name: "Riverside Alliance" }).first()).toBeVisible();
  await page.getByText("Trust it no longer", { exact: true }).first().click();
  await page.getByLabel("Why").fill("They wrote that it was lost.");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Trust it no longer" }).click();
  await expect(page.getByText("They wrote that it was lost.")).toBeVisible();
});
