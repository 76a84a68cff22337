import { expect, test } from "./fixtures.ts";

test("an invitation that no longer works says so", async ({ page, visitor }) => {
  await visitor.visit("/accept-invitation?token=no-such-token");
  await expect(page.getByText("This invitation no longer works")).toBeVisible();
});
