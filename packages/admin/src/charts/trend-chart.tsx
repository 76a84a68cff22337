import { AreaClosed, LinePath } from "@visx/shape";
import { useIntl } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { ValueAxis, YearAxis } from "./axis.tsx";
import { MarkWords } from "./mark-words.tsx";
import {
  inOrder,
  middleOfPeriod,
  runsOf,
  timeScale,
  type TrendPoint,
  valueScale,
  yearTicks,
} from "./scale.ts";
import { useMarkCursor } from "./use-mark-cursor.ts";

export interface TrendSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly TrendPoint[];
}

export interface TrendChartProps {
  width: number;
  height?: number;
  /** Said in place of the picture to those who do not see it. */
  label: string;
  unit: string;
  /** At most five: more lines than that cannot be told apart. */
  series: readonly TrendSeries[];
  /** The path to the goal: a dashed line. */
  target?: readonly { period: string; value: number }[];
  /** Days that matter, as the launch: an upright rule with its name. */
  rules?: readonly { period: string; label: string }[];
  /** Periods at whose start the definition changed: a zigzag, and no line across it. */
  breaks?: readonly string[];
  /** The points are single occasions, such as reviews: a line joins them whatever lies between. */
  areOccasions?: boolean;
}

const margin = { top: 24, right: 110, bottom: 28, left: 52 };

/** Lines over time: gaps where nothing was reported, open marks where provisional, hatched where suppressed. */
export function TrendChart(props: TrendChartProps) {
  const { width, height = 280, label, unit, series, target = [] } = props;
  const words = useMarkWriter(unit);
  const right = width < 480 ? 16 : margin.right;
  const inner = {
    width: Math.max(40, width - margin.left - right),
    height: height - margin.top - margin.bottom,
  };
  const marks = series.flatMap((each, index) =>
    inOrder(each.points).map((point) => ({ series: each, color: index + 1, point })),
  );
  const cursor = useMarkCursor(marks.length);
  const periods = [...marks.map((mark) => mark.point.period), ...target.map((each) => each.period)];
  if (periods.length === 0) return null;
  const x = timeScale(periods, [0, inner.width]);
  const y = valueScale(
    [...marks.flatMap((mark) => valuesOf(mark.point)), ...target.map((each) => each.value)],
    [inner.height, 0],
  );
  const pointed = cursor.index === undefined ? undefined : marks[cursor.index];
  const place = { x: (period: string) => x(middleOfPeriod(period)), y, height: inner.height };
  const labels = width < 480 ? undefined : labelsOf(series, place);
  return (
    <>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        tabIndex={0}
        onKeyDown={cursor.onKeyDown}
      >
        <Hatching />
        <g transform={`translate(${margin.left},${margin.top})`}>
          <ValueAxis scale={y} width={inner.width} unit={unit} />
          <YearAxis
            years={yearTicks(x.domain() as [number, number], inner.width / 56)}
            x={x}
            height={inner.height}
          />
          <Uprights rules={props.rules} breaks={props.breaks} place={place} />
          {target.length > 0 && (
            <LinePath
              className="fs-target"
              data={[...target]}
              x={(each) => place.x(each.period)}
              y={(each) => y(each.value)}
            />
          )}
          {series.map((each, index) => (
            <Series
              key={each.key}
              series={each}
              color={index + 1}
              place={place}
              breaks={props.breaks}
              areOccasions={props.areOccasions}
              labelY={labels?.get(each.key)}
            />
          ))}
          {marks.map((mark, index) => (
            <Mark
              key={`${mark.series.key}:${mark.point.period}`}
              {...mark}
              place={place}
              isPointed={cursor.index === index}
              onPoint={() => {
                cursor.point(index);
              }}
            />
          ))}
        </g>
      </svg>
      <MarkWords words={pointed && words(pointed.series.label, pointed.point)} />
    </>
  );
}

function valuesOf(point: TrendPoint): number[] {
  return [point.value, point.lower ?? null, point.upper ?? null].filter((value) => value !== null);
}

interface Place {
  x: (period: string) => number;
  y: (value: number) => number;
  height: number;
}

interface SeriesProps {
  series: TrendSeries;
  color: number;
  place: Place;
  breaks: readonly string[] | undefined;
  areOccasions: boolean | undefined;
  /** Where its name stands; absent where there is no room for names. */
  labelY: number | undefined;
}

/** How close two names may stand, across and down. */
const nearestLabels = { x: 96, y: 15 };

