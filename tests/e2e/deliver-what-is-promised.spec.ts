import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
}

test("a city records a promise, the organization reports, the city returns, and the new report is confirmed", async ({
  page,
  visitor,
}) => {
  test.slow();
  const title = `Evening workshops ${String(Date.now())}`;
  await visitor.signIn("partnerStaff");
  await page.goto("/partnerships");
  await page
    .getByRole("table", { name: "Partnerships" })
    .getByRole("row")
    .filter({ hasText: "Port Averly" })
    .filter({ hasText: "Active" })
    .first()
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Promised and delivered" })).toBeVisible();
  const address = page.url();
  await signOut(page);

  await visitor.signIn("cityAdministrator");
  await page.goto(address);
  await page.getByRole("button", { name: "Add promise" }).click();
  await page.getByLabel("What is delivered").fill(title);
  await page.getByLabel("How many in each period").fill("12");
  await page.getByLabel("Unit", { exact: true }).fill("workshops");
  await page.getByLabel("Period", { exact: true }).selectOption("MONTH");
  await page.getByLabel("From", { exact: true }).fill("2026-07-01");
  await page.getByLabel("To (optional)").fill("2026-07-20");
  await page.getByRole("button", { name: "Save promise" }).click();
  await expect(page.getByText(/no whole period lies between these days/).first()).toBeVisible();
  await page.getByLabel("To (optional)").fill("");
  await page.getByRole("button", { name: "Save promise" }).click();
  const promise = page.getByRole("table", { name: title });
  await expect(promise.getByRole("row").filter({ hasText: "2026-07" })).toContainText("Missing");
  await visitor.checkPage();
  await signOut(page);

  await visitor.signIn("partnerStaff");
  await page.goto(address);
  const july = promise.getByRole("row").filter({ hasText: "2026-07" });
  const report = async (action: string, amount: string) => {
    await july.getByRole("button", { name: `${action}: ${title}, 2026-07` }).click();
    await page.getByLabel("Delivered, in workshops").fill(amount);
    await page.getByRole("button", { name: "Save report" }).click();
    await expect(july).toContainText("Waits for the city");
  };
  await report("Report", "40");
  await visitor.checkPage();
  await signOut(page);

  await visitor.signIn("cityAdministrator");
  await page.goto(address);
  const answer = july.getByRole("button", { name: `Answer: ${title}, 2026-07` });
  await answer.click();
  await page.getByText("Return: something has to be put right").click();
  await page.getByLabel(/^What to put right/).fill("July had 31 evenings. Count each evening once.");
  await page.getByRole("button", { name: "Save answer" }).click();
  await expect(july).toContainText("To put right: July had 31 evenings.");
  await signOut(page);

  await visitor.signIn("partnerStaff");
  await page.goto(address);
  await report("Report anew", "11");
  await signOut(page);

  await visitor.signIn("cityAdministrator");
  await page.goto(address);
  await answer.click();
  await page.getByRole("button", { name: "Save answer" }).click();
  await expect(july).toContainText("Confirmed");
  await expect(july).toContainText("11");
  await visitor.checkPage();
  await page.goto("/deliveries");
  await expect(page.getByRole("heading", { name: "Reports of deliveries to answer" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: title }).filter({ hasText: "2026-07" })).toHaveCount(
    0,
  );
  await signOut(page);

  await visitor.signIn("partnerStaff");
  await page.getByRole("link", { name: "Deliveries to report: All of them" }).click();
  const owed = page.getByRole("table", { name: "Deliveries to report" });
  await expect(owed.getByRole("row").filter({ hasText: title }).filter({ hasText: "2026-08" })).toContainText(
    "Missing",
  );
  await expect(owed.getByRole("row").filter({ hasText: title }).filter({ hasText: "2026-07" })).toHaveCount(
    0,
  );
  await visitor.checkPage();
});
