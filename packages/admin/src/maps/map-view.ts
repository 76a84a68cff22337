/** A place on the drawing, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How large the drawing is. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which part of the ground is shown: how much enlarged, and around which of its spots. */
export interface View {
  readonly scale: number;
  readonly center: Spot;
}

export const largestScale = 256;

export function wholeView({ width, height }: Size): View {
  return { scale: 1, center: { x: width / 2, y: height / 2 } };
}

/** Where a spot of the ground is on the screen. */
export function onScreen(spot: Spot, { scale, center }: View, { width, height }: Size): Spot {
  return { x: (spot.x - center.x) * scale + width / 2, y: (spot.y - center.y) * scale + height / 2 };
}

/** Which spot of the ground is at a place on the screen. */
export function onGround(spot: Spot, { scale, center }: View, { width, height }: Size): Spot {
  return { x: (spot.x - width / 2) / scale + center.x, y: (spot.y - height / 2) / scale + center.y };
}

/** Moves what is shown by so many pixels of the screen; the middle stays on the ground. */
export function panned(view: View, by: Spot, size: Size): View {
  const { scale, center } = view;
  return { scale, center: held({ x: center.x - by.x / scale, y: center.y - by.y / scale }, size) };
}

/** Enlarges or shrinks; a spot of the ground that is given stays where it is on the screen. */
export function zoomed(view: View, { by, around }: { by: number; around?: Spot }, size: Size): View {
  const scale = Math.min(largestScale, Math.max(1, view.scale * by));
  if (scale === 1) return wholeView(size);
  const fixed = around ?? view.center;
  const kept = view.scale / scale;
  const center = {
    x: fixed.x + (view.center.x - fixed.x) * kept,
    y: fixed.y + (view.center.y - fixed.y) * kept,
  };
  return { scale, center: held(center, size) };
}

/** Whether a spot of the ground is in sight, and not at the very edge. */
export function isInSight(spot: Spot, view: View, size: Size): boolean {
  const edge = 12;
  const { x, y } = onScreen(spot, view, size);
  return x >= edge && y >= edge && x <= size.width - edge && y <= size.height - edge;
}

function held({ x, y }: Spot, { width, height }: Size): Spot {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}

/** Sets marks apart that would cover each other: each goes to the nearest free spot around its own. */
export function setApart(spots: readonly Spot[], distance: number): readonly Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) placed.push(freeSpot(spot, placed, distance));
  return placed;
}

function freeSpot(spot: Spot, placed: readonly Spot[], distance: number): Spot {
  for (let ring = 0; ring < 12; ring += 1) {
    const places = Math.max(1, ring * 6);
    for (let place = 0; place < places; place += 1) {
      const angle = (2 * Math.PI * place) / places;
      const tried = {
        x: spot.x + Math.cos(angle) * ring * distance,
        y: spot.y + Math.sin(angle) * ring * distance,
      };
      if (placed.every(({ x, y }) => Math.hypot(x - tried.x, y - tried.y) >= distance * 0.99)) return tried;
    }
  }
  return spot;
}
