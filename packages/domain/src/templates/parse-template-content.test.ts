import { describe, expect, it } from "vitest";
import { canonicalJson, contentHash } from "./canonical-json.ts";
import { smallContent, smallTemplate } from "./content-for-tests.ts";
import { parseTemplateContent, templateJsonSchema } from "./parse-template-content.ts";

describe("parseTemplateContent", () => {
  it("reads a document and fills in what may be left out", () => {
    const [position] = smallContent().positions;
    expect(position).toMatchObject({ key: "SGT", basis: "proposal", isCore: true });
  });

  it.each([
    ["a release that is not three numbers", { release: "3.2" }, "release"],
    ["a key with a space", { ownerRoles: [{ key: "C L", title: { en: "x" } }] }, "ownerRoles.0.key"],
    ["a text without English", { name: { es: "Pequeño" } }, "name.en"],
    ["a day that is not in the calendar", { releasedOn: "2027-02-29" }, "releasedOn"],
    [
      "a field that the format does not know",
      { ownerRoles: [{ key: "CL", title: { en: "x" }, hue: 1 }] },
      "ownerRoles.0",
    ],
  ])("says where %s stands", (_, change, path) => {
    const parsed = parseTemplateContent({ ...smallTemplate(), ...change });
    expect(parsed.kind === "unreadable" && parsed.findings.map((finding) => finding.path)).toEqual([path]);
  });

  it("refuses what is not a document at all", () => {
    expect(parseTemplateContent("3.2.0").kind).toBe("unreadable");
    expect(parseTemplateContent(null).kind).toBe("unreadable");
  });

  it("is published as a JSON Schema that asks for the head of the document only", () => {
    expect(templateJsonSchema()).toMatchObject({
      required: ["format", "template", "release", "name", "summary", "siteKind", "languages"],
      properties: { releasedOn: { type: "string", format: "date" } },
    });
  });
});

describe("contentHash", () => {
  it("hashes equal content equally, whatever the order of its names", () => {
    expect(canonicalJson({ b: [1, { d: 1, c: "ä" }], a: undefined })).toBe('{"b":[1,{"c":"ä","d":1}]}');
    expect(contentHash({ b: 1, a: 2 }, (json) => `#${json}`)).toBe(
      contentHash({ a: 2, b: 1 }, (json) => `#${json}`),
    );
  });
});
