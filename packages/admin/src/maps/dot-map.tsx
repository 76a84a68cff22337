import { useId, useMemo, useState } from "react";
import { useMarkCursor } from "#admin/charts/use-mark-cursor.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import type { GeoPoint } from "./geo-point.ts";
import { type Ground, layGround } from "./ground.ts";
import { Mark, type MarkShape } from "./mark.tsx";
import { MapFrame } from "./map-frame.tsx";
import { isInSight, onScreen, setApart, type Size, type Spot, type View, wholeView } from "./map-view.ts";
import type { Outlines } from "./outlines.ts";
import { fipsOf } from "./state-fips.ts";
import { useOutlines } from "./use-outlines.ts";

/** A place to mark, and how. */
export interface Dot extends GeoPoint {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
}

/** A kind of dot: shape, color and word. */
export interface DotKind {
  readonly kind: string;
  readonly label: string;
  readonly shape: MarkShape;
  readonly tone: string;
}

export interface DotMapProps {
  width: number;
  label: string;
  dots: readonly Dot[];
  kinds: readonly DotKind[];
  stateCodes: readonly string[];
}

/** Places marked by kind on a map of states; the arrow keys walk from mark to mark. */
export function DotMap(props: DotMapProps) {
  const outlines = useOutlines("states");
  if (!outlines) return <Skeleton lines={10} />;
  return (
    <>
      <Legend dots={props.dots} kinds={props.kinds} />
      <Dots key={props.width} {...props} outlines={outlines} />
    </>
  );
}

function Legend({ dots, kinds }: Pick<DotMapProps, "dots" | "kinds">) {
  return (
    <ul className="fs-plain fs-map__legend">
      {kinds.map(({ kind, label, shape, tone }) => (
        <li key={kind}>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            <Mark shape={shape} tone={tone} />
          </svg>
          <span>
            {label}: <strong>{dots.filter((dot) => dot.kind === kind).length}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The ground under the dots, drawn anew only when something of it changes. */
function useDotGround(
  { outlines, stateCodes, dots }: DotMapProps & { outlines: Outlines },
  size: Size,
): Ground {
  return useMemo(() => {
    const ownStates = stateCodes.flatMap((code) => fipsOf(code) ?? []);
    return layGround({ outlines, ownStates, points: dots }, size);
  }, [outlines, stateCodes, dots, size]);
}

function Dots(props: DotMapProps & { outlines: Outlines }) {
  const { width, dots, kinds } = props;
  const helpId = useId();
  const size = useMemo(() => sizeFor(width), [width]);
  const ground = useDotGround(props, size);
  const [view, setView] = useState<View>(() => wholeView(size));
  const cursor = useMarkCursor(dots.length);
  const pointed = cursor.index === undefined ? undefined : dots[cursor.index];
  const showNear = (dot: Dot | undefined) => {
    const spot = dot && ground.spotOf(dot);
    if (spot && !isInSight(spot, view, size)) setView({ scale: view.scale, center: spot });
  };
  return (
    <>
      <MapFrame
        label={props.label}
        helpId={helpId}
        size={size}
        ground={ground}
        view={view}
        onView={setView}
        around={pointed && ground.spotOf(pointed)}
        onKey={(event) => {
          showNear(dots[cursor.onKeyDown(event) ?? -1]);
        }}
      >
        <Marks
          dots={dots}
          kinds={kinds}
          spots={setApart(
            dots.map((dot) => onScreen(ground.spotOf(dot), view, size)),
            markWidth,
          )}
          pointed={cursor.index}
          onPoint={cursor.point}
        />
      </MapFrame>
      <PointedWords id={helpId} dot={pointed} kinds={kinds} hasOutline={ground.own !== ""} />
    </>
  );
}

const markWidth = 17;

function sizeFor(width: number): Size {
  return { width, height: Math.round(Math.min(440, Math.max(280, width * 0.5))) };
}

interface MarksProps extends Pick<DotMapProps, "dots" | "kinds"> {
  spots: readonly Spot[];
  pointed: number | undefined;
  onPoint: (index: number) => void;
}

function Marks({ dots, kinds, spots, pointed, onPoint }: MarksProps) {
  return dots.map((dot, index) => {
    const kind = kinds.find((each) => each.kind === dot.kind);
    const spot = spots[index];
    return (
      kind &&
      spot && (
        <g
          key={dot.key}
          className={pointed === index ? "fs-map__dot fs-map__dot--pointed" : "fs-map__dot"}
          transform={`translate(${spot.x},${spot.y})`}
          onPointerEnter={() => {
            onPoint(index);
          }}
        >
          <Mark shape={kind.shape} tone={kind.tone} />
        </g>
      )
    );
  });
}

interface PointedWordsProps {
  id: string;
  dot: Dot | undefined;
  kinds: readonly DotKind[];
  hasOutline: boolean;
}

/** Under the map, read aloud as it changes: the mark that is pointed at, in words. */
function PointedWords({ id, dot, kinds, hasOutline }: PointedWordsProps) {
  const text = useText();
  const kind = kinds.find((each) => each.kind === dot?.kind);
  return (
    <>
      <p className="fs-map__words" aria-live="polite" id={id}>
        {dot ? (
          <strong>
            {dot.label} · {kind?.label}
          </strong>
        ) : (
          <span className="fs-soft">{text("maps.dots.walk")}</span>
        )}
      </p>
      {!hasOutline && <p className="fs-chart__note">{text("maps.dots.noOutline")}</p>}
    </>
  );
}
