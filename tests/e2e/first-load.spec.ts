import { expect, test } from "./fixtures.ts";

test("the first page loads less than 200 kB of scripts", async ({ page, visitor }) => {
  await visitor.signIn("cityAdministrator");
  const scripts: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(scripts);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(0);
  test.info().annotations.push({ type: "scripts of the first page", description: `${String(total)} bytes` });
  expect(total).toBeLessThan(200_000);
});
