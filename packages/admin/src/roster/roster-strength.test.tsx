import { render, screen } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { RosterStrength } from "./roster-strength.tsx";

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

const months = [
  { month: "2027-03", plannedDays: 310, filledDays: 248, vacantDays: 62 },
  { month: "2027-04", plannedDays: 300, filledDays: 285, vacantDays: 15 },
];
const strength = {
  id: "s1",
  asOf: "2027-04-30",
  months,
  tenureMonths: [3, 14, 26, 60],
  medianMonths: 20,
  stillThere: { started: 5, stayed: 3, promoted: 1, left: 1 },
  followedCount: 7,
  stayedCurve: [{ time: 12, atRisk: 6, events: 1, survival: 0.8333, interval: { lower: 0.27, upper: 0.97 } }],
};
const many = {
  ...strength,
  tenureMonths: Array.from({ length: 12 }, (_, index) => index + 1),
  medianMonths: 6.5,
  stillThere: { started: 20, stayed: 15, promoted: 2, left: 3 },
  followedCount: 30,
};

function show(rosterStrength: object) {
  render(
    <InApp answers={{ rosterStrength }}>
      <RosterStrength siteId="s1" />
    </InApp>,
  );
}

test("of ten people or fewer each is told by a number, without a share, a median or a curve", async () => {
  show(strength);
  expect(await screen.findByText("4 people: 3, 14, 26, 60 months")).toBeVisible();
  expect(screen.getByText("3 of 5. 1 left earlier on promotion, 1 for another reason.")).toBeVisible();
  expect(screen.getByText(/7 people were ever here: too few for a curve/)).toBeVisible();
  expect(screen.queryByText(/Median/)).not.toBeInTheDocument();
});

test("of more people a median, a share with its counts, and a curve in words are told", async () => {
  show(many);
  expect(await screen.findByText("Median 6.5 months, of 12 people")).toBeVisible();
  expect(screen.getByText("75%. 15 of 20. 2 left earlier on promotion, 3 for another reason.")).toBeVisible();
  expect(
    screen.getByText("Of 30 people, an estimated 83% (27% to 97%) were still here after 12 months."),
  ).toBeVisible();
});

test("the last month is said in words", async () => {
  show(strength);
  expect(
    await screen.findByText(
      "In April 2027 slots were filled on 95% of their days; 15 slot-days were vacant.",
    ),
  ).toBeVisible();
});

test("before the first launch it is said what to do first", async () => {
  show({ ...strength, months: [], tenureMonths: [], medianMonths: null, followedCount: 0, stayedCurve: [] });
  expect(await screen.findByText("Nothing to count yet")).toBeVisible();
});
