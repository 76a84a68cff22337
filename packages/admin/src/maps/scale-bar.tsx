import { useIntl } from "react-intl";
import type { Size } from "./map-view.ts";

const metersOfMile = 1609.344;
const lengths = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500];

/** How long a mile is here: the longest round length that takes up a quarter of the width or less. */
export function ScaleBar({ metersPerPixel, size }: { metersPerPixel: number; size: Size }) {
  const intl = useIntl();
  const pixelsOf = (miles: number) => (miles * metersOfMile) / metersPerPixel;
  const miles = lengths.findLast((each) => pixelsOf(each) <= size.width / 4) ?? 0.05;
  const words = intl.formatNumber(miles, { style: "unit", unit: "mile", unitDisplay: "short" });
  return (
    <g className="fs-map__scale" transform={`translate(12,${size.height - 12})`} aria-hidden="true">
      <path d={`M0,-5V0H${Math.round(pixelsOf(miles))}V-5`} />
      <text y={-8}>{words}</text>
    </g>
  );
}
