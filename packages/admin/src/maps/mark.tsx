/** The shapes by which kinds of marks differ; their colors only repeat it. */
export type MarkShape = "circle" | "square" | "diamond";

const paths: Readonly<Record<MarkShape, string>> = {
  circle: "M-7,0A7,7 0 1 1 7,0A7,7 0 1 1 -7,0Z",
  square: "M-6.5,-6.5H6.5V6.5H-6.5Z",
  diamond: "M0,-8.5L8.5,0L0,8.5L-8.5,0Z",
};

/** A mark of a map or of its legend, around the origin. */
export function Mark({ shape, tone }: { shape: MarkShape; tone: string }) {
  return <path className={`fs-map__mark fs-map__mark--${tone}`} d={paths[shape]} />;
}
