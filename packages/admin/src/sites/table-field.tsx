import { useId } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice } from "#admin/ui/notice.tsx";
import { type ChosenTable, readTable } from "./sites-tables.ts";

export interface TableFieldProps {
  label: string;
  help: string;
  chosen: ChosenTable | undefined;
  onChosen: (table: ChosenTable) => void;
  isOptional?: boolean;
}

/** Takes a table from a file; what cannot be used of it is said at once. */
export function TableField({ label, help, chosen, onChosen, isOptional = false }: TableFieldProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="fs-stack fs-stack--tight">
      <label className="usa-label" htmlFor={id}>
        {label}
        {isOptional && <span className="usa-hint"> ({text("ui.form.optional")})</span>}
      </label>
      <div className="usa-hint" id={`${id}-help`}>
        {help}
      </div>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        className="usa-file-input"
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void readTable(file).then(onChosen);
        }}
      />
      {chosen && chosen.kind !== "read" && (
        <Notice kind="problem" isLive title={chosen.fileName}>
          {text(`sites.several.${chosen.kind}`)}
        </Notice>
      )}
    </div>
  );
}
