import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { CountBars } from "./count-bars.tsx";

const rows = [
  { key: "b", label: "A program with a long name for public housing 3.3.0", count: 6, isMarked: true },
  { key: "a", label: "Park 3.2.0", count: 3, isMarked: false },
  { key: "c", label: "Park 3.1.0", count: 0, isMarked: false },
];

function draw() {
  const { container } = render(
    <InEnglish>
      <CountBars width={600} label="Sites by release" unit="sites" rows={rows} />
    </InEnglish>,
  );
  return container;
}

test("bars begin at zero and are as long as their counts, so nothing has no bar", () => {
  const widths = [...draw().querySelectorAll(".fs-count-bar")].map((bar) =>
    Number(bar.getAttribute("width")),
  );
  const [most = 0, half = 0, none] = widths;
  expect(most / half).toBeCloseTo(2);
  expect(none).toBe(0);
});

test("a label that is too long keeps its end, which says the release", () => {
  const labels = [...draw().querySelectorAll(".fs-interval > text:first-of-type")].map(
    (label) => label.textContent,
  );
  expect(labels[0]).toMatch(/^….*public housing 3\.3\.0$/);
  expect(labels.slice(1)).toEqual(["Park 3.2.0", "Park 3.1.0"]);
});
