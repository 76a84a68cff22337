import type { BenchCase, Result } from "./bench-case.ts";
import { comparePage } from "./compare-page.case.ts";
import { importFigures } from "./import-figures.case.ts";
import { mergeReleaseBench } from "./merge-release.case.ts";
import { openSites } from "./open-sites.case.ts";
import { startProduct } from "./running-product.ts";
import { sitePage } from "./site-page.case.ts";
import { sitesPage } from "./sites-page.case.ts";
import { upgradeSites } from "./upgrade-sites.case.ts";

/** In this order: reading before what fills the tables. */
const cases: Readonly<Record<string, BenchCase>> = {
  "sites-page": sitesPage,
  "site-page": sitePage,
  "compare-page": comparePage,
  "merge-release": mergeReleaseBench,
  "open-sites": openSites,
  "upgrade-sites": upgradeSites,
  "import-figures": importFigures,
};

const chosen = process.argv.slice(2);
const product = await startProduct();
try {
  for (const [name, measure] of Object.entries(cases)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const result of await measure(product)) console.log(line(result));
  }
} finally {
  await product.stop();
}

function line({ name, value, unit, most }: Result): string {
  const figure = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  const judged = most === undefined ? "" : value <= most ? `  within ${most}` : `  ABOVE ${most}`;
  return `${name.padEnd(44)} ${figure.padStart(9)} ${unit}${judged}`;
}
