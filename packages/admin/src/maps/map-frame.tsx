import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import type { AreaName, Ground } from "./ground.ts";
import {
  largestScale,
  onGround,
  onScreen,
  panned,
  type Size,
  type Spot,
  type View,
  wholeView,
  zoomed,
} from "./map-view.ts";
import { ScaleBar } from "./scale-bar.tsx";
import "./maps.css";

export interface MapFrameProps {
  label: string;
  /** The id of the sentence that says which keys do what. */
  helpId: string;
  size: Size;
  ground: Ground;
  view: View;
  onView: (view: View) => void;
  /** Around which spot the keys and the buttons enlarge; the middle unless given. */
  around?: Spot | undefined;
  /** A tap or a click that did not drag the map. */
  onTap?: (spot: Spot) => void;
  /** Keys other than those that enlarge. */
  onKey?: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/** The frame of every map: its ground, dragging, enlarging by keys and by buttons. Marks are its children. */
export function MapFrame(props: MapFrameProps) {
  const { size, ground, view, onView, around } = props;
  const zoom = (by: number) => {
    onView(zoomed(view, around ? { by, around } : { by }, size));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "+" || event.key === "=") zoom(2);
    else if (event.key === "-") zoom(0.5);
    else if (event.key === "0") onView(wholeView(size));
    else props.onKey?.(event);
  };
  const drag = useDrag(props);
  const { scale, center } = view;
  return (
    <div className="fs-map" style={{ height: size.height }}>
      <svg
        className="fs-map__drawing"
        width={size.width}
        height={size.height}
        role="application"
        aria-label={props.label}
        aria-describedby={props.helpId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <g
          transform={`translate(${size.width / 2},${size.height / 2}) scale(${scale}) translate(${-center.x},${-center.y})`}
        >
          <path className="fs-map__net" d={ground.net} />
          <path className="fs-map__land" d={ground.states} />
          <path className="fs-map__land fs-map__land--own" d={ground.own} />
          <path className="fs-map__counties" d={ground.counties} />
        </g>
        <Names names={ground.names} view={view} size={size} />
        {props.children}
        <ScaleBar metersPerPixel={ground.metersPerPixel / scale} size={size} />
      </svg>
      <ZoomButtons
        scale={scale}
        zoom={zoom}
        showAll={() => {
          onView(wholeView(size));
        }}
      />
    </div>
  );
}

/** The names of counties, where there is room for them. */
function Names({ names, view, size }: { names: readonly AreaName[]; view: View; size: Size }) {
  const fitting = names.filter(({ name, width }) => width * view.scale > name.length * 9);
  return (
    <g className="fs-map__names" aria-hidden="true">
      {fitting.map(({ key, name, spot }) => {
        const { x, y } = onScreen(spot, view, size);
        return (
          <text key={key} x={x} y={y}>
            {name}
          </text>
        );
      })}
    </g>
  );
}

interface ZoomButtonsProps {
  scale: number;
  zoom: (by: number) => void;
  showAll: () => void;
}

function ZoomButtons({ scale, zoom, showAll }: ZoomButtonsProps) {
  const text = useText();
  const buttons = [
    {
      sign: "+",
      label: "maps.closer",
      isOff: scale >= largestScale,
      act: () => {
        zoom(2);
      },
    },
    {
      sign: "−",
      label: "maps.farther",
      isOff: scale <= 1,
      act: () => {
        zoom(0.5);
      },
    },
    { sign: "⤢", label: "maps.whole", isOff: scale <= 1, act: showAll },
  ];
  return (
    <div className="fs-map__buttons fs-no-print">
      {buttons.map(({ sign, label, isOff, act }) => (
        <button
          key={label}
          type="button"
          aria-label={text(label)}
          title={text(label)}
          aria-disabled={isOff}
          onClick={() => {
            if (!isOff) act();
          }}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}

/** Dragging moves the ground; a press that stays where it is, is a tap. */
function useDrag({ size, view, onView, onTap }: MapFrameProps) {
  const pressed = useRef<{ at: Spot; view: View; hasMoved: boolean }>(undefined);
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = { at: { x: event.clientX, y: event.clientY }, view, hasMoved: false };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const press = pressed.current;
      if (!press) return;
      const by = { x: event.clientX - press.at.x, y: event.clientY - press.at.y };
      press.hasMoved ||= Math.hypot(by.x, by.y) > 4;
      if (press.hasMoved) onView(panned(press.view, by, size));
    },
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      const press = pressed.current;
      pressed.current = undefined;
      if (!press || press.hasMoved) return;
      const box = event.currentTarget.getBoundingClientRect();
      onTap?.(onGround({ x: event.clientX - box.left, y: event.clientY - box.top }, view, size));
    },
    onPointerCancel: () => {
      pressed.current = undefined;
    },
  };
}
