import { describe, expect, it } from "vitest";
import { saysTheSame } from "./index.ts";

describe("saysTheSame", () => {
  it("does not mind how a text was typed", () => {
    expect(saysTheSame({ en: " Café  tables\u00a0" }, { en: "cafe\u0301 Tables" })).toBe(true);
    expect(saysTheSame({ en: "Café tables" }, { en: "Cafe tables" })).toBe(false);
  });

  it("takes a translation that only the second has for none of the first's words, and not the other way round", () => {
    const [one, two] = [{ en: "Walk" }, { en: "Walk", es: "Caminar" }];
    expect(saysTheSame(one, two)).toBe(true);
    expect(saysTheSame(two, one)).toBe(false);
    expect(saysTheSame({ en: "Walk", es: "Andar" }, two)).toBe(false);
  });

  it("wants everything else the same: numbers, lists in their order, members on both sides", () => {
    expect(saysTheSame(2, "2")).toBe(false);
    expect(saysTheSame(undefined, null)).toBe(false);
    expect(saysTheSame(["A", "B"], ["B", "A"])).toBe(false);
    expect(saysTheSame([], {})).toBe(false);
    expect(saysTheSame({ hours: 8 }, { hours: 8, note: { en: "New" } })).toBe(false);
    expect(saysTheSame({ hours: 8, note: undefined }, { hours: 8 })).toBe(true);
    expect(saysTheSame({ en: "a", count: 1 }, { en: "a" })).toBe(false);
  });
});
