import { describe, expect, test } from "vitest";
import type { PartField, PartForm } from "./draft.ts";
import { editsOf, isMissing, partFrom, valuesOf } from "./part-values.ts";

const field = (name: string, kind: string, more: Partial<PartField> = {}): PartField => ({
  __typename: "PartField",
  name,
  kind,
  label: name,
  isRequired: false,
  choices: [],
  minimum: null,
  maximum: null,
  refersTo: null,
  ...more,
});

const form = (...fields: PartField[]): PartForm => ({ __typename: "PartForm", section: "goals", fields });

const everyKind = form(
  field("title", "text", { isRequired: true }),
  field("outline", "texts"),
  field("hours", "number"),
  field("isOnByDefault", "flag"),
  field("employer", "choice"),
  field("phase", "key"),
  field("dependsOn", "keys"),
  field("core", "fields"),
  field("count", "seats"),
  field("targets", "targets"),
  field("baselineWindow", "baselineWindow"),
  field("measure", "measure"),
  field("looksLike", "looksLike"),
);

const words = (en: string) => ({ en, es: `${en} (es)` });

const part = {
  key: "O1",
  title: words("Trust"),
  outline: [words("One"), { en: "Two" }],
  hours: 40,
  isOnByDefault: true,
  employer: "police",
  phase: "E",
  dependsOn: ["B01", "B02"],
  core: ["count"],
  count: "contract",
  targets: [
    { kind: "atLeastPercentOf", indicator: "PR-YOU", percent: 30, of: words("residents"), byMonth: 12 },
    { kind: "notAboveBaseline", indicator: "CR-VIOL", byMonth: 24, every: "year", note: words("Counted") },
    { kind: "percentBelowComparison", indicator: "CR-VIOL", percent: 10, pooledMonths: 24, byMonth: 24 },
  ],
  baselineWindow: { kind: "days", fromDay: -365, toDay: -1, by: "quarter" },
  measure: { kind: "mean", from: 1, to: 5 },
  looksLike: { none: words("None"), partly: words("Some"), full: words("All") },
};

describe("the form of a part", () => {
  test("gives back exactly the part that it was opened with: nothing was changed, so nothing is sent", () => {
    const values = valuesOf(everyKind, part);
    expect(partFrom(everyKind, "O1", values)).toEqual(part);
    expect(editsOf(everyKind, part, values)).toEqual([]);
  });

  test("sends the field that was changed and no other, with what its author saw", () => {
    const values = {
      ...valuesOf(everyKind, part),
      title: { en: " Trust in the team ", es: "" },
      hours: undefined,
    };
    expect(editsOf(everyKind, part, values)).toEqual([
      { field: "title", seen: words("Trust"), value: { en: "Trust in the team" } },
      { field: "hours", seen: 40, value: null },
    ]);
  });

  test("does not send a field that the part never had and that stays empty", () => {
    const bare = { key: "O2", title: { en: "Bare" } };
    const optional = form(
      field("title", "text"),
      field("note", "text"),
      field("every", "choice"),
      field("hours", "number"),
    );
    expect(editsOf(optional, bare, valuesOf(optional, bare))).toEqual([]);
  });

  test("a target keeps only what its kind has when the kind is changed", () => {
    const values = valuesOf(everyKind, part);
    const [first] = values["targets"] as Record<string, unknown>[];
    const changed = { ...values, targets: [{ ...first, kind: "fewerThanBaseline" }] };
    expect(editsOf(everyKind, part, changed)[0]?.value).toEqual([
      { kind: "fewerThanBaseline", indicator: "PR-YOU", byMonth: 12 },
    ]);
  });

  test("seats are a number or bought by contract, and a number that is not there is nothing", () => {
    const seats = form(field("count", "seats", { isRequired: true }));
    const of = (count: object) => partFrom(seats, "X", { count });
    expect(of({ amount: 0.5, byContract: false })).toEqual({ key: "X", count: 0.5 });
    expect(of({ amount: 3, byContract: true })).toEqual({ key: "X", count: "contract" });
    expect(of({ amount: Number.NaN, byContract: false })).toEqual({ key: "X" });
  });

  test("asks for what must be there: words need English, Spanish alone is not enough", () => {
    const title = field("title", "text", { isRequired: true });
    expect(isMissing(title, { title: { en: " ", es: "Confianza" } })).toBe(true);
    expect(isMissing(title, { title: { en: "Trust", es: "" } })).toBe(false);
    expect(isMissing(field("note", "text"), { note: { en: "", es: "" } })).toBe(false);
  });
});
