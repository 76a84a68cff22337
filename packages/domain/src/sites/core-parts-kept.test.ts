import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallContent } from "../templates/content-for-tests.ts";
import { adaptContent } from "./adapt-content.ts";
import { adaptableParts } from "./adaptable-parts.ts";
import type { AdaptationRequest } from "./adaptation.ts";
import { corePartsKept } from "./core-parts-kept.ts";

const release = smallContent();

function keptAfter(requests: readonly AdaptationRequest[]) {
  return corePartsKept(release, adaptContent(release, requests).content);
}

const because = { reasonCode: "other", reason: "A reason of its own" } as const;

/** Everything that can be left out, and every number that can be lowered. */
const everyRequest = adaptableParts(release).flatMap(({ section, key, fields }): AdaptationRequest[] => [
  { section, key, change: "leftOut", ...because },
  ...fields.flatMap(({ name, kind, value }): AdaptationRequest[] =>
    kind === "number" && typeof value === "number" && value > 1
      ? [{ section, key, change: "changed", field: name, value: value - 1, ...because }]
      : [],
  ),
]);

describe("the core parts that a site keeps", () => {
  test("are all of them at a site that adapts nothing", () => {
    const { met, of } = corePartsKept(release, release);
    expect(met).toBe(of);
    expect(of).toBeGreaterThan(0);
  });

  test("are one fewer for each core part that is changed, and no fewer for what may be changed freely", () => {
    const { of } = corePartsKept(release, release);
    const sergeant = { section: "positions", key: "SGT", change: "leftOut", ...because } as const;
    expect(keptAfter([sergeant])).toEqual({ met: of - 1, of });
    const captain = { section: "positions", key: "CMD", change: "leftOut", ...because } as const;
    expect(keptAfter([captain])).toEqual({ met: of, of });
  });

  test("mending one deviation never lowers them, whatever else differs", () => {
    expect(everyRequest.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.subarray(everyRequest, { minLength: 1 }), fc.nat(), (drawn, at) => {
        const oneEach = [...new Map(drawn.map((one) => [`${one.section}.${one.key}`, one])).values()];
        const mended = oneEach.filter((_, index) => index !== at % oneEach.length);
        return keptAfter(mended).met >= keptAfter(oneEach).met;
      }),
    );
  });
});
