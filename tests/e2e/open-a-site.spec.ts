import { expect, test } from "./fixtures.ts";

const launchOn = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);

test("a city administrator opens a site step by step, leaves and comes back, and gets what the review showed", async ({
  page,
  visitor,
}) => {
  // Six steps, most of them checked with axe.
  test.setTimeout(150_000);
  const name = `Juniper Court ${String(Date.now() % 100_000)}`;
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/sites");
  await page.getByRole("link", { name: "Open site" }).click();
  await visitor.checkPage();

  await page.getByText("Community Safety Partnership: public housing 3.2.0").click();
  await page.getByRole("button", { name: "Continue" }).click();

  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("group", { name: "One thing to fix" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel("Address").fill("12 Juniper Street");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Continue" }).click();

  await page.getByRole("textbox", { name: "Launch date" }).fill(launchOn);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("group", { name: "City lead" })).toBeVisible();

  await page.goto("/sites");
  await page.getByRole("link", { name }).click();
  await page
    .getByRole("navigation", { name: "Steps of this form" })
    .getByRole("link", { name: "Launch date" })
    .click();
  await expect(page.getByRole("textbox", { name: "Launch date" })).toHaveValue(launchOn);
  await page.getByRole("button", { name: "Continue" }).click();
  await page
    .getByRole("group", { name: "City lead" })
    .getByRole("textbox", { name: "Name" })
    .fill("Rosa Delgado");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Continue" }).click();

  await page.getByText("Governance bodies").click();
  await page.getByText("Positions (").click();
  await page.getByRole("button", { name: "Leave out or change Officer: foot beat" }).click();
  await page.getByText("Change: number of seats").click();
  await page.getByRole("textbox", { name: "number of seats" }).fill("1");
  await page.getByLabel("Kind of reason").selectOption("RESOURCES");
  await page.getByLabel("Reason, in a sentence").fill("The city has money for eight officers this year.");
  await page.getByRole("button", { name: "Keep this difference" }).click();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Continue to review" }).click();

  await expect(page.getByText(`Opening ${name} makes 49 checklist items`)).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Open site" }).click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await visitor.checkPage();
  await expect(page.getByText("number of seats is 1 instead of 3")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Parts of this site" })
    .getByRole("link", { name: "History" })
    .click();
  await expect(page.getByText(name).nth(2)).toBeVisible();
});

test("a point is chosen on the map by keyboard, the numbers follow, and closing the tab loses nothing", async ({
  page,
  visitor,
}) => {
  test.setTimeout(90_000);
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites/open");
  await page.getByText("Community Safety Partnership: park 3.2.0").click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Tab Closed Park");
  await page.getByRole("button", { name: "Choose on a map" }).click();

  const map = page.getByRole("application", { name: "Map to choose a point" });
  await map.focus();
  await page.keyboard.press("ArrowLeft");
  const longitude = page.getByLabel("Longitude");
  await expect(longitude).not.toHaveValue("");
  const before = Number(await longitude.inputValue());
  await page.keyboard.press("+");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(async () => Number(await longitude.inputValue())).toBeLessThan(before);
  await page.getByLabel("Latitude").fill("36.74");
  await longitude.fill("-119.79");
  await expect(page.getByText("The point is in Fresno, California")).toBeVisible();
  await visitor.checkPage();

  await expect(page.getByText("Kept on this computer")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Tab Closed Park");
  await expect(longitude).toHaveValue("-119.79");
});

test("moving the launch date shows what moves before anything is saved", async ({ page, visitor }) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites?stage=PREPARING");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("button", { name: "Change", exact: true }).first().click();
  await page.getByRole("link", { name: "Change the launch date" }).click();
  const day = page.getByLabel("New launch date");
  await expect(day).not.toHaveValue("");
  const moved = new Date(Date.parse(await day.inputValue()) + 42 * 86_400_000).toISOString().slice(0, 10);
  await day.fill(moved);
  await expect(page.getByText(/items? moves?:/)).toBeVisible();
  await visitor.checkPage();
  await page.getByLabel("Why it changes").fill("The agreement is signed later than planned.");
  await page.getByRole("button", { name: "Change launch date" }).click();
  await expect(page).toHaveURL(/tab=checklist/);
});

test("a difference is recorded at an open site, explained anew and taken back, and its place is changed", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites?stage=PREPARING");
  await page.getByRole("rowheader").getByRole("link").first().click();
  const site = new URL(page.url()).pathname;

  await visitor.visit(`${site}/describe`);
  await page.getByRole("textbox", { name: "Address" }).fill("3 Harbor Walk");
  await page.getByRole("button", { name: "Choose on a map" }).click();
  const map = page.getByRole("application", { name: "Map to choose a point" });
  await map.click({ position: { x: 200, y: 150 } });
  const longitude = await page.getByLabel(/^Longitude/).inputValue();
  await map.press("ArrowRight");
  await expect(page.getByLabel(/^Longitude/)).not.toHaveValue(longitude);
  await visitor.checkPage();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("3 Harbor Walk")).toBeVisible();

  await visitor.visit(`${site}/adapt`);
  await page.getByText("Activities (").click();
  await page
    .getByRole("button", { name: /^Leave out or change/ })
    .first()
    .click();
  await page.getByText("Leave it out").click();
  await page.getByLabel("Kind of reason").selectOption("SITE_CONDITIONS");
  await page.getByLabel("Reason, in a sentence").fill("There is no field near this site.");
  await page.getByRole("button", { name: "Keep this difference" }).click();
  await expect(
    page.getByText(/Give the day on which the steering committee decided this/).first(),
  ).toBeVisible();
  await page.getByLabel("When the steering committee decided this").fill("2026-10-05");
  await page.getByLabel("Who decided it").selectOption("STEERING_COMMITTEE");
  await page.getByRole("button", { name: "Keep this difference" }).click();
  await page.getByRole("button", { name: "Record 1 difference" }).click();
  await expect(page.getByText("There is no field near this site.").first()).toBeVisible();

  const entry = page
    .getByRole("region", { name: "What this site does differently" })
    .getByRole("listitem")
    .filter({ hasText: "There is no field near this site." });
  await entry.getByRole("button", { name: /^Change the explanation:/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason, in a sentence").fill("The nearest field is two miles away.");
  await visitor.checkPage();
  await dialog.getByRole("button", { name: "Save the explanation" }).click();
  const explained = page.getByRole("listitem").filter({ hasText: "The nearest field is two miles away." });
  await expect(explained).toBeVisible();
  await explained.getByRole("button", { name: /^Go back to the release:/ }).click();
  await visitor.checkPage();
  await dialog.getByRole("button", { name: "Go back to the release" }).click();
  await expect(explained).toHaveCount(0);
});
