import { useMemo } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import type { Column } from "#admin/ui/table-column.ts";

export interface SampleRowsProps {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

interface SampleRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The first rows of a file as they were read, to see whether cells and letters came apart rightly. */
export function SampleRows({ columns, rows }: SampleRowsProps) {
  const text = useText();
  const shown = useMemo(() => rows.map((cells, index): SampleRow => ({ number: index + 1, cells })), [rows]);
  const described = useMemo(
    () =>
      columns.map((name, index): Column<SampleRow> => ({
        id: `column-${String(index)}`,
        header: name,
        value: (row) => row.cells[index] ?? "",
        canSort: false,
      })),
    [columns],
  );
  const title = text("imports.sample", { count: rows.length });
  return (
    <details>
      <summary>{title}</summary>
      <DataTable
        name="sample"
        caption={title}
        columns={described}
        rows={shown}
        rowKey={(row) => String(row.number)}
      />
    </details>
  );
}
