import { render, screen, within } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { FleetPage } from "./fleet-page.tsx";

beforeAll(() => {
  // The test's browser draws nothing, so nothing has a size to watch.
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

const behind = {
  id: "s1",
  name: "Harbor Terrace",
  stage: "LAUNCHED",
  version: "3.1.0",
  isWithdrawn: false,
  newestVersion: "3.3.0",
  releasesBehind: 2,
  daysBehind: 41,
  isOffered: true,
  changeCount: 12,
  questionCount: 0,
  allowsState: true,
  allowsTemplateOwner: false,
  jurisdiction: { id: "j1", name: "Port Averly", stateCode: "LK" },
  template: { key: "csp-park", name: "Park" },
  next: { id: "r3", version: "3.3.0" },
  declined: null,
  adaptations: [
    { section: "positions", count: 1 },
    { section: "checklistItems", count: 2 },
  ],
};
const current = {
  ...behind,
  id: "s2",
  name: "Quarry Park",
  version: "3.3.0",
  releasesBehind: 0,
  daysBehind: 0,
  isOffered: false,
  changeCount: null,
  questionCount: null,
  next: null,
  adaptations: [],
};

const spread = { templateKey: "csp-park", templateName: "Park", newestVersion: "3.3.0", isWithdrawn: false };

function show(rows: readonly object[], permissions: readonly string[] = ["fleet.upgrade", "site.read"]) {
  const answers = {
    fleet: {
      totalCount: rows.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: rows.map((node) => ({ cursor: "c", node })),
    },
    fleetReleases:
      rows.length === 0
        ? []
        : [
            { ...spread, version: "3.3.0", siteCount: 1 },
            { ...spread, version: "3.1.0", siteCount: 1 },
          ],
    jurisdictions: { totalCount: 0, pageInfo: { hasNextPage: false }, edges: [] },
    template: { key: "csp-park", releases: [{ id: "r3", version: "3.3.0" }] },
    upgradeRuns: { totalCount: 0 },
  };
  return render(
    <InApp answers={answers} permissions={permissions} address="/fleet">
      <FleetPage />
    </InApp>,
  );
}

const rowOf = async (name: string) => {
  const cell = await screen.findByRole("rowheader", { name });
  const row = cell.closest("tr");
  if (row === null) throw new Error(`${name} stands in no row`);
  return within(row);
};

test("says of each site how far it is behind, what waits, and what it does differently by part", async () => {
  show([behind, current]);
  const row = await rowOf("Harbor Terrace");
  expect(row.getByText("2 releases, for 41 days")).toBeVisible();
  expect(row.getByText("Offered")).toBeVisible();
  expect(row.getByText("3.3.0: 12 changes, no question")).toBeVisible();
  expect(row.getByText("(Positions 1, Checklist 2)")).toBeVisible();
  expect((await rowOf("Quarry Park")).getByText("Newest")).toBeVisible();
  expect(screen.getByText("1 of 2 sites have the newest release.")).toBeVisible();
});

test("a site whose release was withdrawn says so and is not called current", async () => {
  const withdrawn = { ...current, id: "s3", name: "Mill Park", version: "3.4.0", isWithdrawn: true };
  show([withdrawn]);
  const row = await rowOf("Mill Park");
  expect(row.getByText("Withdrawn")).toBeVisible();
  expect(row.getByText("Withdrawn, and no newer one yet")).toBeVisible();
  expect(row.queryByText("Newest")).not.toBeInTheDocument();
});

test("a site that is current cannot be chosen, and choosing says for how many the act is", async () => {
  show([behind, current]);
  const box = await screen.findByRole("checkbox", { name: "Choose Harbor Terrace" });
  expect(screen.getByRole("checkbox", { name: "Choose Quarry Park" })).toBeDisabled();
  expect(await screen.findByText(/For all that match the filter/)).toBeInTheDocument();
  box.click();
  expect(await screen.findByText("For the one site chosen below.")).toBeInTheDocument();
});

test("whoever only looks chooses nothing and starts nothing, and without site.read follows no link", async () => {
  show([behind], []);
  const row = await rowOf("Harbor Terrace");
  expect(row.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(row.queryByRole("link")).not.toBeInTheDocument();
  expect(screen.queryByText("Offer a release, or upgrade several sites")).not.toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Runs over many sites" })).not.toBeInTheDocument();
});

test("an empty fleet says what would stand here", async () => {
  show([]);
  expect(await screen.findByRole("heading", { name: "No site here" })).toBeVisible();
});
