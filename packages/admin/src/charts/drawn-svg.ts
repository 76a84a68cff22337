const drawnBy = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "fill-opacity",
  "stroke-opacity",
  "text-anchor",
  "vector-effect",
  "font-family",
  "font-size",
  "font-weight",
];

/** The chart as a file of its own: what the page's styles say is written into each mark. */
export function drawnSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const marks = [...svg.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((mark, index) => {
    const original = marks[index];
    if (!original) return;
    const styles = getComputedStyle(original);
    for (const property of drawnBy) mark.setAttribute(property, styles.getPropertyValue(property));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}
