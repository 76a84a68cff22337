import { FootAxis, ValueAxis } from "./axis.tsx";
import { type NumberScale, valueScale } from "./scale.ts";

/** A value that holds from here to the next step, with its interval where there is one. */
export interface Step {
  readonly at: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface StepChartProps {
  width: number;
  height?: number;
  /** Said in place of the picture to those who do not see it. */
  label: string;
  /** What stands on the left, and along the foot. */
  unit: string;
  footUnit: string;
  /** In order, the first at 0. */
  steps: readonly Step[];
  /** How far the last step holds. */
  end: number;
}

const margin = { top: 24, right: 16, bottom: 48, left: 52 };

/** A line that falls in steps, with a band for its intervals. */
export function StepChart({ width, height = 260, label, unit, footUnit, steps, end }: StepChartProps) {
  const inner = {
    width: Math.max(40, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
  const x = valueScale([end, ...steps.map(({ at }) => at)], [0, inner.width]);
  const y = valueScale([100], [inner.height, 0]);
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <g transform={`translate(${margin.left},${margin.top})`}>
        <ValueAxis scale={y} width={inner.width} unit={unit} />
        <FootAxis scale={x} height={inner.height} unit={footUnit} />
        <g className="fs-series fs-series--1">
          {bandsOf(steps, end).map(({ from, to, lower, upper }) => (
            <rect
              key={from}
              className="fs-band"
              x={x(from)}
              y={y(upper)}
              width={x(to) - x(from)}
              height={y(lower) - y(upper)}
            />
          ))}
          <path className="fs-line" d={pathOf(steps, end, { x, y })} />
        </g>
      </g>
    </svg>
  );
}

/** The interval of each step that has one, as far as it holds. */
function bandsOf(steps: readonly Step[], end: number) {
  return steps.flatMap(({ at, lower, upper }, index) => {
    const to = steps[index + 1]?.at ?? end;
    return lower === null || upper === null ? [] : [{ from: at, to, lower, upper }];
  });
}

function pathOf(
  steps: readonly Step[],
  end: number,
  { x, y }: { readonly x: NumberScale; readonly y: NumberScale },
): string {
  const [first, ...others] = steps;
  if (!first) return "";
  const down = others.map(({ at, value }) => `H${String(x(at))}V${String(y(value))}`);
  return `M${String(x(first.at))},${String(y(first.value))}${down.join("")}H${String(x(end))}`;
}
