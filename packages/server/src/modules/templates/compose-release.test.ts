import { describe, expect, it } from "vitest";

import { composeVariant } from "./compose-release.ts";

const park = { siteKind: "park", release: "3.2.0" };

describe("composeVariant", () => {
  it("takes the value of the kind of place, and leaves out what it does not have", () => {
    const source = {
      count: { byKind: { park: 4, publicHousing: 3 } },
      note: { byKind: { publicHousing: "n/a" } },
    };
    expect(composeVariant(source, park)).toEqual({ count: 4 });
  });

  it("takes the value of the newest release that is not newer than the wanted one", () => {
    const source = { title: { byRelease: { "3.1.0": "old", "3.2.0": "new", "3.10.0": "later" } } };
    expect(composeVariant(source, park)).toEqual({ title: "new" });
    expect(composeVariant(source, { ...park, release: "3.9.0" })).toEqual({ title: "new" });
    expect(composeVariant(source, { ...park, release: "3.0.0" })).toEqual({});
  });

  it("keeps a part only for its kinds and between its first and last release, without saying so", () => {
    const parts = [
      { kinds: ["park"], key: "a" },
      { kinds: ["neighborhood"], key: "b" },
      { since: "3.2.0", key: "c" },
      { until: "3.1.0", key: "d" },
    ];
    expect(composeVariant(parts, park)).toEqual([{ key: "a" }, { key: "c" }]);
    expect(composeVariant(parts, { ...park, release: "3.1.0" })).toEqual([{ key: "a" }, { key: "d" }]);
  });

  it("drops from a list the members that this kind of place does not have", () => {
    expect(
      composeVariant(["B01", { byKind: { park: "K01" } }, { byKind: { publicHousing: "H01" } }], park),
    ).toEqual(["B01", "K01"]);
  });
});
