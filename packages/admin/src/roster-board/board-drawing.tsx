import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId } from "react";
import { MarkWords } from "#admin/charts/mark-words.tsx";
import { shortened } from "#admin/charts/shortened.ts";
import { useMarkCursor } from "#admin/charts/use-mark-cursor.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { slotName } from "#admin/roster/slot-name.ts";
import { daysBetween } from "#admin/ui/plain-day.ts";
import type { BoardMark } from "./board-marks.ts";
import type { SiteOnBoard } from "./roster-board.tsx";
import { useOwnJurisdiction } from "./use-own-jurisdiction.ts";
import "./roster-board.css";

interface BoardDrawingProps {
  width: number;
  site: SiteOnBoard;
  marks: readonly BoardMark[];
}

const rowHeight = 26;
const barHeight = 9;
/** Where a bar stands in its row, and where one stands that begins before the bar before it has ended. */
const lanes = [8, 17];
const top = 22;
/** Width of a letter of a label on average, in pixels, and the gap between label and bars. */
const letter = 6.5;
const gap = 8;

/** A day's place from left to right; days outside are at the edge. */
type Place = (day: string) => number;

/** Slots as rows, time from left to right: bars, hatched leave, dashed vacancies, and a mark where a commitment ends. */
export function BoardDrawing({ width, site, marks }: BoardDrawingProps) {
  const text = useText();
  const navigate = useNavigate();
  const jurisdictionId = useOwnJurisdiction();
  const cursor = useMarkCursor(marks.length);
  const hatch = useId();
  const { from, to, slots, asOf } = site;
  const left = Math.min(260, Math.max(96, width * 0.3));
  const inner = { width: Math.max(60, width - left - 4), height: slots.length * rowHeight };
  const days = daysBetween(from, to) + 1;
  const x: Place = (day) => (inner.width * Math.min(days, Math.max(0, daysBetween(from, day)))) / days;
  const pointed = cursor.index === undefined ? undefined : marks[cursor.index];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && pointed?.held && jurisdictionId) {
      void navigate({ to: `/roster/${jurisdictionId}/${pointed.held.officerId}` });
      return;
    }
    cursor.onKeyDown(event);
  };
  return (
    <>
      <svg
        width={width}
        height={inner.height + top + 4}
        role="img"
        aria-label={text("rosterBoard.label", { site: site.siteName })}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className="fs-board__hatch" y2="5" />
          </pattern>
        </defs>
        <g transform={`translate(${left},${top})`}>
          <Years from={from} to={to} x={x} height={inner.height} />
          {slots.map((slot, row) => (
            <text key={slot.id} x={-gap} y={row * rowHeight + rowHeight / 2} dy="0.32em" textAnchor="end">
              {shortened(slotName(slot, text), (left - gap) / letter)}
            </text>
          ))}
          {marks.map((mark, index) => (
            <g
              key={mark.key}
              className={cursor.index === index ? "fs-board__mark fs-board__mark--pointed" : "fs-board__mark"}
              transform={`translate(0,${mark.row * rowHeight})`}
              onPointerEnter={() => {
                cursor.point(index);
              }}
            >
              {mark.held ? (
                <Bar mark={mark} held={mark.held} at={{ x, from, asOf, hatch }} />
              ) : (
                <Gap mark={mark} x={x} />
              )}
            </g>
          ))}
          <line className="fs-board__today" x1={x(asOf)} x2={x(asOf)} y1={-4} y2={inner.height} />
        </g>
      </svg>
      <MarkWords words={pointed?.words} />
    </>
  );
}

function Years({ from, to, x, height }: { from: string; to: string; x: Place; height: number }) {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return (
    <g className="fs-axis" aria-hidden="true">
      {years.map((year) => (
        <g key={year} transform={`translate(${x(`${year}-01-01`)},0)`}>
          <line className="fs-axis__grid" y2={height} />
          <text x={3} y={-8}>
            {year}
          </text>
        </g>
      ))}
    </g>
  );
}

interface BarProps {
  mark: BoardMark;
  held: NonNullable<BoardMark["held"]>;
  at: { readonly x: Place; readonly from: string; readonly asOf: string; readonly hatch: string };
}

/** Somebody in a slot: full up to today, lighter ahead, with the leave hatched and the end of the commitment marked. */
function Bar({ mark, held, at: { x, from, asOf, hatch } }: BarProps) {
  const y = lanes[mark.lane] ?? 0;
  const { commitmentEndsOn } = held;
  const hasCommitment =
    commitmentEndsOn &&
    commitmentEndsOn >= mark.from &&
    commitmentEndsOn <= mark.to &&
    commitmentEndsOn >= from;
  const past = mark.to < asOf ? mark.to : asOf;
  const days = (from: string, through: string) => ({
    x: x(from),
    y,
    width: Math.max(1, x(through) - x(from)),
    height: barHeight,
  });
  return (
    <>
      {mark.from <= asOf && <rect className="fs-board__bar" {...days(mark.from, past)} />}
      {mark.to > asOf && (
        <rect
          className="fs-board__bar fs-board__bar--ahead"
          {...days(mark.from > asOf ? mark.from : asOf, mark.to)}
        />
      )}
      {held.leaves.map((leave) => (
        <rect key={leave.startsOn} fill={`url(#${hatch})`} {...days(leave.startsOn, leave.endsOn)} />
      ))}
      {hasCommitment && (
        <line
          className="fs-board__commitment"
          x1={x(commitmentEndsOn)}
          x2={x(commitmentEndsOn)}
          y1={y - 2}
          y2={y + barHeight + 2}
        />
      )}
    </>
  );
}

/** Days without anybody, with their number where there is room. */
function Gap({ mark, x }: { mark: BoardMark; x: Place }) {
  const width = Math.max(2, x(mark.to) - x(mark.from));
  return (
    <>
      <rect className="fs-board__gap" x={x(mark.from)} y={3} width={width} height={rowHeight - 8} />
      {width > 44 && (
        <text x={x(mark.from) + width / 2} y={rowHeight / 2 - 1} dy="0.32em" textAnchor="middle">
          {mark.days}
        </text>
      )}
    </>
  );
}
