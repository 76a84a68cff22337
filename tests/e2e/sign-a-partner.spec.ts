import { expect, test } from "./fixtures.ts";

test("a city signs a partner for a gap, renews the agreement, pauses and ends the partnership", async ({
  page,
  visitor,
}) => {
  const name = `Copper Kettle ${String(Date.now())}`;
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites");
  await page.getByRole("link", { name: "Harbor Terrace" }).first().click();
  const tabs = page.getByRole("navigation", { name: "Parts of this site" });
  await tabs.getByRole("link", { name: "Partners" }).click();
  await expect(page.getByRole("table", { name: "Partner roles of this site" })).toBeVisible();
  await visitor.checkPage();

  await page
    .getByRole("link", { name: /^Add partner:/ })
    .first()
    .click();
  await visitor.checkPage();
  await page.getByText("An organization that is not on the record yet").click();
  await page.getByLabel("Name in use").fill(name);
  await page.getByLabel("Legal name").fill(`${name}, Inc.`);
  await page.getByText("The work is going on.").click();
  await page.getByText("An agreement is signed already").click();
  await page.getByLabel("Kind of agreement").selectOption("MEMORANDUM");
  await page.getByLabel("First day").fill("2026-01-01");
  await page.getByLabel("Last day").fill("2027-06-30");
  await page.getByLabel("Renewal, months").fill("12");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Add partner" }).click();

  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("link", { name: "Renew agreement" }).click();
  await expect(page.getByLabel("First day")).toHaveValue("2027-07-01");
  await expect(page.getByLabel("Last day")).toHaveValue("2028-06-30");
  await visitor.checkPage();
  await page.getByLabel("First day").fill("2027-06-30");
  await page.getByRole("button", { name: "Renew agreement" }).click();
  await expect(page.getByText(/Another agreement of this partnership holds/).first()).toBeVisible();
  await page.getByLabel("First day").fill("2027-07-01");
  await page.getByRole("button", { name: "Renew agreement" }).click();
  await expect(page.getByText("Jul 1, 2027")).toBeVisible();

  await page.getByText("Record a last day").click();
  await page.getByLabel("What", { exact: true }).selectOption("INSURANCE");
  await page.getByLabel("Last day on which it holds").fill("2026-01-31");
  await page.getByRole("button", { name: "Save last day" }).click();
  await expect(page.getByText("Run out", { exact: true })).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Take back: Insurance" }).click();
  await expect(page.getByText("Nothing recorded yet.")).toBeVisible();

  await page.getByRole("link", { name: "Change stage" }).click();
  await visitor.checkPage();
  await page.getByText("The work rests").click();
  await page.getByRole("button", { name: "Save stage" }).click();
  await expect(page.getByText(/^Paused since /)).toBeVisible();

  await page.getByRole("link", { name: "End partnership" }).click();
  await visitor.checkPage();
  await page.getByRole("button", { name: "End partnership" }).click();
  await expect(page.getByText(/^Ended /).first()).toBeVisible();
});

test("an organization that is probably known already is shown before it is added twice", async ({
  page,
  visitor,
}) => {
  const name = `Riverbend Makers ${String(Date.now())}`;
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/partners");
  await visitor.visit("/partners/new");
  await page.getByLabel("Name in use").fill(name);
  await page.getByLabel("Legal name").fill(name);
  await page.getByRole("button", { name: "Add organization" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await visitor.checkPage();

  await page.goto("/partners/new");
  await page.getByLabel("Name in use").fill(name.toUpperCase());
  await page.getByLabel("Legal name").fill("Something else");
  await page.getByRole("button", { name: "Add organization" }).click();
  await expect(page.getByText("Organizations with a similar name are on the record").first()).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("status").getByRole("link", { name, exact: true }).click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("link", { name: "Change record" }).click();
  await visitor.checkPage();
  await page.getByLabel("Website").fill("https://example.org");
  await page.getByRole("button", { name: "Save organization" }).click();
  await expect(page.getByRole("link", { name: "https://example.org" })).toBeVisible();
  await visitor.visit("/partnerships");
});
