import { chromium } from "@playwright/test";
import { existsSync, mkdirSync } from "node:fs";
const exe = ["/usr/bin/chromium"].find(existsSync);
const launch = exe
  ? { executablePath: exe, args: ["--no-sandbox", "--disable-background-networking", "--no-first-run"] }
  : await (async () => {
      const c = (await import("@sparticuz/chromium")).default;
      return { executablePath: await c.executablePath(), args: [...c.args, "--no-sandbox"] };
    })();
export const browser = await chromium.launch({ ...launch, headless: true });
mkdirSync("/tmp/shots", { recursive: true });
export async function signedIn(email, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    baseURL: "http://localhost:4391",
    ...options,
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel(/e-?mail|correo/i).fill(email);
  await page
    .getByLabel(/password|contraseña/i)
    .first()
    .fill("front step sample");
  await page
    .getByRole("button", { name: /sign in|iniciar|entrar/i })
    .first()
    .click();
  await page.getByRole("button", { name: /sign out|cerrar|salir/i }).waitFor();
  return page;
}
