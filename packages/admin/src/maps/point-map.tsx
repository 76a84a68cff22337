import { geoPath } from "d3-geo";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import {
  closestZoom,
  mapHeight,
  type MapView,
  mapWidth,
  placeAt,
  type Point,
  projectionOf,
} from "./map-view.ts";
import { loadOutlines, type Outlines } from "./outlines.ts";
import "./maps.css";

interface PointMapProps {
  point: Point | null;
  /** Two letters; the country is shown where it is none of the states. */
  stateCode: string | undefined;
  onPick: (point: Point) => void;
}

/** A map to choose a point on: by a click, or with the arrow keys; plus and minus enlarge it. */
export function PointMap({ point, stateCode, onPick }: PointMapProps) {
  const outlines = useOutlines(stateCode);
  if (outlines === undefined) return <Skeleton lines={8} />;
  return <DrawnMap outlines={outlines} point={point} onPick={onPick} />;
}

function useOutlines(stateCode: string | undefined): Outlines | undefined {
  const [loaded, setLoaded] = useState<{ stateCode: string | undefined; outlines: Outlines }>();
  useEffect(() => {
    let isCurrent = true;
    void loadOutlines(stateCode).then((outlines) => {
      if (isCurrent) setLoaded({ stateCode, outlines });
    });
    return () => {
      isCurrent = false;
    };
  }, [stateCode]);
  return loaded?.stateCode === stateCode ? loaded?.outlines : undefined;
}

const step = 24;
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

function DrawnMap({ outlines, point, onPick }: Omit<PointMapProps, "stateCode"> & { outlines: Outlines }) {
  const text = useText();
  const [view, setView] = useState<MapView>({ zoom: 1, center: null });
  const projection = useMemo(() => projectionOf(outlines, view), [outlines, view]);
  const spot = point && projection([point.longitude, point.latitude]);
  const pick = (at: readonly [number, number]) => {
    const place = placeAt(projection, at);
    if (place) onPick(place);
  };
  const zoomBy = (factor: number) => {
    const zoom = Math.min(closestZoom, Math.max(1, view.zoom * factor));
    setView({
      zoom,
      center: zoom === 1 ? null : (point ?? placeAt(projection, [mapWidth / 2, mapHeight / 2])),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const factor = event.key === "+" || event.key === "=" ? 2 : event.key === "-" ? 0.5 : undefined;
    if (!move && !factor) return;
    event.preventDefault();
    if (factor) zoomBy(factor);
    const [x, y] = spot ?? [mapWidth / 2, mapHeight / 2];
    if (move) pick([x + move[0], y + move[1]]);
  };
  return (
    <div className="fs-map">
      <button
        type="button"
        className="fs-map__surface"
        aria-label={text("maps.point")}
        aria-describedby="fs-map-help"
        onKeyDown={onKeyDown}
        onPointerUp={(event) => {
          pick(spotOf(event));
        }}
      >
        <Picture outlines={outlines} view={view} spot={spot} />
      </button>
      <p id="fs-map-help" className="usa-hint">
        {text("maps.point.help")}
      </p>
      <div className="fs-row">
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            zoomBy(2);
          }}
        >
          {text("maps.closer")}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            zoomBy(0.5);
          }}
        >
          {text("maps.farther")}
        </button>
      </div>
    </div>
  );
}

/** Where on the map's surface a pointer is, however large the map is drawn. */
function spotOf(event: PointerEvent<HTMLElement>): [number, number] {
  const box = event.currentTarget.getBoundingClientRect();
  return [
    ((event.clientX - box.left) / box.width) * mapWidth,
    ((event.clientY - box.top) / box.height) * mapHeight,
  ];
}

function Picture({
  outlines,
  view,
  spot,
}: {
  outlines: Outlines;
  view: MapView;
  spot: [number, number] | null;
}) {
  const [area, inner] = useMemo(() => {
    const path = geoPath(projectionOf(outlines, view));
    return [path(outlines.area) ?? "", path(outlines.inner) ?? ""];
  }, [outlines, view]);
  return (
    <svg viewBox={`0 0 ${String(mapWidth)} ${String(mapHeight)}`} aria-hidden="true">
      <path className="fs-map__inner" d={inner} />
      <path className="fs-map__area" d={area} />
      {spot && (
        <g transform={`translate(${String(spot[0])} ${String(spot[1])})`}>
          <circle className="fs-map__halo" r={9} />
          <circle className="fs-map__point" r={5} />
        </g>
      )}
    </svg>
  );
}
