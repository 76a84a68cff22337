import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type SampleRole, signIn } from "./fixtures.ts";
import { fileFromElsewhere } from "./template-file.ts";

const folder = new URL("../../docs/screens/", import.meta.url).pathname;

interface Screen {
  readonly name: string;
  readonly address: string;
  /** Before the picture: opens what the address alone does not show. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The pages of one role, each with an address; `{site}` stands for a site of the sample state. */
const screens: Readonly<Partial<Record<SampleRole, readonly Screen[]>>> = {
  cityAdministrator: [
    { name: "home", address: "/" },
    { name: "palette", address: "/", prepare: openPalette },
    { name: "sites", address: "/sites" },
    { name: "open-site", address: "/sites/open" },
    { name: "open-site-place", address: "/sites/open", prepare: choosePoint },
    { name: "site-overview", address: "/sites/{site}" },
    { name: "site-checklist", address: "/sites/{site}?tab=checklist" },
    { name: "site-roster", address: "/sites/{site}?tab=roster" },
    { name: "site-partners", address: "/sites/{site}?tab=partners" },
    { name: "site-goals", address: "/sites/{site}?tab=goals" },
    { name: "site-fidelity", address: "/sites/{site}?tab=fidelity" },
    { name: "rate-site", address: "/sites/{site}/fidelity/rate" },
    { name: "site-history", address: "/sites/{site}?tab=history" },
    { name: "upgrade-site", address: "/sites/{site}", prepare: openUpgrade },
    { name: "launch-date", address: "/sites/{site}/launch-date" },
    { name: "adapt-site", address: "/sites/{site}/adapt" },
    { name: "own-part", address: "/sites/{site}/own-part?section=checklistItems" },
    { name: "fill-slot", address: "/sites/{site}?tab=roster", prepare: fillSlot },
    { name: "add-partner", address: "/sites/{site}/partners/new" },
    { name: "roster", address: "/roster" },
    { name: "vacant-slots", address: "/roster?tab=vacancies" },
    { name: "partnerships", address: "/partnerships" },
    { name: "partner-organizations", address: "/partners" },
    { name: "figures", address: "/figures" },
    { name: "imports", address: "/imports" },
    { name: "import-new", address: "/imports/new" },
    { name: "members", address: "/members" },
    { name: "invite-member", address: "/members/invite" },
    { name: "templates", address: "/templates" },
    { name: "template", address: "/templates/csp-public-housing" },
    { name: "indicators", address: "/indicators" },
    { name: "indicator", address: "/indicators/TR-TRU" },
    { name: "help", address: "/help" },
  ],
  stateOfficial: [
    { name: "state-home", address: "/" },
    { name: "compare", address: "/compare" },
    { name: "fidelity", address: "/fidelity" },
    { name: "jurisdictions", address: "/jurisdictions" },
    { name: "fleet", address: "/fleet" },
    { name: "fleet-actions", address: "/fleet?template=csp-public-housing&behind=yes", prepare: openActions },
  ],
  partnerStaff: [{ name: "partner-home", address: "/" }],
  templateAuthor: [
    { name: "author-home", address: "/" },
    { name: "proposals", address: "/proposals" },
    { name: "compare-releases", address: "/templates/csp-park/compare?from=3.1.0&to=3.2.0" },
    { name: "template-draft", address: "/authoring", prepare: openDraft },
    { name: "template-draft-part", address: "/authoring", prepare: openDraftPart },
    { name: "bring-template-in", address: "/template-files/new", prepare: chooseTemplateFile },
    { name: "template-new", address: "/authoring/new" },
    { name: "template-keys", address: "/template-keys" },
  ],
  platformSteward: [
    { name: "steward-home", address: "/" },
    { name: "jurisdiction-new", address: "/jurisdictions/new" },
  ],
};

/** Begins the draft of a next release, or goes on with the one begun for an earlier picture. */
async function openDraft(page: Page): Promise<void> {
  const begun = page.getByRole("link", { name: /Go on with the draft/ });
  await page
    .getByRole("button", { name: /Draft the next release of .*park/ })
    .or(begun)
    .first()
    .click();
  await expect(page.getByRole("navigation", { name: "Sections of the draft" })).toBeVisible();
}

async function openDraftPart(page: Page): Promise<void> {
  await openDraft(page);
  await page
    .getByRole("navigation", { name: "Sections of the draft" })
    .getByRole("link", { name: /^Goals/ })
    .click();
  await page.getByRole("link", { name: /Residents trust the partnership/ }).click();
  await expect(page.getByRole("button", { name: "Save in the draft" })).toBeVisible();
}

async function chooseTemplateFile(page: Page): Promise<void> {
  await page.getByLabel("Drop a template file here, or choose one").setInputFiles({
    name: "riverside-walks.frontstep.json",
    mimeType: "application/json",
    buffer: fileFromElsewhere("riverside-walks", "Riverside walks"),
  });
  await expect(page.getByText("Nobody here knows this key yet.")).toBeVisible();
}

test.setTimeout(300_000);

test("the way in", async ({ page }) => {
  mkdirSync(folder, { recursive: true });
  for (const name of ["sign-in", "forgot-password"]) {
    await page.goto(`/${name}`);
    await picture(page, name);
  }
});

for (const [role, pages] of Object.entries(screens)) {
  test(`what the ${role} sees`, async ({ page }) => {
    await signIn(page, role as SampleRole);
    await closeTour(page);
    const site = role === "cityAdministrator" ? await idOfSite(page, "Harbor Terrace") : "";
    for (const { name, address, prepare } of pages) {
      await page.goto(address.replace("{site}", site));
      await prepare?.(page);
      await picture(page, name);
    }
  });
}

test("a narrow screen, in Spanish, in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, "cityAdministrator");
  await closeTour(page);
  const site = await idOfSite(page, "Harbor Terrace");
  await page.getByRole("button", { name: "Español" }).click();
  await page.setViewportSize({ width: 320, height: 720 });
  for (const [name, address] of [
    ["narrow-home", "/"],
    ["narrow-roster", `/sites/${site}?tab=roster`],
  ] as const) {
    await page.goto(address);
    await picture(page, name);
  }
});

async function picture(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function closeTour(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Close the tour" }).click();
}

async function idOfSite(page: Page, name: string): Promise<string> {
  await page.goto("/sites");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function openUpgrade(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^(Look at release|See what .* would change)/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Upgrade to release/ })).toBeVisible();
}

async function openActions(page: Page): Promise<void> {
  await page.getByText("Offer a release, or upgrade several sites").click();
  await page.getByRole("row", { name: /Harbor Terrace/ }).scrollIntoViewIfNeeded();
}

async function openPalette(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("harbor");
  await expect(page.getByRole("option").first()).toBeVisible();
}

async function choosePoint(page: Page): Promise<void> {
  await page.getByText("Community Safety Partnership: park 3.2.0").click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Choose on a map" }).click();
  await page.getByLabel("Latitude").fill("36.74");
  await page.getByLabel("Longitude").fill("-119.79");
  await expect(page.getByText("The point is in Fresno")).toBeVisible({ timeout: 30_000 });
  await page.getByLabel("Latitude").evaluate((field) => {
    field.scrollIntoView();
  });
}

async function fillSlot(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Fill slot/ })
    .first()
    .click();
  await expect(page.getByRole("group", { name: "Who takes the slot?" })).toBeVisible();
}
