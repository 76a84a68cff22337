import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { FootAxis } from "./axis.tsx";
import { MarkWords } from "./mark-words.tsx";
import { placeScale, valueScale } from "./scale.ts";
import { Hatching } from "./trend-chart.tsx";
import { useMarkCursor } from "./use-mark-cursor.ts";

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly isSuppressed?: boolean;
  readonly isProvisional?: boolean;
}

export interface IntervalPlotProps {
  width: number;
  label: string;
  unit: string;
  /** In the order in which they are to be read: by name, not by rank. */
  rows: readonly IntervalRow[];
  /** What the line from lower to upper is: a 95% interval, unless it only spans what several found. */
  lines?: "interval" | "range";
  /** A value to hold against, such as all places together. */
  reference?: { value: number; label: string } | undefined;
}

const rowHeight = 30;

/** A dot with its interval for each place, one above the other. */
export function IntervalPlot({ width, label, unit, rows, lines = "interval", reference }: IntervalPlotProps) {
  const words = useRowWriter(unit, lines);
  const cursor = useMarkCursor(rows.length);
  const left = Math.min(200, Math.max(96, width * 0.3));
  const inner = { width: Math.max(40, width - left - 20), height: rows.length * rowHeight };
  const values = rows
    .flatMap((row) => [row.value, row.lower ?? null, row.upper ?? null])
    .filter((value) => value !== null);
  const x = valueScale(reference ? [...values, reference.value] : values, [0, inner.width]);
  const y = placeScale(
    rows.map((row) => row.key),
    [0, inner.height],
  );
  const pointed = cursor.index === undefined ? undefined : rows[cursor.index];
  return (
    <>
      <svg
        width={width}
        height={inner.height + 56}
        role="img"
        aria-label={label}
        tabIndex={0}
        onKeyDown={cursor.onKeyDown}
      >
        <Hatching />
        <g transform={`translate(${left},10)`}>
          <FootAxis scale={x} height={inner.height} unit={unit} />
          {reference && (
            <g transform={`translate(${x(reference.value)},0)`}>
              <line className="fs-rule" y2={inner.height} />
              <text className="fs-rule__label" x={4} y={2}>
                {reference.label}
              </text>
            </g>
          )}
          {rows.map((row, index) => (
            <g
              key={row.key}
              transform={`translate(0,${(y(row.key) ?? 0) + y.bandwidth() / 2})`}
              className={cursor.index === index ? "fs-interval fs-interval--pointed" : "fs-interval"}
              onPointerEnter={() => {
                cursor.point(index);
              }}
            >
              <rect
                className="fs-interval__band"
                x={-left}
                y={-rowHeight / 2}
                width={width - 20}
                height={rowHeight}
              />
              <text x={-10} dy="0.32em" textAnchor="end">
                {shortened(row.label, left / 7.2)}
              </text>
              <IntervalMark row={row} x={x} />
            </g>
          ))}
        </g>
      </svg>
      <MarkWords words={pointed && words(pointed)} />
    </>
  );
}

function IntervalMark({ row, x }: { row: IntervalRow; x: (value: number) => number }) {
  if (row.isSuppressed) return <rect className="fs-suppressed" x={0} y={-6} width={28} height={12} />;
  if (row.value === null) return null;
  const hasInterval = typeof row.lower === "number" && typeof row.upper === "number";
  return (
    <g className="fs-series fs-series--1">
      {hasInterval && <line className="fs-interval__line" x1={x(row.lower ?? 0)} x2={x(row.upper ?? 0)} />}
      <circle
        className={`fs-point fs-series--1 ${row.isProvisional ? "fs-mark--open" : "fs-mark--full"}`}
        cx={x(row.value)}
        r={5}
      />
    </g>
  );
}

function shortened(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, Math.max(1, Math.floor(most) - 1))}…`;
}

function useRowWriter(unit: string, lines: "interval" | "range"): (row: IntervalRow) => string {
  const intl = useIntl();
  const text = useText();
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  return (row) => {
    const at = { label: row.label, unit };
    if (row.isSuppressed) return text("charts.place.suppressed", at);
    if (row.value === null) return text("charts.place.missing", at);
    const value = number(row.value);
    if (typeof row.lower !== "number" || typeof row.upper !== "number")
      return text("charts.place.value", { ...at, value });
    return text(`charts.place.${lines}`, {
      ...at,
      value,
      lower: number(row.lower),
      upper: number(row.upper),
    });
  };
}
