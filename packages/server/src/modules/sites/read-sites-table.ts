import { readTable, type Table, type TableForm } from "./read-table.ts";

/** A table of sites: beside the columns by name, `owner:CL` and `owner_email:CL` for each owner role. */
const sitesTable: TableForm = {
  holds: "site",
  placePrefix: "",
  columns: [
    "name",
    "city",
    "template",
    "release",
    "launch_date",
    "kind",
    "address",
    "latitude",
    "longitude",
    "residents",
    "residents_year",
    "residents_source",
    "time_zone",
    "offered_activities",
  ],
  neededColumns: ["name", "template", "release", "launch_date"],
  otherColumns: {
    form: /^owner(_email)?:[A-Za-z][A-Za-z0-9-]*$/,
    words: "owner:KEY, owner_email:KEY",
  },
  mostRows: 2000,
};

/** Reads a table of sites: a first row of column names, then a site a row. */
export async function readSitesTable(text: string): Promise<Table> {
  return await readTable(sitesTable, text);
}
