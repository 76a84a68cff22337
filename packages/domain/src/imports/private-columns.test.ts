import { describe, expect, it } from "vitest";
import { privateContent } from "./private-columns.ts";

const content = (name: string, values: string[] = []) => privateContent({ index: 0, name }, values);

describe("columns that must not come in", () => {
  it("knows names, birth dates, case numbers and the like by their headers", () => {
    expect(
      ["victim_last", "First Name", "officer_name", "lastName", "Suspect Name"].map((name) => content(name)),
    ).toEqual(Array(5).fill("names of people"));
    expect(["DOB", "birth_date", "Date of Birth", "Birth Year"].map((name) => content(name))).toEqual(
      Array(4).fill("birth dates"),
    );
    expect(
      ["Case Number", "incident_id", "DR_NO", "report no", "CaseNumber", "Crime ID"].map((name) =>
        content(name),
      ),
    ).toEqual(Array(6).fill("case numbers"));
    expect(["SSN", "SID", "driver license", "badge"].map((name) => content(name))).toEqual(
      Array(4).fill("numbers that identify people"),
    );
    expect(["home address", "E-mail", "phone"].map((name) => content(name))).toEqual(
      Array(3).fill("ways to reach people"),
    );
  });

  it("lets places, indicators and counts through", () => {
    const harmless = [
      "department_name",
      "CITY_NAME",
      "Agency Name",
      "pub_agency_name",
      "icpsr_name",
      "edited_name",
      "City",
      "ORI",
      "agency_id",
      "OFFENSE_NUM",
      "UCR_OFFENSE",
      "HIER_OFF",
      "MONTH",
      "COUNT",
      "total_pop",
      "months_reported",
      "source",
      "url",
      "zip",
      "lat",
      "lng",
      "Violent crime",
      "Murder and nonnegligent manslaughter",
      "agency_type_name",
      "edited_flag",
      "Site",
      "Youth served",
      "Complaints",
      "Population",
      "Arrests",
    ];
    expect(harmless.filter((name) => content(name) !== undefined)).toEqual([]);
  });

  it("knows people by the values of a column whose header says nothing", () => {
    expect(content("Name", ["Garcia, Maria", "John Smith", "Linh Nguyen", "David A. Brown"])).toBe(
      "names of people",
    );
    expect(content("Key", ["123-45-6789", "987-65-4321"])).toBe("numbers that identify people");
    expect(content("Contact", ["a@b.org", "c@d.gov"])).toBe("ways to reach people");
    expect(content("Name", ["Phoenix", "Tempe", "San Jose", "St. Paul"])).toBeUndefined();
    expect(
      content("department_name", [
        "Albuquerque, N.M.",
        "Arlington, Texas",
        "Charlotte-Mecklenburg, N.C.",
        "Atlanta",
      ]),
    ).toBeUndefined();
  });
});