/** Where the name of each line stands: beside its last mark, moved down where another one is in the way. */
function labelsOf(series: readonly TrendSeries[], place: Place): ReadonlyMap<string, number> {
  const ends = series
    .flatMap(({ key, points }) => {
      const last = inOrder(points).findLast(({ value, isSuppressed }) => value !== null && !isSuppressed);
      return last ? [{ key, x: place.x(last.period), y: place.y(last.value ?? 0) }] : [];
    })
    .sort((one, other) => one.y - other.y);
  const placed: { key: string; x: number; y: number }[] = [];
  for (const end of ends) {
    const near = placed.filter(({ x }) => Math.abs(x - end.x) < nearestLabels.x);
    placed.push({ ...end, y: Math.max(end.y, ...near.map(({ y }) => y + nearestLabels.y)) });
  }
  return new Map(placed.map(({ key, y }) => [key, y]));
}

function Series({ series, color, place, breaks, areOccasions, labelY }: SeriesProps) {
  const runs = runsOf(series.points, areOccasions).flatMap((run) => splitAt(run, breaks ?? []));
  const last = runs.at(-1)?.at(-1);
  const x = (point: TrendPoint) => place.x(point.period);
  return (
    <g className={`fs-series fs-series--${color}`}>
      {runs.map((run) => (
        <g key={run[0]?.period}>
          {run.every((point) => typeof point.lower === "number" && typeof point.upper === "number") && (
            <AreaClosed
              className="fs-band"
              data={run}
              x={x}
              y0={(point) => place.y(point.lower ?? 0)}
              y1={(point) => place.y(point.upper ?? 0)}
              yScale={
                Object.assign((value: number) => place.y(value), { range: () => [place.height, 0] }) as never
              }
            />
          )}
          <LinePath className="fs-line" data={run} x={x} y={(point) => place.y(point.value ?? 0)} />
        </g>
      ))}
      {labelY !== undefined && last && (
        <text className="fs-series__label" x={place.x(last.period) + 8} y={labelY} dy="0.32em">
          {series.label}
        </text>
      )}
    </g>
  );
}

function splitAt(run: TrendPoint[], breaks: readonly string[]): TrendPoint[][] {
  const at = run.findIndex((point, index) => index > 0 && breaks.includes(point.period));
  return at < 0 ? [run] : [run.slice(0, at), ...splitAt(run.slice(at), breaks)];
}

interface MarkProps {
  series: TrendSeries;
  point: TrendPoint;
  color: number;
  place: Place;
  isPointed: boolean;
  onPoint: () => void;
}

function Mark({ point, color, place, isPointed, onPoint }: MarkProps) {
  if (point.isSuppressed) {
    return (
      <rect
        className="fs-suppressed"
        x={place.x(point.period) - 5}
        y={place.height - 12}
        width={10}
        height={12}
        onPointerEnter={onPoint}
      />
    );
  }
  if (point.value === null) return null;
  const kind = point.isProvisional ? "fs-mark--open" : "fs-mark--full";
  return (
    <circle
      className={`fs-point fs-series--${color} ${kind}`}
      cx={place.x(point.period)}
      cy={place.y(point.value)}
      r={isPointed ? 6 : 3}
      onPointerEnter={onPoint}
    />
  );
}

interface UprightsProps extends Pick<TrendChartProps, "rules" | "breaks"> {
  place: Place;
}

/** What stands upright across the chart: days that matter, and breaks of the definition. */
function Uprights({ rules = [], breaks = [], place }: UprightsProps) {
  return (
    <>
      {rules.map((rule) => (
        <Rule key={rule.label} {...rule} place={place} />
      ))}
      {breaks.map((period) => (
        <Break key={period} x={place.x(period)} height={place.height} />
      ))}
    </>
  );
}

function Rule({ period, label, place }: { period: string; label: string; place: Place }) {
  return (
    <g transform={`translate(${place.x(period)},0)`}>
      <line className="fs-rule" y2={place.height} />
      <text x={4} y={10} className="fs-rule__label">
        {label}
      </text>
    </g>
  );
}

function Break({ x, height }: { x: number; height: number }) {
  const teeth = Array.from(
    { length: Math.ceil(height / 8) + 1 },
    (_, index) => `${index % 2 === 0 ? -3 : 3},${index * 8}`,
  );
  return <polyline className="fs-break" transform={`translate(${x},0)`} points={teeth.join(" ")} />;
}

export function Hatching() {
  return (
    <defs>
      <pattern
        id="fs-hatching"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line y2="5" className="fs-hatching" />
      </pattern>
    </defs>
  );
}

function useMarkWriter(unit: string): (label: string, point: TrendPoint) => string {
  const intl = useIntl();
  const text = useText();
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  return (label, point) => {
    const at = { label, period: point.period, unit };
    if (point.isSuppressed) return text("charts.mark.suppressed", at);
    if (point.value === null) return text("charts.mark.missing", at);
    const value = number(point.value);
    if (typeof point.lower !== "number" || typeof point.upper !== "number")
      return text("charts.mark.value", { ...at, value });
    return text("charts.mark.interval", {
      ...at,
      value,
      lower: number(point.lower),
      upper: number(point.upper),
    });
  };
}
