import { expect, test } from "./fixtures.ts";

test("a state official reads what a template asks for, finds a word in it and opens an older release", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/templates");
  for (const kind of ["neighborhood", "park", "public housing"])
    await expect(
      page.getByRole("heading", { level: 2, name: `Community Safety Partnership: ${kind}`, exact: true }),
    ).toBeVisible();
  await page.getByRole("link", { name: "Community Safety Partnership: park" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Community Safety Partnership: park" }),
  ).toBeVisible();
  await visitor.checkPage();
  await page
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: /Checklist/ })
    .click();
  await expect(page.getByRole("heading", { name: "Checklist" })).toBeInViewport();

  await page.getByLabel("Find in this template").fill("peace-keeping agreement");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("K06", { exact: true })).toBeVisible();
  await page.getByLabel("Release").selectOption("3.1.0");
  await expect(page.getByText("Release 3.1.0", { exact: true })).toBeVisible();
  await expect(page.getByText("Nothing in this template says that")).toBeVisible();
  await visitor.checkPage();
  await page.goBack();
  await expect(page.getByText("K06", { exact: true })).toBeVisible();
});

test("a state official looks up what a release changed, swaps the two, and sends the address to somebody", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/templates/csp-park");
  await page.getByText("All 2 releases").click();
  await page.getByRole("link", { name: "What changed from 3.1.0 to 3.2.0" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "From release 3.1.0 to 3.2.0" })).toBeVisible();
  await expect(page.getByText(/\d+ parts differ:/)).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("button", { name: "Swap" }).click();
  await expect(page.getByText(/Release 3.2.0 is the newer one/)).toBeVisible();
  expect(new URL(page.url()).search).toBe("?from=3.2.0&to=3.1.0");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "De la versión 3.2.0 a la 3.1.0" })).toBeVisible();
  await visitor.checkPage();
});

test("the catalog of indicators says what a figure means and that arrests are never a goal", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("stateOfficial");
  await visitor.visit("/indicators?theme=POLICE_ACTIVITY");
  await page.getByLabel("Code or name").fill("youth");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: "PA-ARRY" }).click();
  await expect(page.getByText("This can never be a goal")).toBeVisible();
  await visitor.checkPage();

  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Arrestos de menores de 18 años" })).toBeVisible();
  await visitor.visit("/templates/csp-public-housing");
  await expect(page.getByRole("heading", { name: "Lista de pasos" })).toBeVisible();
});
