import { expect, test } from "vitest";
import {
  isInSight,
  largestScale,
  onGround,
  onScreen,
  panned,
  setApart,
  wholeView,
  zoomed,
} from "./map-view.ts";

const size = { width: 600, height: 400 };

test("enlarging around a spot leaves it where it is on the screen", () => {
  const around = { x: 420, y: 90 };
  const near = zoomed(wholeView(size), { by: 4, around }, size);
  expect(onScreen(around, near, size)).toEqual(around);
  expect(near.scale).toBe(4);
});

test("a map is never smaller than the whole of it, and never larger than its lines are good for", () => {
  expect(zoomed(wholeView(size), { by: 0.5 }, size)).toEqual(wholeView(size));
  expect(zoomed(wholeView(size), { by: 10_000 }, size).scale).toBe(largestScale);
});

test("dragging moves the ground under the hand, and the middle stays on the map", () => {
  const view = zoomed(wholeView(size), { by: 2 }, size);
  const spot = { x: 310, y: 220 };
  const before = onScreen(spot, view, size);
  const after = onScreen(spot, panned(view, { x: 30, y: -10 }, size), size);
  expect(after).toEqual({ x: before.x + 30, y: before.y - 10 });
  expect(panned(view, { x: 100_000, y: 0 }, size).center.x).toBe(0);
});

test("a place on the screen and the spot of the ground under it belong to each other", () => {
  const view = { scale: 8, center: { x: 100, y: 50 } };
  expect(onScreen(onGround({ x: 17, y: 333 }, view, size), view, size)).toEqual({ x: 17, y: 333 });
});

test("what is beyond the edge is not in sight", () => {
  const view = { scale: 10, center: { x: 300, y: 200 } };
  expect(isInSight({ x: 300, y: 200 }, view, size)).toBe(true);
  expect(isInSight({ x: 400, y: 200 }, view, size)).toBe(false);
});

test("marks that would cover each other are set apart; the others stay", () => {
  const alone = { x: 300, y: 300 };
  const placed = setApart([{ x: 50, y: 50 }, { x: 50, y: 50 }, { x: 52, y: 51 }, alone], 17);
  expect(placed[0]).toEqual({ x: 50, y: 50 });
  expect(placed[3]).toEqual(alone);
  const distances = placed.flatMap((one, index) =>
    placed.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  expect(Math.min(...distances)).toBeGreaterThan(16.5);
});
