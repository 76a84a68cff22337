import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

async function begin(
  page: Page,
  template: { name: string; key: string; from: string; isExtending: boolean },
) {
  await page.goto("/authoring/new");
  await page.getByLabel("Name (English)").fill(template.name);
  await page.getByLabel("Name (Spanish)").fill(`${template.name}, in Spanish`);
  await page.getByLabel("Key").fill(template.key);
  await page.getByLabel("Begin as a copy of").selectOption(template.from);
  if (template.isExtending) await page.getByText("Go on taking its releases").click();
}

async function publish(page: Page) {
  await page
    .getByRole("navigation", { name: "Sections of the draft" })
    .getByRole("link", { name: "Review and publish" })
    .click();
  await page.getByRole("button", { name: "Publish this release" }).click();
  await page.getByRole("button", { name: "Publish for good" }).click();
}

/** Gives the first activity of a draft another dose. */
async function changeDose(page: Page, dose: string) {
  await page
    .getByRole("navigation", { name: "Sections of the draft" })
    .getByRole("link", { name: /^Activities/ })
    .click();
  await page.getByRole("main").getByRole("link", { name: "Foot beats with introductions" }).click();
  await page.getByLabel("How often and how much (English)").fill(dose);
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByText("Saved in the draft.")).toBeVisible();
}

test("a template extends another one, and its draft takes the next release of that one without losing its own", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("templateAuthor");
  await begin(page, { name: "Base for parks", key: "base-for-parks", from: "csp-park", isExtending: false });
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await expect(page.getByText("This will be release 1.0.0, the first")).toBeVisible();
  await publish(page);
  await expect(page.getByText("Release 1.0.0 is published")).toBeVisible();

  await begin(page, { name: "River parks", key: "river-parks", from: "base-for-parks", isExtending: true });
  await visitor.checkPage();
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await expect(
    page.getByText(/\d+ parts as there, 0 said differently, 0 left out, 0 of its own\./),
  ).toBeVisible();
  await changeDose(page, "Twice a week");

  await page.goto("/authoring");
  await page.getByRole("button", { name: "Draft the next release of Base for parks" }).click();
  await expect(page.getByText("Nothing differs from the release before.")).toBeVisible();
  await changeDose(page, "Every day in summer");
  await page
    .getByRole("navigation", { name: "Sections of the draft" })
    .getByRole("link", { name: "Review and publish" })
    .click();
  await page.getByRole("textbox", { name: /^Why it changed.*English/ }).fill("Children asked for it.");
  await page.getByRole("button", { name: "Save the notes" }).click();
  await expect(page.getByText("1 note is missing. Write and save it first.")).toHaveCount(0);
  await page.getByRole("button", { name: "Publish this release" }).click();
  await page.getByRole("button", { name: "Publish for good" }).click();
  await expect(page.getByText(/Release 1\.\d\.\d is published/)).toBeVisible();

  await page.goto("/authoring");
  await page.getByRole("link", { name: "Go on with the draft of River parks" }).click();
  await expect(page.getByText(/1 said differently/)).toBeVisible();
  await page.getByRole("link", { name: /See what 1\.\d\.\d would change in this draft/ }).click();
  await expect(page.getByRole("heading", { name: /Take release 1\.\d\.\d into the draft/ })).toBeVisible();
  await visitor.checkPage();
  const taking = page.getByRole("button", { name: /^Take 1\.\d\.\d into the draft/ });
  await expect(taking).toBeDisabled();
  await page.getByText("Keep what we have").first().click();
  await page.getByRole("button", { name: "Keep this decision" }).click();
  await expect(taking).toBeEnabled();
  await taking.click();
  await expect(page.getByText(/newer release of it is there/)).toHaveCount(0);
  await expect(page.getByText(/1 said differently/)).toBeVisible();
  await visitor.checkPage();
});
