import { useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ComparisonTable_ComparisonFragment } from "#admin/graphql/generated/graphql.ts";
import { type TextOf, useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { useComparedUnit } from "./compared-unit.ts";
import { FigureOrigins } from "./figure-origins.tsx";

graphql(`
  fragment ComparisonTable_comparison on Comparison {
    indicator {
      code
      name
      unit
      measureKind
      per
    }
    places {
      id
      name
      figures {
        period
        state
        value
        numerator
        denominator
        compared
        lower
        upper
        monthsCovered
        marks
        reportingSystem
        source
        definitionNotes
      }
    }
  }
`);

type Comparison = ComparisonTable_ComparisonFragment;
type Figure = Comparison["places"][number]["figures"][number];
interface Row extends Figure, Record<string, unknown> {
  readonly placeId: string;
  readonly place: string;
}

/** Every figure with what stands behind it: count, population, months, source, and the way back to its entry. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const text = useText();
  const [traced, setTraced] = useState<Row>();
  const columns = useColumns(comparison.indicator, setTraced);
  const rows = useMemo(
    () =>
      comparison.places.flatMap(({ id, name, figures }) =>
        figures.map((figure): Row => ({ ...figure, placeId: id, place: name })),
      ),
    [comparison],
  );
  return (
    <section aria-label={text("comparisons.table")}>
      <DataTable
        name="comparison"
        caption={text("comparisons.table.caption", { indicator: comparison.indicator.name })}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.placeId}:${row.period}`}
      />
      {traced && (
        <FigureOrigins
          indicator={comparison.indicator}
          place={{ id: traced.placeId, name: traced.place }}
          year={Number(traced.period)}
          onClose={() => {
            setTraced(undefined);
          }}
        />
      )}
    </section>
  );
}

function useColumns(indicator: Comparison["indicator"], onTrace: (row: Row) => void): readonly Column<Row>[] {
  const text = useText();
  const intl = useIntl();
  const unit = useComparedUnit(indicator);
  return useMemo(() => {
    const written = (value: number | null | undefined) =>
      typeof value === "number"
        ? intl.formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
        : "";
    return [
      { id: "place", header: text("comparisons.place"), value: (row) => row.place },
      { id: "year", header: text("comparisons.year"), value: (row) => row.period },
      {
        id: "compared",
        header: unit,
        value: (row) => row.compared ?? null,
        cell: (row) =>
          row.state === "SHOWN"
            ? written(row.compared) || text("comparisons.noRate")
            : text(`comparisons.state.${row.state}`),
        isNumber: true,
        canSort: false,
      },
      {
        id: "interval",
        header: text("comparisons.interval"),
        value: (row) =>
          typeof row.lower === "number" ? `${written(row.lower)}–${written(row.upper)}` : null,
        cell: (row) =>
          typeof row.lower === "number" && (
            <span className="fs-comparison__interval">
              {written(row.lower)}–{written(row.upper)}
            </span>
          ),
        isNumber: true,
        canSort: false,
      },
      {
        id: "value",
        header: text("comparisons.value"),
        value: (row) => row.value ?? null,
        format: "number",
        canSort: false,
      },
      {
        id: "population",
        header: text("comparisons.population"),
        value: (row) => row.denominator ?? null,
        format: "number",
        canSort: false,
      },
      {
        id: "months",
        header: text("comparisons.months"),
        value: (row) => monthsWord(text, row),
        canSort: false,
      },
      {
        id: "marks",
        header: text("comparisons.marks"),
        value: (row) => row.marks.map((mark) => text(`comparisons.mark.${mark}`)).join("; ") || null,
        cell: (row) => <Marks marks={row.marks} />,
        canSort: false,
      },
      {
        id: "system",
        header: text("comparisons.system"),
        value: (row) => row.reportingSystem ?? null,
        isHiddenAtFirst: true,
      },
      {
        id: "notes",
        header: text("comparisons.notes"),
        value: (row) => row.definitionNotes ?? null,
        isHiddenAtFirst: true,
      },
      {
        id: "source",
        header: text("comparisons.source"),
        value: (row) => row.source ?? null,
        cell: (row) => row.state !== "MISSING" && <TraceButton row={row} onTrace={onTrace} />,
        canSort: false,
      },
    ];
  }, [text, intl, unit, onTrace]);
}

function TraceButton({ row, onTrace }: { row: Row; onTrace: (row: Row) => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className="usa-button usa-button--unstyled fs-comparison__source"
      aria-label={`${row.source ?? ""} – ${text("comparisons.trace.of", { place: row.place, year: row.period })}`}
      onClick={() => {
        onTrace(row);
      }}
    >
      {row.source ?? text("comparisons.trace")}
    </button>
  );
}

function Marks({ marks }: { marks: Figure["marks"] }) {
  const text = useText();
  return (
    <ul className="fs-plain">
      {marks.map((mark) => (
        <li key={mark}>
          <StatusTag kind={mark === "FEW_EVENTS" || mark === "MONTHS_NOT_STATED" ? "partly" : "attention"}>
            {text(`comparisons.mark.${mark}`)}
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}

function monthsWord(text: TextOf, { monthsCovered, state }: Row): string | null {
  if (state === "MISSING") return null;
  return typeof monthsCovered === "number"
    ? text("comparisons.months.of", { months: monthsCovered })
    : text("comparisons.months.unknown");
}
