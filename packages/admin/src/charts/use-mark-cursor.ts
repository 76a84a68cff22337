import { type KeyboardEvent, useState } from "react";

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export interface MarkCursor {
  /** The mark that is pointed at, by mouse or by keyboard. */
  readonly index: number | undefined;
  readonly point: (index: number | undefined) => void;
  /** For the chart's svg: the arrow keys walk from mark to mark, Escape leaves them. Gives the mark walked to. */
  readonly onKeyDown: (event: KeyboardEvent) => number | undefined;
}

/** Walks the marks of a chart: what the mouse finds by pointing, the keyboard finds by arrows. */
export function useMarkCursor(count: number): MarkCursor {
  const [index, point] = useState<number>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") point(undefined);
    const step = steps[event.key];
    if (step === undefined || count === 0) return undefined;
    event.preventDefault();
    const first = step > 0 ? 0 : count - 1;
    const next = index === undefined ? first : Math.min(count - 1, Math.max(0, index + step));
    point(next);
    return next;
  };
  return { index: index !== undefined && index < count ? index : undefined, point, onKeyDown };
}
