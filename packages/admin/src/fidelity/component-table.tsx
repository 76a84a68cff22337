import { useText } from "#admin/i18n/use-text.ts";
import { DataTable } from "#admin/ui/data-table.tsx";
import { StatusTag } from "#admin/ui/status-tag.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import type { Fidelity, Review } from "./fidelity-panel.tsx";

type Row = Fidelity["components"][number];

/** Every core component with the marks that each kind of rater gave it last. */
export function ComponentTable({ fidelity }: { fidelity: Fidelity }) {
  const text = useText();
  return (
    <section aria-labelledby="fidelity-components" className="fs-stack fs-stack--tight">
      <h2 id="fidelity-components">{text("fidelity.components")}</h2>
      <p className="fs-soft">{text("fidelity.components.sentence")}</p>
      <DataTable<Row>
        name="components"
        caption={text("fidelity.components")}
        columns={useColumns(fidelity.latest)}
        rows={fidelity.components}
        rowKey={(row) => row.key}
      />
    </section>
  );
}

function useColumns(latest: readonly Review[]): readonly Column<Row>[] {
  const text = useText();
  return [
    {
      id: "key",
      header: text("fidelity.component"),
      value: (row) => `${row.key} ${row.name}`,
      cell: (row) => (
        <span>
          {row.key} {row.name}
        </span>
      ),
    },
    { id: "weight", header: text("fidelity.weight"), value: (row) => row.weight, format: "number" },
    {
      id: "essential",
      header: text("fidelity.essential"),
      value: (row) => text(row.isEssential ? "fidelity.essential.yes" : "fidelity.essential.no"),
    },
    ...latest.map((review): Column<Row> => ({
      id: review.rater,
      header: text(`fidelity.rater.short.${review.rater}`),
      value: (row) => ratingOf(review, row.key)?.counted ?? null,
      cell: (row) => <Mark rating={ratingOf(review, row.key)} />,
      isNumber: true,
    })),
    {
      id: "deviations",
      header: text("fidelity.deviations"),
      value: (row) => row.deviationCount,
      format: "number",
    },
  ];
}

function ratingOf({ ratings }: Review, key: string) {
  return ratings.find(({ component }) => component.key === key);
}

function Mark({ rating }: { rating: ReturnType<typeof ratingOf> }) {
  const text = useText();
  if (!rating) return text("fidelity.notRated");
  const { mark, counted, isCapped, isMissing, notApplicableReason } = rating;
  if (notApplicableReason) return text("fidelity.notApplicable");
  return (
    <span className="fs-fidelity__mark">
      {counted}
      {isCapped && <span className="fs-soft">{text("fidelity.capped", { mark: mark ?? 0 })}</span>}
      {isMissing && <StatusTag kind="attention">{text("fidelity.isMissing")}</StatusTag>}
    </span>
  );
}
