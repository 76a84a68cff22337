import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { OwnTemplates } from "./own-templates.tsx";

const park = {
  key: "csp-park",
  name: "Park",
  newestVersion: "3.3.0",
  draftId: null,
  organizationId: "o1",
  organizationName: "Bridge Builders",
};
const spread = {
  templateKey: "csp-park",
  templateName: "Park",
  newestVersion: "3.3.0",
  isWithdrawn: false,
};

function show(nodes: readonly object[], fleetReleases: readonly object[]) {
  const ownTemplates = { totalCount: nodes.length, edges: nodes.map((node) => ({ node })) };
  render(
    <InApp answers={{ ownTemplates, fleetReleases }}>
      <OwnTemplates />
    </InApp>,
  );
}

test("says how many sites have which release, and leads to a draft under way", async () => {
  show(
    [{ ...park, draftId: "d1" }],
    [
      { ...spread, version: "3.3.0", siteCount: 0 },
      { ...spread, version: "3.2.0", siteCount: 3 },
      { ...spread, version: "3.1.0", siteCount: 1 },
      { ...spread, templateKey: "another", version: "1.0.0", siteCount: 9 },
    ],
  );
  expect(await screen.findByText("3 sites have 3.2.0 · 1 site has 3.1.0")).toBeVisible();
  expect(screen.getByRole("link", { name: /Go on with the draft.*Park/ })).toHaveAttribute(
    "href",
    "/authoring/d1",
  );
});

test("says so where no site has it yet, and what to do where there is no template", async () => {
  show([park], []);
  expect(await screen.findByText("No site has it yet")).toBeVisible();
  show([], []);
  expect(await screen.findByText(/Begin one under Your templates/)).toBeVisible();
});
