import { browser, signedIn } from "./zz-look.mjs";
const page = await signedIn("state@sample.example.org");
await page.waitForLoadState("networkidle");
await page.waitForTimeout(500);
await page.screenshot({ path: "/tmp/shots/state-home.png", fullPage: true });
await page.goto("/compare");
await page.waitForLoadState("networkidle");
await page.waitForTimeout(800);
await page.screenshot({ path: "/tmp/shots/compare.png", fullPage: true });
const ask = (query, variables) =>
  page.evaluate(
    async ([q, v]) =>
      await (
        await fetch("/graphql", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: q, variables: v }),
        })
      ).json(),
    [query, variables],
  );
console.log(
  JSON.stringify(
    (await ask("{ comparisonIndicators { code name } }")).data?.comparisonIndicators?.map((i) => i.code) ??
      (await ask("{ comparisonIndicators { code } }")),
  ).slice(0, 600),
);
console.log(page.url());
await browser.close();
