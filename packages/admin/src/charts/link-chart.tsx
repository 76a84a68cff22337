import { MarkWords } from "./mark-words.tsx";
import { placeScale } from "./scale.ts";
import { shortened } from "./shortened.ts";
import { useMarkCursor } from "./use-mark-cursor.ts";

/** Something on the left and what it is tied to on the right. */
export interface LinkSource {
  readonly key: string;
  readonly label: string;
  /** Said when it is pointed at. */
  readonly words: string;
  readonly links: readonly {
    readonly key: string;
    readonly label: string;
    /** How many ties there are, for the width of the line. */
    readonly weight: number;
    readonly isMarked: boolean;
  }[];
}

export interface LinkChartProps {
  width: number;
  label: string;
  from: readonly LinkSource[];
}

const rowHeight = 28;
/** Width of a letter of a label on average, in pixels, and the gap between label and line. */
const letter = 6.5;
const gap = 8;
/** The widest line, in pixels. */
const widest = 6;

/** Ties between two kinds of things, one kind on each side; what is pointed at stands out with all its ties. */
export function LinkChart({ width, label, from }: LinkChartProps) {
  const cursor = useMarkCursor(from.length);
  const targets = new Map(from.flatMap(({ links }) => links.map((link) => [link.key, link.label] as const)));
  const height = Math.max(from.length, targets.size) * rowHeight;
  const side = Math.min(240, width * 0.38);
  const left = placeScale(
    from.map(({ key }) => key),
    [0, height],
  );
  const right = placeScale([...targets.keys()], [0, height]);
  const most = Math.max(1, ...from.flatMap(({ links }) => links.map(({ weight }) => weight)));
  const pointed = cursor.index === undefined ? undefined : from[cursor.index];
  const middle = (scale: typeof left, key: string) => (scale(key) ?? 0) + scale.bandwidth() / 2;
  const letters = (side - gap) / letter;
  return (
    <>
      <svg
        width={width}
        height={height + 8}
        role="img"
        aria-label={label}
        tabIndex={0}
        onKeyDown={cursor.onKeyDown}
      >
        <g transform="translate(0,4)">
          {from.map((source, index) => (
            <g
              key={source.key}
              className={linkClass(cursor.index, index)}
              onPointerEnter={() => {
                cursor.point(index);
              }}
            >
              <text x={side - gap} y={middle(left, source.key)} dy="0.32em" textAnchor="end">
                {shortened(source.label, letters)}
              </text>
              {source.links.map((link) => (
                <path
                  key={link.key}
                  className={link.isMarked ? "fs-link fs-link--marked" : "fs-link"}
                  d={curve([side, middle(left, source.key)], [width - side, middle(right, link.key)])}
                  strokeWidth={Math.max(1.5, (widest * link.weight) / most)}
                />
              ))}
            </g>
          ))}
          {[...targets].map(([key, target]) => (
            <text key={key} x={width - side + gap} y={middle(right, key)} dy="0.32em">
              {shortened(target, letters)}
            </text>
          ))}
        </g>
      </svg>
      <MarkWords words={pointed?.words} />
    </>
  );
}

function linkClass(pointed: number | undefined, index: number): string {
  if (pointed === undefined) return "fs-links";
  return pointed === index ? "fs-links fs-links--pointed" : "fs-links fs-links--aside";
}

function curve([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const middle = (x1 + x2) / 2;
  return `M${String(x1)},${String(y1)}C${String(middle)},${String(y1)} ${String(middle)},${String(y2)} ${String(x2)},${String(y2)}`;
}
