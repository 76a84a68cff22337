import { describe, expect, it } from "vitest";
import { draftOf, giveMeaning, mappingOf } from "./mapping-draft.ts";
import type { ObservationMapping } from "./observation-mapping.ts";

const columns = ["ORI", "year", "month", "homs_sum", "total_pop", "kind", "count"];

const byIdentifier: ObservationMapping = {
  place: { by: "ori", column: "ORI" },
  period: { by: "year", column: "year" },
  values: { layout: "wide", columns: [{ column: "homs_sum", indicator: "CR-HOM" }] },
  populationColumn: "total_pop",
  leaveOut: [{ column: "ORI", value: "NA" }],
};

const mappings: ObservationMapping[] = [
  byIdentifier,
  {
    place: { by: "fixed", kind: "site", id: "5" },
    period: { by: "month", monthColumn: "month", year: "2021" },
    values: {
      layout: "long",
      indicatorColumn: "kind",
      valueColumn: "count",
      codes: [{ value: "MURDER", indicator: "CR-HOM" }],
    },
    source: "City analyst",
    reportingSystem: "NIBRS",
    leaveOut: [],
  },
  {
    place: undefined,
    period: { by: "fixed", period: "2013" },
    values: { layout: "wide", columns: [] },
    leaveOut: [],
  },
];

describe("a mapping while a person works on it", () => {
  it("comes back from its draft as it was", () => {
    for (const mapping of mappings)
      expect(mappingOf(draftOf(mapping, columns))).toEqual(expect.objectContaining(mapping));
  });

  it("forgets the columns that the file does not have", () => {
    const draft = draftOf(byIdentifier, ["year"]);
    expect(draft.meanings).toEqual({ year: "year" });
  });

  it("takes a meaning that only one column can have from the column that had it", () => {
    const draft = draftOf(byIdentifier, columns);
    expect(giveMeaning(draft, "month", "year").meanings).toMatchObject({ month: "year", ORI: "ori" });
    expect(giveMeaning(draft, "month", "year").meanings["year"]).toBeUndefined();
    expect(giveMeaning(draft, "count", "figures").meanings).toMatchObject({
      homs_sum: "figures",
      count: "figures",
    });
  });
});
