import { describe, expect, it } from "vitest";
import { changeName, type OwnChange } from "./index.ts";

const titled = (en: string): OwnChange => ({
  section: "checklistItems",
  key: "A1",
  field: "title",
  change: "changed",
  value: { en },
});

describe("changeName", () => {
  it("calls changes the same that differ only in how they were typed", () => {
    const names = ["Café  tables", " café Tables ", "Cafe\u0301\u00a0tables"].map((text) =>
      changeName(titled(text)),
    );
    expect(new Set(names).size).toBe(1);
  });

  it("tells changes apart by value, field, part and kind", () => {
    const one = titled("Walk the beat");
    const others = [
      titled("Walk the beats"),
      { ...one, field: "summary" },
      { ...one, key: "A2" },
      { ...one, section: "goals" },
      { ...one, change: "added" },
    ];
    expect(new Set([one, ...others].map(changeName)).size).toBe(6);
  });

  it("does not mind the order in which an object was written", () => {
    const value = (pair: object) => changeName({ ...titled(""), value: pair });
    expect(value({ en: "Gate", es: "Plan" })).toBe(value({ es: "plan", en: "gate" }));
  });

  it("keeps numbers apart from words and nothing from zero", () => {
    const of = (value: unknown) => changeName({ ...titled(""), value });
    expect(new Set([of(2), of("2"), of(0), of(null), of("")]).size).toBe(5);
  });

  it("takes a part that was left out for the same, whatever is said of its value", () => {
    const leftOut = { section: "goals", key: "G1", field: null, change: "leftOut" };
    expect(changeName({ ...leftOut, value: undefined })).toBe(changeName({ ...leftOut, value: null }));
  });
});
