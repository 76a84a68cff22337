import {
  type ColumnDef,
  type ColumnVisibilityState,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
  type RowData,
} from "@tanstack/react-table";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { FormattedNumber } from "react-intl";
import { useText } from "#admin/i18n/use-text.ts";
import { addressParts, useAddressParam } from "./address.ts";
import { DataTableToolbar } from "./data-table-toolbar.tsx";
import { Icon } from "./icon.tsx";
import { Skeleton } from "./skeleton.tsx";
import type { Column } from "./table-column.ts";
import "./data-table.css";

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export interface DataTableProps<Row extends RowData> {
  /** Names the CSV file, and in the address the sort order when a page has several tables. */
  name: string;
  /** What the rows are, for those who hear the table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row's own page: its first column becomes the link. */
  rowTo?: (row: Row) => string;
  totalCount?: number;
  /** `server` when the rows come a page at a time: the page reads `sort` from the address and asks again. */
  sorting?: "here" | "server";
  isLoading?: boolean;
  /** Shown in place of the table when there is no row at all. */
  empty?: ReactNode;
  /** Beside the count: bulk actions and the like. */
  tools?: ReactNode;
  /** Under the table: the pager. */
  pager?: ReactNode;
}

/** Every list of the admin: sticky header, sort, column choice, CSV, count; cards on a narrow screen. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, isLoading = false, empty } = props;
  const [sorting, setSorting] = useSortOrder(props.name);
  const [columnVisibility, setColumnVisibility] = useState<ColumnVisibilityState>(() =>
    Object.fromEntries(
      columns.filter((column) => column.isHiddenAtFirst).map((column) => [column.id, false]),
    ),
  );
  const table = useTable({
    features,
    columns: useMemo(() => columns.map(toDefinition), [columns]),
    data: rows,
    getRowId: rowKey,
    manualSorting: props.sorting === "server",
    enableSortingRemoval: false,
    state: { sorting, columnVisibility },
    onSortingChange: (change) => {
      setSorting(typeof change === "function" ? change(sorting) : change);
    },
    onColumnVisibilityChange: setColumnVisibility,
  });

  if (isLoading && rows.length === 0) return <Skeleton lines={8} />;
  if (rows.length === 0 && empty) return empty;
  const shown = table.getRowModel().rows;
  const visible = columns.filter((column) => columnVisibility[column.id] !== false);
  return (
    <div className="fs-table-block">
      <DataTableToolbar
        name={props.name}
        columns={columns}
        visible={visible}
        rows={shown.map((row) => row.original)}
        totalCount={props.totalCount ?? rows.length}
        tools={props.tools}
        onToggle={(id) => {
          setColumnVisibility((before) => ({ ...before, [id]: before[id] === false }));
        }}
      />
      <div className="fs-table-frame">
        <table className="fs-table" aria-busy={isLoading}>
          <caption className="fs-visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              {visible.map((column) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  order={sorting.find((each) => each.id === column.id)}
                  onSort={() => {
                    table.getColumn(column.id)?.toggleSorting();
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <BodyRow key={row.id} row={row.original} columns={visible} rowTo={props.rowTo} />
            ))}
          </tbody>
        </table>
      </div>
      {props.pager}
    </div>
  );
}

function toDefinition<Row extends RowData>(column: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => column.value(row) ?? undefined,
    enableSorting: column.canSort !== false,
    sortUndefined: "last",
    sortFn: (one, other, id) => inOrder(one.getValue(id), other.getValue(id)),
  };
}

function inOrder(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true });
}

/** The order as the address has it: `sort=name`, or `sort=-name` for the other way. */
function useSortOrder(name: string): [SortingState, (order: SortingState) => void] {
  const [written, setWritten] = useAddressParam(`${name}-sort`);
  const order = useMemo(
    () => (written ? [{ id: written.replace(/^-/, ""), desc: written.startsWith("-") }] : []),
    [written],
  );
  return [
    order,
    ([first]) => {
      setWritten(first && `${first.desc ? "-" : ""}${first.id}`);
    },
  ];
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  order: { desc: boolean } | undefined;
  onSort: () => void;
}

function HeaderCell<Row>({ column, order, onSort }: HeaderCellProps<Row>) {
  const text = useText();
  const direction = order && (order.desc ? "descending" : "ascending");
  const className = isNumber(column) ? "fs-number" : undefined;
  if (column.canSort === false)
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <button
        type="button"
        className="fs-table__sort"
        onClick={onSort}
        title={text("ui.table.sortBy", { column: column.header })}
      >
        {column.header}
        <Icon name={direction === "ascending" ? "up" : direction === "descending" ? "down" : "both"} />
      </button>
    </th>
  );
}

function CellValue({ value, format }: { value: string | number | null; format: "number" | undefined }) {
  if (value === null) return "–";
  return typeof value === "number" && format === "number" ? <FormattedNumber value={value} /> : value;
}

function isNumber<Row>(column: Column<Row>): boolean {
  return column.isNumber === true || column.format === "number";
}

function BodyRow<Row>({
  row,
  columns,
  rowTo,
}: {
  row: Row;
  columns: readonly Column<Row>[];
  rowTo: ((row: Row) => string) | undefined;
}) {
  return (
    <tr>
      {columns.map((column, index) => {
        const content = column.cell ? (
          column.cell(row)
        ) : (
          <CellValue value={column.value(row)} format={column.format} />
        );
        const shown = index === 0 && rowTo ? <Link {...addressParts(rowTo(row))}>{content}</Link> : content;
        const className = isNumber(column) ? "fs-number" : undefined;
        return index === 0 ? (
          <th key={column.id} scope="row" className={className}>
            {shown}
          </th>
        ) : (
          <td key={column.id} className={className} data-label={column.header}>
            {shown}
          </td>
        );
      })}
    </tr>
  );
}
