import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { TrendChart } from "./trend-chart.tsx";

const points = [
  { period: "2024", value: 10, lower: 8, upper: 13 },
  { period: "2025", value: null },
  { period: "2026", value: 6, isProvisional: true },
  { period: "2027", value: null, isSuppressed: true },
];

function draw() {
  const { container } = render(
    <InEnglish>
      <TrendChart
        width={640}
        label="Thefts fell."
        unit="thefts"
        series={[{ key: "a", label: "Dayton", points }]}
      />
    </InEnglish>,
  );
  return container;
}

describe("a trend chart", () => {
  test("has a mark for each value, an open one where provisional, and a hatched one where suppressed", () => {
    const drawn = draw();
    expect(drawn.querySelectorAll("circle.fs-mark--full")).toHaveLength(1);
    expect(drawn.querySelectorAll("circle.fs-mark--open")).toHaveLength(1);
    expect(drawn.querySelectorAll("rect.fs-suppressed")).toHaveLength(1);
  });

  test("does not join two values across a year that was not reported", () => {
    expect(draw().querySelectorAll(".fs-line")).toHaveLength(2);
  });

  test("is named by what it shows, and reads each mark to the keyboard", async () => {
    draw();
    const chart = screen.getByRole("img", { name: "Thefts fell." });
    chart.focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByText("Dayton, 2024: 10 thefts (95% interval 8 to 13)")).toBeVisible();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByText("Dayton, 2025: not reported")).toBeVisible();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(screen.getByText("Dayton, 2027: too few to show")).toBeVisible();
  });
});
