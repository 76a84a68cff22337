import { expect, test } from "./fixtures.ts";

test("a template author begins a template, mends what is found, publishes it, and drafts its next release", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("templateAuthor");
  await visitor.visit("/authoring");
  await page.getByRole("link", { name: "New template" }).first().click();
  await page.getByLabel("Name (English)").fill("Small parks");
  await page.getByLabel("Name (Spanish)").fill("Small parks, in Spanish");
  await page.getByLabel("Key").fill("small-parks");
  await page.getByLabel("Begin as a copy of").selectOption("csp-park");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await expect(page.getByText("This will be release 1.0.0, the first")).toBeVisible();
  await visitor.checkPage();

  const sections = page.getByRole("navigation", { name: "Sections of the draft" });
  await sections.getByRole("link", { name: /^Goals/ }).click();
  await visitor.checkPage();
  await page.getByLabel("Find a part").fill("trust the partnership");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: "Residents trust the partnership's officers" }).click();
  await page.getByRole("button", { name: "Remove indicator 1" }).click();
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByText('"O1" has no indicator.').first()).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Add an indicator" }).click();
  await page.getByRole("combobox", { name: "Indicator" }).selectOption("TR-TRU");
  await page.getByRole("combobox", { name: "What is sought" }).selectOption("changeByPoints");
  await page.getByRole("spinbutton", { name: /^Points/ }).fill("12");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByText('"O1" has no indicator.')).toHaveCount(0);

  await sections.getByRole("link", { name: "Review and publish" }).click();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Publish this release" }).click();
  await page.getByRole("button", { name: "Publish for good" }).click();
  await expect(page.getByText("Release 1.0.0 is published")).toBeVisible();

  await page.getByRole("button", { name: "Draft the next release of Small parks" }).click();
  await expect(page.getByText("Nothing differs from the release before.")).toBeVisible();
  await sections.getByRole("link", { name: /^Activities/ }).click();
  await page.getByRole("link", { name: "Add a part" }).click();
  await page.getByRole("textbox", { name: "Key" }).fill("A-WALK");
  await page.getByRole("textbox", { name: "Name (English)" }).fill("Evening walk with residents");
  await page.getByRole("textbox", { name: "Name (Spanish)" }).fill("Evening walk, in Spanish");
  await page.getByRole("combobox", { name: "Tenet" }).selectOption("engagement");
  await page.getByRole("textbox", { name: "How often and how much (English)" }).fill("Weekly");
  await page.getByRole("textbox", { name: "How often and how much (Spanish)" }).fill("Weekly, in Spanish");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Add a part" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Evening walk with residents" })).toBeVisible();

  await sections.getByRole("link", { name: "Review and publish" }).click();
  await expect(page.getByText("1 note is missing. Write and save it first.")).toBeVisible();
  await page.getByRole("textbox", { name: /^Why it changed.*English/ }).fill("Residents asked for it.");
  await page
    .getByRole("textbox", { name: /^Why it changed.*Spanish/ })
    .fill("Residents asked for it, in Spanish.");
  await page.getByRole("button", { name: "Save the notes" }).click();
  await expect(page.getByText("1 note is missing. Write and save it first.")).toHaveCount(0);
  await page.getByRole("button", { name: "Publish this release" }).click();
  await expect(page.getByLabel("Number of the release")).toHaveValue("1.1.0");
  await expect(page.getByText("Nobody can change a release afterwards")).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Publish for good" }).click();
  await expect(page.getByText("Release 1.1.0 is published")).toBeVisible();
  await visitor.checkPage();
});
