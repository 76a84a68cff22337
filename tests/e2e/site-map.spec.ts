import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const siteMap = new URL("../../packages/admin/src/routes.tsx", import.meta.url);

test("every page of the site map is visited by a spec", () => {
  const paths = [...readFileSync(siteMap, "utf8").matchAll(/path: "([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  const visited = readFileSync(join(process.env["E2E_DATA"] ?? ".", "visited.txt"), "utf8").split("\n");
  const owners = new Set(visited.map((path) => ownerOf(path, paths)));
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !owners.has(path))).toEqual([]);
});

/** The row of the site map that an address belongs to: the one with the most words of its own. */
function ownerOf(address: string, paths: readonly string[]): string | undefined {
  const fitting = paths.filter((path) => new RegExp(`^${path.replace(/\$[^/]+/g, "[^/]+")}$`).test(address));
  return fitting.sort((one, other) => one.split("$").length - other.split("$").length)[0];
}
