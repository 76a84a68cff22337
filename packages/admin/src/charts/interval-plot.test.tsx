import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { IntervalPlot } from "./interval-plot.tsx";

const rows = [
  { key: "a", label: "Akron", value: 4, lower: 2, upper: 7 },
  { key: "b", label: "Bexley", value: null, isSuppressed: true },
  { key: "c", label: "Canton", value: null },
];

test("draws a dot with its interval, hatches what is suppressed, and leaves out what was not reported", () => {
  const { container } = render(
    <InEnglish>
      <IntervalPlot width={600} label="Rates" unit="per 100,000" rows={rows} />
    </InEnglish>,
  );
  expect(container.querySelectorAll(".fs-interval__line")).toHaveLength(1);
  expect(container.querySelectorAll("circle")).toHaveLength(1);
  expect(container.querySelectorAll("rect.fs-suppressed")).toHaveLength(1);
});

test("keeps the order in which the places come", () => {
  const { container } = render(
    <InEnglish>
      <IntervalPlot width={600} label="Rates" unit="per 100,000" rows={[...rows].reverse()} />
    </InEnglish>,
  );
  const labels = [...container.querySelectorAll(".fs-interval > text")].map((label) => label.textContent);
  expect(labels).toEqual(["Canton", "Bexley", "Akron"]);
});
