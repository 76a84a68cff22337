import { describe, expect, it } from "vitest";
import { smallContent, smallTemplate } from "./content-for-tests.ts";
import { diffContent } from "./diff-content.ts";
import { compareReleaseVersions, parseReleaseVersion, type ReleaseVersion } from "./release-version.ts";

describe("diffContent", () => {
  it("finds nothing between a content and itself, in whatever order its parts stand", () => {
    const reversed = smallContent({ positions: smallTemplate().positions.toReversed() });
    expect(diffContent(smallContent(), reversed)).toEqual([]);
  });

  it("names what was added, removed and changed, by key", () => {
    const { ownerRoles } = smallTemplate();
    const after = smallContent({
      ownerRoles: [
        { ...ownerRoles[0], title: { en: "Mayor's lead" } },
        { key: "PL", title: { en: "Parks" } },
      ],
    });
    expect(diffContent(smallContent(), after)).toEqual([
      { section: "ownerRoles", key: "CL", kind: "changed", fields: ["title"] },
      { section: "ownerRoles", key: "SS", kind: "removed", fields: [] },
      { section: "ownerRoles", key: "PL", kind: "added", fields: [] },
    ]);
  });
});

describe("release versions", () => {
  it("orders by number and not by letter", () => {
    const versions = ["3.10.0", "3.9.0", "3.9.1", "2.11.5"] as ReleaseVersion[];
    expect(versions.toSorted(compareReleaseVersions)).toEqual(["2.11.5", "3.9.0", "3.9.1", "3.10.0"]);
  });

  it.each(["3.2", "v3.2.0", "03.2.0", "3.2.0-beta", ""])("does not take %j for a release", (version) => {
    expect(parseReleaseVersion(version)).toBeUndefined();
  });
});
