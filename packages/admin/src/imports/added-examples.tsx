import { useMemo } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import type { Column } from "#admin/ui/table-column.ts";

interface Example {
  readonly row: number;
  readonly place: string;
  readonly subject: string;
  readonly value: string;
}

const shownAtMost = 10;

/** The first of what would be added, to check the meaning of the columns by. */
export function AddedExamples({ title, examples }: { title: string; examples: readonly Example[] }) {
  const text = useText();
  const columns = useMemo<readonly Column<Example>[]>(
    () => [
      { id: "row", header: text("imports.row"), value: (each) => each.row, isNumber: true, canSort: false },
      { id: "place", header: text("imports.place"), value: (each) => each.place, canSort: false },
      { id: "subject", header: text("imports.subject"), value: (each) => each.subject, canSort: false },
      { id: "value", header: text("imports.value"), value: (each) => each.value, canSort: false },
    ],
    [text],
  );
  if (examples.length === 0) return null;
  return (
    <section className="fs-import-part">
      <h3>{title}</h3>
      <DataTable
        name="examples"
        caption={title}
        columns={columns}
        rows={examples.slice(0, shownAtMost)}
        rowKey={(each) => `${String(each.row)} ${each.subject} ${each.place}`}
      />
    </section>
  );
}
