import { describe, expect, it } from "vitest";

import { readSitesTable } from "./read-sites-table.ts";
import { siteOfRow } from "./site-of-row.ts";

const header = "name,template,release,launch_date";

async function codesOf(text: string): Promise<string[]> {
  return (await readSitesTable(text)).findings.map(({ code }) => code);
}

describe("readSitesTable", () => {
  it("numbers rows as a spreadsheet does, and passes over blank ones", async () => {
    const { rows, findings } = await readSitesTable(
      `\uFEFF${header}\r\nA,csp-park,3.2.0,2027-01-01\r\n,,,\r\nB,csp-park,3.2.0,2027-01-01\r\n`,
    );
    expect(findings).toEqual([]);
    expect(rows.map(({ number, cells }) => [number, cells.get("name")])).toEqual([
      [2, "A"],
      [4, "B"],
    ]);
  });

  it.each([
    [
      "an empty file",
      "",
      [
        "SITES_COLUMN_MISSING",
        "SITES_COLUMN_MISSING",
        "SITES_COLUMN_MISSING",
        "SITES_COLUMN_MISSING",
        "SITES_TABLE_EMPTY",
      ],
    ],
    ["a header alone", `${header}\n`, ["SITES_TABLE_EMPTY"]],
    ["a column that is missing", "name,template,release\nA,csp-park,3.2.0", ["SITES_COLUMN_MISSING"]],
    [
      "a column with a misspelled name",
      `${header},adress\nA,csp-park,3.2.0,2027-01-01,x`,
      ["SITES_COLUMN_UNKNOWN"],
    ],
    ["a column that stands twice", `${header},name\nA,csp-park,3.2.0,2027-01-01,B`, ["SITES_COLUMN_TWICE"]],
    ["a quotation that never ends", `${header}\n"A,csp-park,3.2.0,2027-01-01\n`, ["SITES_TABLE_UNREADABLE"]],
  ])("says what is wrong with %s", async (_, text, codes) => {
    expect((await codesOf(text)).filter((code) => codes.includes(code))).toEqual(codes);
  });

  it("refuses more sites than can be opened at once", async () => {
    const lines = Array.from({ length: 2001 }, (_, index) => `Site ${index},csp-park,3.2.0,2027-01-01`);
    expect(await codesOf([header, ...lines].join("\n"))).toEqual(["SITES_TABLE_TOO_LONG"]);
  });
});

describe("siteOfRow", () => {
  const row = (cells: Record<string, string>) =>
    siteOfRow({ number: 2, cells: new Map(Object.entries(cells)) });

  it("reads numbers with commas between thousands, owners by role, and activities between semicolons", () => {
    const { site, findings } = row({
      name: "A",
      residents: "1,234",
      residents_year: "2025",
      "owner:CL": "Ann Lee",
      "owner_email:CL": "ann@example.org",
      "owner:SS": "",
      offered_activities: "A6; A14",
    });
    expect(findings).toEqual([]);
    expect(site).toMatchObject({
      residentPopulation: 1234,
      residentPopulationYear: 2025,
      latitude: null,
      owners: [{ ownerRole: "CL", name: "Ann Lee", email: "ann@example.org" }],
      offeredActivities: ["A6", "A14"],
    });
  });

  it("reads a day as it was written, and as an American spreadsheet rewrites it on saving", () => {
    const launchOn = (day: string) => row({ launch_date: day }).site.launchOn;
    expect(launchOn("2027-06-01")).toBe("2027-06-01");
    expect(launchOn("6/1/2027")).toBe("2027-06-01");
    expect(launchOn("12/31/2027")).toBe("2027-12-31");
    expect(launchOn("next year")).toBe("next year");
  });

  it("says of a number that cannot be read where it stands", () => {
    expect(row({ residents: "about 900" }).findings).toMatchObject([
      { code: "SITES_NUMBER_MALFORMED", path: "row 2, residents" },
    ]);
  });
});
