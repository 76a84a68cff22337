import { useIntl } from "react-intl";
import { MarkWords } from "./mark-words.tsx";
import { placeScale, valueScale } from "./scale.ts";
import { shortened } from "./shortened.ts";
import { useMarkCursor } from "./use-mark-cursor.ts";

/** How many there are of one kind. */
export interface CountRow {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Drawn full; the others lighter. */
  readonly isMarked: boolean;
}

export interface CountBarsProps {
  width: number;
  label: string;
  unit: string;
  rows: readonly CountRow[];
}

const rowHeight = 28;

/** Width of a letter of a label on average, in pixels, and the gap between label and bar. */
const letter = 6.5;
const gap = 10;

/** Counts as bars from zero, one above the other, each with its number at its end. */
export function CountBars({ width, label, unit, rows }: CountBarsProps) {
  const intl = useIntl();
  const cursor = useMarkCursor(rows.length);
  const left = Math.min(360, Math.max(110, width * 0.42));
  const inner = { width: Math.max(40, width - left - 48), height: rows.length * rowHeight };
  const x = valueScale(
    rows.map(({ count }) => count),
    [0, inner.width],
  );
  const y = placeScale(
    rows.map(({ key }) => key),
    [0, inner.height],
  );
  const pointed = cursor.index === undefined ? undefined : rows[cursor.index];
  return (
    <>
      <svg
        width={width}
        height={inner.height + 8}
        role="img"
        aria-label={label}
        tabIndex={0}
        onKeyDown={cursor.onKeyDown}
      >
        <g transform={`translate(${left},4)`}>
          {rows.map((row, index) => (
            <g
              key={row.key}
              transform={`translate(0,${y(row.key) ?? 0})`}
              className={cursor.index === index ? "fs-interval fs-interval--pointed" : "fs-interval"}
              onPointerEnter={() => {
                cursor.point(index);
              }}
            >
              <text x={-gap} y={y.bandwidth() / 2} dy="0.32em" textAnchor="end">
                {shortened(row.label, (left - gap) / letter)}
              </text>
              <rect
                className={row.isMarked ? "fs-count-bar fs-count-bar--marked" : "fs-count-bar"}
                width={Math.max(row.count === 0 ? 0 : 2, x(row.count))}
                height={y.bandwidth()}
              />
              <text x={x(row.count) + 8} y={y.bandwidth() / 2} dy="0.32em">
                {intl.formatNumber(row.count)}
              </text>
            </g>
          ))}
          <line className="fs-axis__zero" y2={inner.height} />
        </g>
      </svg>
      <MarkWords words={pointed && `${pointed.label}: ${intl.formatNumber(pointed.count)} ${unit}`} />
    </>
  );
}
