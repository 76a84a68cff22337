import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { StepChart } from "./step-chart.tsx";

const steps = [
  { at: 0, value: 100, lower: null, upper: null },
  { at: 12, value: 80, lower: 60, upper: 90 },
  { at: 24, value: 0, lower: null, upper: null },
];

function draw(shown = steps) {
  const { container } = render(
    <InEnglish>
      <StepChart width={400} label="Half stay." unit="%" footUnit="months" steps={shown} end={36} />
    </InEnglish>,
  );
  return container;
}

test("a line falls at each step, holds to the end, and has a band where there is an interval", () => {
  const drawn = draw();
  expect(screen.getByRole("img", { name: "Half stay." })).toBeVisible();
  expect(drawn.querySelectorAll(".fs-band")).toHaveLength(1);
  const path = drawn.querySelector(".fs-line")?.getAttribute("d") ?? "";
  expect(path.match(/V/g)).toHaveLength(2);
  const [toTwelve, toTwentyFour, toEnd] = [...path.matchAll(/H([\d.]+)/g)].map(([, x]) => Number(x));
  expect(toTwentyFour).toBeCloseTo(2 * (toTwelve ?? 0));
  expect(toEnd).toBeCloseTo(3 * (toTwelve ?? 0));
});

test("nothing to draw is an empty picture, not a broken one", () => {
  expect(draw([]).querySelector(".fs-line")?.getAttribute("d")).toBe("");
});
