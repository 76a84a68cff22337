import { type ReactNode, useId, useRef, useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { downloadFile } from "#admin/ui/csv.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { Icon } from "#admin/ui/icon.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { drawnSvg } from "./drawn-svg.ts";
import { useWidth } from "./use-width.ts";
import "./chart.css";

export interface ChartFrameProps<Row extends Record<string, unknown>> {
  /** Names the files. */
  name: string;
  /** What the chart shows, said from the numbers: "Thefts fell from 41 to 28 a month." */
  sentence: string;
  /** What is drawn: indicator, places, years. */
  caption: string;
  source: string;
  /** When the figures were as they are here. */
  asOf?: ReactNode;
  /** How the numbers were made, in one line. */
  method: ReactNode;
  /** Said when something is not shown because it is too small. */
  suppression?: string | undefined;
  /** The same numbers as a table. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Draws the marks into a given width. */
  children: (width: number) => ReactNode;
}

/** Around every chart: its sentence, its caption, where it comes from, and its numbers as a table and as files. */
export function ChartFrame<Row extends Record<string, unknown>>(props: ChartFrameProps<Row>) {
  const text = useText();
  const captionId = useId();
  const figure = useRef<HTMLElement>(null);
  const [drawing, width] = useWidth();
  const [isTable, setIsTable] = useState(false);
  const saveDrawing = () => {
    const svg = figure.current?.querySelector<SVGSVGElement>(".fs-chart__drawing svg:not([aria-hidden])");
    if (svg) downloadFile(`${props.name}.svg`, "image/svg+xml", drawnSvg(svg));
  };
  return (
    <figure className="fs-chart" ref={figure} aria-labelledby={captionId}>
      <figcaption id={captionId}>
        <strong>{props.sentence}</strong>
        <span className="fs-soft">{props.caption}</span>
      </figcaption>
      {isTable ? (
        <DataTable
          name={props.name}
          caption={props.caption}
          columns={props.columns}
          rows={props.rows}
          rowKey={props.rowKey}
        />
      ) : (
        <div className="fs-chart__drawing" ref={drawing}>
          {width > 0 && props.children(width)}
        </div>
      )}
      {props.suppression && <p className="fs-chart__note">{props.suppression}</p>}
      <div className="fs-row fs-row--apart">
        <p className="fs-chart__note">
          {text("charts.source", { source: props.source })} {props.asOf} {props.method}
        </p>
        <div className="fs-row fs-no-print">
          <button
            type="button"
            className="usa-button usa-button--outline fs-small-button"
            aria-pressed={isTable}
            onClick={() => {
              setIsTable(!isTable);
            }}
          >
            {text(isTable ? "charts.asChart" : "charts.asTable")}
          </button>
          {!isTable && (
            <button
              type="button"
              className="usa-button usa-button--outline fs-small-button"
              onClick={saveDrawing}
            >
              <Icon name="download" />
              SVG
            </button>
          )}
        </div>
      </div>
    </figure>
  );
}
