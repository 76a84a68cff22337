import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { useWidth } from "#admin/charts/use-width.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Skeleton } from "#admin/ui/skeleton.tsx";
import type { GeoPoint } from "./geo-point.ts";
import { type Ground, layGround } from "./ground.ts";
import { MapFrame } from "./map-frame.tsx";
import { isInSight, onScreen, type Size, type Spot, type View, wholeView } from "./map-view.ts";
import { type Outlines, placeAt } from "./outlines.ts";
import { fipsOf } from "./state-fips.ts";
import { useOutlines } from "./use-outlines.ts";

export interface PointPickerProps {
  /** The point that is chosen now. */
  point: GeoPoint | undefined;
  onChoose: (point: GeoPoint) => void;
  /** The state that is shown, by its postal letters. */
  stateCode: string | undefined;
  /** Where to begin while no point is chosen. */
  start: GeoPoint | undefined;
}

/** Chooses a point on a map of counties: by a click, or by the arrow keys. */
export function PointPicker(props: PointPickerProps) {
  const outlines = useOutlines("counties");
  const [place, width] = useWidth();
  return (
    <div ref={place} className="fs-stack fs-stack--tight">
      {outlines && width > 0 ? (
        <Picker {...props} key={width} outlines={outlines} width={width} />
      ) : (
        <Skeleton lines={10} />
      )}
    </div>
  );
}

interface PickerProps extends PointPickerProps {
  outlines: Outlines;
  width: number;
}

function Picker(props: PickerProps) {
  const { point, onChoose, outlines, width } = props;
  const text = useText();
  const helpId = useId();
  const size = useMemo(
    () => ({ width, height: Math.round(Math.min(420, Math.max(260, width * 0.6))) }),
    [width],
  );
  const ground = useGround(props, size);
  const [view, setView] = useViewOn(props, ground, size);
  const marker = point && ground.spotOf(point);
  const choose = (spot: Spot) => {
    onChoose(rounded(ground.pointAt(spot), ground.metersPerPixel / view.scale));
  };
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const length = (event.shiftKey ? 40 : 8) / view.scale;
    const from = marker ?? view.center;
    choose({ x: from.x + step.x * length, y: from.y + step.y * length });
  };
  return (
    <>
      <p id={helpId} className="usa-hint">
        {text("maps.pick.help")}
      </p>
      <MapFrame
        label={text("maps.pick.label")}
        helpId={helpId}
        size={size}
        ground={ground}
        view={view}
        onView={setView}
        around={marker}
        onTap={choose}
        onKey={onKey}
      >
        {marker && <Marker spot={onScreen(marker, view, size)} />}
      </MapFrame>
      <WhereItLies point={point} outlines={outlines} stateCode={props.stateCode} />
    </>
  );
}

const steps: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function useGround({ outlines, stateCode, start, point }: PickerProps, size: Size): Ground {
  const [around] = useState(() => [start ?? point].filter((each) => each !== undefined));
  return useMemo(() => {
    const own = stateCode === undefined ? undefined : fipsOf(stateCode);
    return layGround({ outlines, ownStates: own === undefined ? [] : [own], points: around }, size);
  }, [outlines, stateCode, around, size]);
}

/** What is shown: near the point, or where to begin; it follows a point that is typed and out of sight. */
function useViewOn({ point, start }: PickerProps, ground: Ground, size: Size): [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => {
    const near = point ?? start;
    // Without counties there is nothing to see from nearby.
    if (!near || ground.own === "") return wholeView(size);
    return { scale: point ? 12 : 6, center: ground.spotOf(near) };
  });
  const [seen, setSeen] = useState(point);
  if (point?.latitude !== seen?.latitude || point?.longitude !== seen?.longitude) {
    setSeen(point);
    const spot = point && ground.spotOf(point);
    if (spot && !isInSight(spot, view, size)) setView({ scale: view.scale, center: spot });
  }
  return [view, setView];
}

/** A pin whose foot is on the point. */
function Marker({ spot }: { spot: Spot }) {
  return (
    <g className="fs-map__marker" transform={`translate(${spot.x},${spot.y})`}>
      <path d="M0,0C-3,-9 -10,-14 -10,-22A10,10 0 0 1 10,-22C10,-14 3,-9 0,0Z" />
      <circle cy={-22} r={4} />
    </g>
  );
}

interface WhereItLiesProps {
  point: GeoPoint | undefined;
  outlines: Outlines;
  stateCode: string | undefined;
}

/** Says in which county the point is, so that two numbers the wrong way round are noticed. */
function WhereItLies({ point, outlines, stateCode }: WhereItLiesProps) {
  const text = useText();
  const shown = useDeferredValue(point);
  const found = useMemo(() => shown && placeAt(outlines, shown), [outlines, shown]);
  const own = stateCode === undefined ? undefined : fipsOf(stateCode);
  const isElsewhere = own !== undefined && found !== undefined && found.stateFips !== own;
  const words = () => {
    if (!shown) return text("maps.pick.none");
    if (!found) return text("maps.pick.nowhere");
    const { county = found.state, state } = found;
    return text(isElsewhere ? "maps.pick.elsewhere" : "maps.pick.lies", { county, state });
  };
  return (
    <p
      className={isElsewhere ? "fs-map__words fs-map__words--elsewhere" : "fs-map__words"}
      aria-live="polite"
    >
      {words()}
    </p>
  );
}

/** As many decimals as a pixel of the map can tell apart. */
function rounded({ latitude, longitude }: GeoPoint, metersPerPixel: number): GeoPoint {
  const decimals = Math.min(6, Math.max(2, Math.ceil(-Math.log10(metersPerPixel / 111_320))));
  const cut = (value: number) => Number(value.toFixed(decimals));
  return { latitude: cut(latitude), longitude: cut(longitude) };
}
