import { render, screen, within } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { FidelityPanel } from "./fidelity-panel.tsx";

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

const component = (key: string, name: string, isEssential: boolean) => ({
  key,
  name,
  weight: 2,
  isEssential,
  none: "None",
  partly: "Some",
  full: "All",
  deviationCount: 0,
});

const rating = (key: string, name: string, mark: number, counted = mark) => ({
  component: { key, name },
  mark,
  counted,
  isCapped: counted < mark,
  isMissing: counted < 2,
  notApplicableReason: null,
  differenceReason: null,
  evidence: [],
});

function review(rater: string, changes: object = {}) {
  return {
    id: rater,
    revision: 1,
    rater,
    ratedBy: "Sergeant, coordinator and resident chair",
    reviewedOn: "2026-10-01",
    version: "3.2.0",
    isOfCurrentRelease: true,
    score: 81.3,
    band: "STRONG",
    organizationName: null,
    recordedBy: "Cam Rivera",
    recordedAt: "2026-10-01T12:00:00Z",
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawReason: null,
    mayChange: false,
    missing: [],
    ratings: [rating("C1", "Long assignment", 4), rating("C2", "Residents choose", 4, 2)],
    ...changes,
  };
}

const nothingRated = {
  siteId: "s1",
  version: "3.2.0",
  ratersAllowed: ["SELF"],
  components: [component("C1", "Long assignment", true), component("C2", "Residents choose", false)],
  latest: [],
  reviews: [],
  agreements: [],
  computed: [
    { kind: "STRUCTURE", value: 100, of: [{ name: "coreParts", met: 12, of: 12 }] },
    { kind: "DOSE", value: null, of: [{ name: "figures", met: 0, of: 7 }] },
    { kind: "TIMELINESS", value: 90.5, of: [{ name: "dueItems", met: 19, of: 21 }] },
  ],
};

function show(changes: object = {}) {
  const answers = {
    site: { id: "s1", launchOn: "2025-01-06", upgrades: [], fidelity: { ...nothingRated, ...changes } },
  };
  return render(
    <InApp answers={answers}>
      <FidelityPanel siteId="s1" />
    </InApp>,
  );
}

const rated = (...latest: object[]) => ({ latest, reviews: latest });

test("before anybody has rated, says who does and when, and tells what is computed without inventing a number", async () => {
  show();
  expect(await screen.findByText("Nobody has rated this site yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Rate this site" })).toBeVisible();
  expect(screen.getByText("Core parts kept as released: 12 of 12")).toBeVisible();
  expect(screen.getByText("No figure is in yet. Missing is not zero, so there is no number.")).toBeVisible();
});

test("a missing core component is told first, whatever the total", async () => {
  show(rated(review("SELF", { missing: [{ key: "C1", name: "Long assignment" }] })));
  expect(await screen.findByText("A core component is missing, whatever the total")).toBeVisible();
  expect(screen.getByText("Strong")).toBeVisible();
});

test("a mark that no evidence shows counts less, and both numbers stand there", async () => {
  show(rated(review("SELF")));
  const table = await screen.findByRole("table", { name: "Core components" });
  const row = within(table).getByRole("row", { name: /C2 Residents choose/ });
  expect(within(row).getByText("4 given, no recent evidence")).toBeVisible();
});

test("a review of another release says that it stays as it was", async () => {
  show(rated(review("SELF", { version: "3.1.0", isOfCurrentRelease: false })));
  expect(await screen.findByText(/a site is not judged anew because its template moved/)).toBeVisible();
});

test("raters more than one point apart are asked why, by whoever may say it", async () => {
  const apart = {
    component: { key: "C2", name: "Residents choose" },
    firstMark: 4,
    secondMark: 1,
    reasons: [],
    explainIn: "EXTERNAL",
  };
  const agreement = {
    first: "SELF",
    second: "EXTERNAL",
    pairCount: 2,
    kappa: null,
    kappaLower: null,
    kappaUpper: null,
    apart: [apart],
  };
  show({ ...rated(review("SELF"), review("EXTERNAL", { score: 60 })), agreements: [agreement] });
  expect(
    await screen.findByText("One of 2 components is more than one point apart.", { exact: false }),
  ).toBeVisible();
  expect(screen.getByText("No reason yet")).toBeVisible();
  expect(screen.getByRole("button", { name: "Say why: C2 Residents choose" })).toBeVisible();
  expect(screen.getByText("The raters lie between 60 and 81.3.")).toBeVisible();
});

test("whoever may not rate is offered nothing to press", async () => {
  show({ ratersAllowed: [], ...rated(review("SELF")) });
  expect(await screen.findByText("81.3")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Rate this site" })).not.toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Put right" })).not.toBeInTheDocument();
});
