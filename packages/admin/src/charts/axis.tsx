import { FormattedNumber } from "react-intl";
import type { NumberScale } from "./scale.ts";

/** Lines across at round values, and their numbers on the left. */
export function ValueAxis({ scale, width, unit }: { scale: NumberScale; width: number; unit: string }) {
  return (
    <g className="fs-axis" aria-hidden="true">
      {scale.ticks(5).map((tick) => (
        <g key={tick} transform={`translate(0,${scale(tick)})`}>
          <line x2={width} className={tick === 0 ? "fs-axis__zero" : "fs-axis__grid"} />
          <text x={-8} dy="0.32em" textAnchor="end">
            <FormattedNumber value={tick} maximumFractionDigits={2} />
          </text>
        </g>
      ))}
      <text x={0} y={-10} className="fs-axis__unit">
        {unit}
      </text>
    </g>
  );
}

/** Values along the foot, for plots whose places run down the side. */
export function FootAxis({ scale, height, unit }: { scale: NumberScale; height: number; unit: string }) {
  return (
    <g className="fs-axis" aria-hidden="true">
      {scale.ticks(5).map((tick) => (
        <g key={tick} transform={`translate(${scale(tick)},0)`}>
          <line y2={height} className={tick === 0 ? "fs-axis__zero" : "fs-axis__grid"} />
          <text y={height + 16} textAnchor="middle">
            <FormattedNumber value={tick} maximumFractionDigits={2} />
          </text>
        </g>
      ))}
      <text y={height + 34} className="fs-axis__unit">
        {unit}
      </text>
    </g>
  );
}

/** Years along the foot. */
export function YearAxis({
  years,
  x,
  height,
}: {
  years: readonly number[];
  x: (month: number) => number;
  height: number;
}) {
  return (
    <g className="fs-axis" aria-hidden="true">
      {years.map((year) => (
        <text key={year} x={x(year * 12 + 6)} y={height + 18} textAnchor="middle">
          {year}
        </text>
      ))}
    </g>
  );
}
