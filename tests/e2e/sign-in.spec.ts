import { expect, test } from "./fixtures.ts";

test("someone who has not signed in is taken to the sign-in page and told what is missing", async ({
  page,
  visitor,
}) => {
  await page.goto("/jurisdictions?state=OH");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  await visitor.checkPage();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("2 things to fix")).toBeVisible();
  await page.getByRole("link", { name: "Fill this in" }).click();
  await expect(page.getByLabel("Password")).toBeFocused();
});

test("a wrong password is answered in words, and the address typed stays", async ({ page, visitor }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("nobody@frontstep.example");
  await page.getByLabel("Password").fill("this is not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("nobody@frontstep.example");
  await visitor.checkPage();
});

test("a link for a new password can be asked for, and an old one is refused in words", async ({
  page,
  visitor,
}) => {
  await visitor.visit("/forgot-password");
  await page.getByLabel("E-mail address").fill("nobody@frontstep.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  await visitor.visit("/reset-password?token=no-such-token");
  await page.getByLabel("New password").fill("seven quiet steps home");
  await page.getByLabel("The same password again").fill("seven quiet steps home");
  await page.getByRole("button", { name: "Keep this password" }).click();
  await expect(page.getByText("This link no longer works")).toBeVisible();
});

test("the language is chosen once and kept", async ({ page, visitor }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Entrar en Frontstep" })).toBeVisible();
  await visitor.checkPage();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Entrar en Frontstep" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});

test("a session that has ended asks for the password once, and leads back to what was asked for", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/sites");
  await expect(page.getByRole("heading", { level: 1, name: "Sites" })).toBeVisible();
  await page.context().clearCookies();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("link", { name: "Partnerships", exact: true }).click();

  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  expect(asked.filter((url) => url.endsWith("/graphql")).length).toBeLessThan(10);
  await page.getByLabel("E-mail address").fill("admin@port-averly.example.org");
  await page.getByLabel("Password").fill("front step sample");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/partnerships$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
