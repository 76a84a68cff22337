import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areProbablyOne,
  checkOrganization,
  nameSimilarity,
  reducedName,
  type OrganizationProfile,
} from "./organization.ts";

function profile(changes: Partial<OrganizationProfile> = {}): OrganizationProfile {
  return {
    legalName: "Harbor Youth Alliance, Inc.",
    publicName: "Harbor Youth",
    formerNames: [],
    website: null,
    contactEmail: null,
    ...changes,
  };
}

describe("the same organization", () => {
  test("is known without case, accents, punctuation and legal form", () => {
    expect(reducedName("The Niños & Families Foundation, Inc.")).toBe("ninos families");
    expect(nameSimilarity("The Niños & Families Foundation, Inc.", "NINOS AND FAMILIES")).toBe(1);
  });

  test("is known by a former name", () => {
    const renamed = profile({
      legalName: "Bridgewater",
      publicName: "Bridgewater",
      formerNames: ["Harbor Youth Alliance"],
    });
    expect(areProbablyOne(profile(), renamed)).toBe(true);
  });

  test("is known in spite of a slip of the keyboard", () => {
    expect(
      areProbablyOne(
        profile(),
        profile({ legalName: "Harbor Yuoth Alliance", publicName: "Harbor Youth Aliance" }),
      ),
    ).toBe(true);
  });

  test("is not seen where only a common word is shared", () => {
    const other = profile({ legalName: "Riverside Legal Aid", publicName: "Legal Aid" });
    expect(areProbablyOne(profile(), other)).toBe(false);
  });

  test("a name made of weak words alone keeps them", () => {
    expect(reducedName("The Foundation")).toBe("the foundation");
  });

  test("names in other scripts are compared too", () => {
    expect(nameSimilarity("希望の家", "希望の家")).toBe(1);
    expect(nameSimilarity("希望の家", "平和の会")).toBeLessThan(0.5);
  });

  test("likeness is between 0 and 1 and the same both ways", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const likeness = nameSimilarity(one, other);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(likeness).toBe(nameSimilarity(other, one));
      }),
    );
  });
});

describe("a record of an organization", () => {
  const codes = (changes: Partial<OrganizationProfile>) =>
    checkOrganization(profile(changes)).map(({ code }) => code);

  test("needs names", () => {
    expect(codes({ legalName: "  ", publicName: "" })).toEqual(["NAME_MISSING", "NAME_MISSING"]);
  });

  test("refuses names beyond 200 characters and more than 20 former names", () => {
    expect(codes({ legalName: "x".repeat(201) })).toEqual(["NAME_TOO_LONG"]);
    expect(codes({ formerNames: Array<string>(21).fill("Old") })).toEqual(["FORMER_NAMES_TOO_MANY"]);
  });

  test("refuses a website that a browser would run or cannot open", () => {
    expect(codes({ website: "javascript:alert(1)" })).toEqual(["WEBSITE_MALFORMED"]);
    expect(codes({ website: "example.org" })).toEqual(["WEBSITE_MALFORMED"]);
    expect(codes({ website: "https://example.org/about?x=1" })).toEqual([]);
  });

  test("refuses what is not one e-mail address", () => {
    expect(codes({ contactEmail: "a@example.org, b@example.org" })).toEqual(["CONTACT_MALFORMED"]);
    expect(codes({ contactEmail: "partnerships@example.org" })).toEqual([]);
  });
});
