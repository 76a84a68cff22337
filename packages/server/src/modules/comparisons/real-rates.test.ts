import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareFigure } from "@frontstep/domain/comparisons";
import { periodOf } from "@frontstep/domain/shared";

const file = new URL(
  "../../../../../../shared/data/city-crime-1975-2005/ucr_crime_1975_2005.csv",
  import.meta.url,
);
const isThere = existsSync(file);
if (!isThere)
  console.info(
    "Skipped: the city crime file is not on this machine, so our rates are not compared with its own.",
  );

/** Columns of counts and the file's own rate of each. */
const pairs = [
  ["violent_crime", "violent_per_100k"],
  ["homs_sum", "homs_per_100k"],
  ["rape_sum", "rape_per_100k"],
  ["rob_sum", "rob_per_100k"],
  ["agg_ass_sum", "agg_ass_per_100k"],
] as const;

describe.skipIf(!isThere)("Our rates and those of the city crime file", () => {
  test("are equal in every row to the last digit that a page shows, and to nine digits more", () => {
    const rows = isThere ? readRows(readFileSync(file, "utf8")) : [];
    let compared = 0;
    for (const row of rows) {
      for (const [count, rate] of pairs) {
        const [value, population, theirs] = [row[count], row["total_pop"], row[rate]].map(numberOrNothing);
        if (value === undefined || population === undefined || theirs === undefined) continue;
        const figure = {
          period: periodOf(row["year"] ?? ""),
          state: "shown",
          value,
          denominator: population,
        } as const;
        expect(compareFigure({ kind: "count" }, figure).compared).toBeCloseTo(theirs, 9);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });
});

function readRows(text: string): Record<string, string>[] {
  const [header = [], ...rows] = text.trim().split("\n").map(cellsOf);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map((match) => (match[1] ?? "").replaceAll('"', ""));
}

function numberOrNothing(cell: string | undefined): number | undefined {
  return cell === undefined || cell === "NA" || cell === "" ? undefined : Number(cell);
}
