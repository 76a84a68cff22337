import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test as base } from "@playwright/test";

/** What everyone can do in a spec. */
export interface Visitor {
  /** Signs in with a sample account, as the start of the product prints them. */
  signIn: (role: SampleRole) => Promise<void>;
  /** Goes to an address and checks the page that is there. */
  visit: (address: string) => Promise<void>;
  /** Checks the page that is shown now: no axe finding, no sideways scrolling at 320 pixels, a title. */
  checkPage: () => Promise<void>;
}

export type SampleRole = keyof typeof sampleAccounts;

/** The sample accounts, as `npm start` prints them. */
export const sampleAccounts = {
  platformSteward: "steward@sample.example.org",
  stateOfficial: "state@sample.example.org",
  cityAdministrator: "admin@port-averly.example.org",
  cityEditor: "editor@port-averly.example.org",
  cityViewer: "viewer@port-averly.example.org",
  siteCoordinator: "coordinator@port-averly.example.org",
  partnerStaff: "staff@bridgeway.example.org",
  templateAuthor: "author@bridgeway.example.org",
} as const;

const samplePassword = "front step sample";

export const test = base.extend<{ visitor: Visitor }>({
  visitor: async ({ page }, use) => {
    const complaints = collectComplaints(page);
    const unknown = collectUnknownDocuments(page);
    await use({
      signIn: (role) => signIn(page, role),
      visit: async (address) => {
        await page.goto(address);
        await checkPage(page);
      },
      checkPage: () => checkPage(page),
    });
    expect(complaints, "the browser's console").toEqual([]);
    expect(unknown, "documents that the build of the admin did not write down").toEqual([]);
  },
});

export { expect } from "@playwright/test";

export async function signIn(page: Page, role: SampleRole): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(sampleAccounts[role]);
  await page.getByLabel("Password").fill(samplePassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

async function checkPage(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await noteVisit(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
  expect(found, `axe at ${page.url()}`).toEqual([]);
  await checkNarrow(page);
}

/** A page may not scroll sideways on the narrowest screen that WCAG names. */
async function checkNarrow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  expect(wide, `width of ${page.url()} on a screen of 320 pixels`).toBeLessThanOrEqual(320);
}

/** Leaves the path where the site map's spec, which runs last, finds it. */
async function noteVisit(page: Page): Promise<void> {
  const path = await page.evaluate(() => location.pathname);
  appendFileSync(join(process.env["E2E_DATA"] ?? ".", "visited.txt"), `${path}\n`);
}

const manifest = new URL("../../packages/admin/dist/.vite/trusted-documents.json", import.meta.url);
const known = new Set(Object.keys(JSON.parse(readFileSync(manifest, "utf8")) as object));

/** What the pages ask that in production only somebody who is signed in could. */
function collectUnknownDocuments(page: Page): string[] {
  const unknown: string[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/graphql")) return;
    const { query } = request.postDataJSON() as { query: string };
    if (!known.has(createHash("sha256").update(query).digest("hex"))) unknown.push(query);
  });
  return unknown;
}

/** What the browser complains of: scripts that break, and what the content security policy stops. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.startsWith("Failed to load resource")) complaints.push(text);
  });
  return complaints;
}
