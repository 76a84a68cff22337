import type { ReactNode } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { downloadFile, writeCsv } from "./csv.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import type { Column } from "./table-column.ts";

interface DataTableToolbarProps<Row> {
  name: string;
  columns: readonly Column<Row>[];
  visible: readonly Column<Row>[];
  rows: readonly Row[];
  totalCount: number;
  tools?: ReactNode;
  onToggle: (columnId: string) => void;
}

/** Above each table: how many, which columns, and the rows as a file. */
export function DataTableToolbar<Row>(props: DataTableToolbarProps<Row>) {
  const text = useText();
  const { name, columns, visible, rows, totalCount, tools, onToggle } = props;
  const download = () => {
    const content = writeCsv(
      visible.map((column) => column.header),
      rows.map((row) => visible.map((column) => column.value(row))),
    );
    downloadFile(`${name}.csv`, "text/csv", content);
  };
  return (
    <div className="fs-row fs-row--apart fs-no-print">
      <span className="fs-soft">
        {rows.length < totalCount
          ? text("ui.table.countOf", { shown: rows.length, total: totalCount })
          : text("ui.table.count", { total: totalCount })}
      </span>
      <div className="fs-row">
        {tools}
        <Menu label={text("ui.table.columns")}>
          {columns.slice(1).map((column) => (
            <label key={column.id} className="fs-menu-choice">
              <input
                type="checkbox"
                checked={visible.includes(column)}
                onChange={() => {
                  onToggle(column.id);
                }}
              />
              {column.header}
            </label>
          ))}
        </Menu>
        <button
          type="button"
          className="usa-button usa-button--outline fs-small-button"
          onClick={download}
          title={text("ui.table.csvHelp", { rows: rows.length })}
        >
          <Icon name="download" />
          CSV
        </button>
      </div>
    </div>
  );
}
